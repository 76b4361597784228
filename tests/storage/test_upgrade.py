"""An older database is brought up to date, with a copy beside it, and a kill at any moment does no harm."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg import connect

from core.storage import schema, upgrade
from core.storage.backup import restore
from core.storage.open import open_store
from core.storage.upgrade import KEPT
from tests.storage.scene import DAY, LI, NOW, chat_of, someone, ticket
from tests.storage.test_schema import described

BEFORE = schema.newest()
SHOES = """
import os
import signal
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("people", sa.Column("shoe_size", sa.Integer()))
    op.create_table("shoes", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("INSERT INTO keys VALUES ('half', 'done', '', '', 1)")
    {then}
"""
IN_ANOTHER_PROCESS = """
import os, signal, sys
from pathlib import Path
from core.storage import schema, upgrade
url, schema.MIGRATIONS, what = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
if what == "while copying":
    os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
upgrade.upgrade(url)
"""
KILL = "os.kill(os.getpid(), signal.SIGKILL)"


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of today, which the next version finds."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    server = request.getfixturevalue("postgres_server")
    with connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE old")
        schema.migrate(server.get_uri("old"))
        yield server.get_uri("old")
        connection.execute("DROP DATABASE old WITH (FORCE)")


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations of the next version, which are fine."""
    folder = migrations(tmp_path / "newer", "pass")
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    return folder


def migrations(folder: Path, then: str) -> Path:
    shutil.copytree(Path(schema.__file__).with_name("migrations"), folder)
    (folder / "versions" / "9999_shoes.py").write_text(SHOES.format(head=BEFORE, then=then))
    return folder


def killed(url: str, folder: Path, when: str = "") -> None:
    process = subprocess.run(  # noqa: S603
        [sys.executable, "-c", IN_ANOTHER_PROCESS, url, str(folder), when],
        cwd=Path(__file__).parents[2], capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert process.returncode == -signal.SIGKILL, process.stderr.decode()


def test_killed_in_the_middle_of_it_the_database_is_as_it_was_and_the_next_start_finishes(
    old: str, tmp_path: Path, newer: Path
) -> None:
    before = described(old)
    killed(old, migrations(tmp_path / "deadly", KILL))
    assert described(old) == before
    upgrade.upgrade(old)
    assert schema.is_current(old)
    assert "shoes" in described(old)


def test_killed_while_it_copies_the_next_start_begins_anew(sqlite_url: str, tmp_path: Path, newer: Path) -> None:
    killed(sqlite_url, newer, "while copying")
    assert list(tmp_path.glob("*.unfinished"))
    assert upgrade.upgrade(sqlite_url) == tmp_path / f"aftercare.db.at-{BEFORE}"
    assert schema.is_current(sqlite_url)
    assert not list(tmp_path.glob("*.unfinished"))


async def test_a_series_that_was_noted_before_is_not_noted_again(old: str) -> None:
    facts = {"product": "sofa", "symptom": "leg"}
    store = open_store(old)
    await store.run(lambda unit: ticket(unit, someone(unit).id, facts=facts | {"series": ["F-260118-0001"]}))
    await store.run(lambda unit: ticket(unit, someone(unit).id, "other", facts=facts | {"symptom": "noise"}))
    await store.close()
    schema.go_back(old, "0018")
    upgrade.upgrade(old)
    store = open_store(old)
    assert await store.run(lambda unit: unit.tickets.series_noted("sofa", "leg", NOW - DAY))
    assert not await store.run(lambda unit: unit.tickets.series_noted("sofa", "noise", NOW - DAY))
    await store.close()


async def test_the_copy_is_what_it_was_and_can_be_put_back(
    sqlite_url: str, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(sqlite_url)
    await store.run(chat_of)
    await store.close()
    before = described(sqlite_url)
    copy = upgrade.upgrade(sqlite_url)
    assert copy
    restore(copy, sqlite_url, overwrite=True)
    assert described(sqlite_url) == before
    monkeypatch.undo()  # the older version again
    assert schema.is_current(sqlite_url)
    store = open_store(sqlite_url)
    assert (await store.run(lambda unit: unit.chats.open(LI, "en"))).person.language == "zh_CN"
    await store.close()


def test_what_is_up_to_date_or_new_is_not_copied(url: str, tmp_path: Path) -> None:
    assert upgrade.upgrade(url) is None
    assert upgrade.upgrade(f"sqlite:///{tmp_path / 'new.db'}") is None
    assert not list(tmp_path.glob("*.at-*"))


def test_only_the_latest_copies_are_kept(sqlite_url: str, tmp_path: Path, newer: Path) -> None:
    for number in range(4):
        (tmp_path / f"aftercare.db.at-{number}").write_text("an old one")
    copy = upgrade.upgrade(sqlite_url)
    left = list(tmp_path.glob("*.at-*"))
    assert len(left) == KEPT
    assert copy in left
