"""What a person reads when the database cannot do its work: which one, and what to look at."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from core.errors import StorageTrouble
from core.storage import engines
from core.storage.engines import PRAGMAS
from core.storage.open import open_store
from core.storage.schema import is_current, migrate
from core.storage.sqlite import SqliteStore
from core.storage.types import NaiveInstant
from tests.storage.scene import LI, NOW, chat_of, message


async def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match=r"no/such/folder/a\.db cannot be opened: does its folder exist"):
        open_store(f"sqlite:///{tmp_path}/no/such/folder/a.db")
    with pytest.raises(StorageTrouble, match=r"no/such/folder/a\.db cannot be opened"):
        migrate(f"sqlite:///{tmp_path}/no/such/folder/a.db")


async def test_something_else_is_not_taken_for_a_database(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear customer, " * 100)
    with pytest.raises(StorageTrouble, match=r"letter\.txt is not a database"):
        open_store(f"sqlite:///{tmp_path}/letter.txt")


async def test_a_database_without_tables_says_what_to_do(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/empty.db")
    with pytest.raises(StorageTrouble, match="run `aftercare migrate`"):
        await store.run(chat_of)
    await store.close()


async def test_a_locked_database_says_so_and_works_again_later(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(engines.PRAGMAS, "busy_timeout", "50")
    store = open_store(sqlite_url)
    blocker = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    results = await asyncio.gather(*(store.run(chat_of) for _ in range(3)), return_exceptions=True)
    assert {str(r).partition("aftercare.db ")[2] for r in results} == {"is locked: another process is writing to it."}
    blocker.execute("ROLLBACK")
    blocker.close()
    assert (await store.run(chat_of)).chat == LI
    await store.close()


async def test_a_full_disk_says_so_and_what_was_confirmed_is_still_there(sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    assert isinstance(store, SqliteStore)
    cursor = store.writer.cursor
    await store.run(lambda u: u.inbox.note([message(LI, "confirmed")]))
    pages = await store.run(lambda _: cursor.execute("PRAGMA page_count").fetchone()[0])
    await store.run(lambda _: cursor.execute(f"PRAGMA max_page_count = {pages + 1}").fetchall())
    with pytest.raises(StorageTrouble, match="is full: there is no room left on its disk"):
        await store.run(lambda u: u.inbox.note([message(LI, "too much", "x" * 100_000)]))
    await store.run(lambda _: cursor.execute("PRAGMA max_page_count = 1000000").fetchall())
    assert await store.run(lambda u: u.inbox.note([message(LI, "confirmed"), message(LI, "again")])) == 1
    await store.close()


async def test_a_full_disk_takes_the_neighbours_with_it_only_if_it_must(sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    assert isinstance(store, SqliteStore)
    cursor = store.writer.cursor
    pages = await store.run(lambda _: cursor.execute("PRAGMA page_count").fetchone()[0])
    await store.run(lambda _: cursor.execute(f"PRAGMA max_page_count = {pages + 2}").fetchall())
    letters = [message(LI, "small"), message(LI, "huge", "x" * 1_000_000), message(LI, "small too")]
    tasks = [asyncio.create_task(store.run(lambda u, m=m: u.inbox.note([m]))) for m in letters]  # type: ignore[misc]
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(results[1], StorageTrouble)
    await store.run(lambda _: cursor.execute("PRAGMA max_page_count = 1000000").fetchall())
    for letter, result in zip(letters, results, strict=True):
        new = await store.run(lambda u, m=letter: u.inbox.note([m]))  # type: ignore[misc]
        assert new == (1 if isinstance(result, StorageTrouble) else 0)
    await store.close()


async def test_a_database_that_may_only_be_read_says_so(sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    assert isinstance(store, SqliteStore)
    cursor = store.writer.cursor
    await store.run(lambda _: cursor.execute("PRAGMA query_only = ON").fetchall())
    with pytest.raises(StorageTrouble, match=r"aftercare\.db may only be read"):
        await store.run(chat_of)
    await store.close()


async def test_every_connection_has_the_pragmas(sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    assert isinstance(store, SqliteStore)
    cursor = store.writer.cursor
    asked = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS]
    assert asked == ["wal", 2, 1, 1, 5000, -32768]
    await store.close()


async def test_a_time_without_a_zone_is_refused(url: str) -> None:
    store = open_store(url)
    with pytest.raises(NaiveInstant, match=r"2026-01-18T09:30:00\.123456 has no time zone"):
        await store.run(lambda u: u.inbox.handled(1, NOW.replace(tzinfo=None)))
    await store.close()


async def test_a_server_that_is_not_there_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.storage.postgres.PAUSES", (0.01,))
    store = open_store("postgresql://desk:secret@127.0.0.1:1/aftercare")
    with pytest.raises(StorageTrouble, match=r"127\.0\.0\.1/aftercare") as trouble:
        await store.run(chat_of)
    assert "secret" not in str(trouble.value)
    with pytest.raises(StorageTrouble, match=r"127\.0\.0\.1/aftercare"):
        is_current("postgresql://desk:secret@127.0.0.1:1/aftercare")
    await store.close()
