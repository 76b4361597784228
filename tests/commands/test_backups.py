"""A shop that lost its disk goes on from its backup, and tells nobody anything twice."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.people import Chat
from core.ports import Parcel, Posting, Unit, Weight
from tests.commands.shell import Shell

WRITTEN = datetime(2026, 1, 18, 9, tzinfo=UTC)
PICTURE = Path("data/media/00/ff")


@pytest.fixture
def busy(desk: Shell) -> Shell:
    """With a message on its way, and a picture."""

    def work(unit: Unit) -> None:
        chat = unit.chats.open(Chat("telegram", "", "7"), "en")
        unit.outbox.put(Posting(chat.id, {"text": "Your technician is on the way."}, Weight.NOTICE, WRITTEN))

    desk.kept(work)
    PICTURE.parent.mkdir(parents=True)
    PICTURE.write_bytes(b"a picture")
    return desk


def leaving(unit: Unit) -> list[str]:
    at = datetime.now(UTC)
    parcels: tuple[Parcel, ...] = unit.outbox.claim(at, at + timedelta(minutes=1))
    return [parcel.body["text"] for parcel in parcels]


def test_after_a_restore_everything_is_there_and_nothing_leaves_until_released(busy: Shell) -> None:
    assert busy("backup", "copy").out == "Copied the database and 1 pictures to copy.\n"
    shutil.rmtree("data")
    said = busy("restore", "copy")
    assert said.out.startswith("Restored. 1 messages that were on their way are held back")
    assert PICTURE.read_bytes() == b"a picture"
    assert busy.kept(leaving) == []
    assert busy("doctor").code == 0
    assert busy("release").out == "1 messages are queued again.\n"
    assert busy.kept(leaving) == ["Your technician is on the way."]


def test_what_was_written_too_long_ago_may_stay_held(busy: Shell) -> None:
    busy("backup", "copy")
    busy("restore", "copy", "--overwrite")
    assert busy("release", "--since", "2026-01-18 17:00:01").out == "0 messages are queued again.\n"
    assert busy("release", "--since", "2026-01-18 17:00:00").out == "1 messages are queued again.\n"


def test_a_backup_never_overwrites_another(busy: Shell) -> None:
    assert busy("backup", "copy").code == 0
    said = busy("backup", "copy")
    assert (said.code, said.err) == (1, "Error: copy is there already; a backup never overwrites one.\n")


def test_a_backup_that_fails_leaves_nothing_behind(busy: Shell) -> None:
    Path("data/aftercare.db").write_text("Dear diary")
    Path("data/aftercare.db-wal").unlink(missing_ok=True)
    assert busy("backup", "copy").code == 1
    assert [place.name for place in Path().iterdir()] == ["data"]


def test_a_desk_in_use_is_not_overwritten_by_mistake(busy: Shell) -> None:
    busy("backup", "copy")
    said = busy("restore", "copy")
    assert said.code == 1
    assert "is not empty; say so if it is to be overwritten" in said.err
    assert busy.kept(leaving) == ["Your technician is on the way."]


def test_what_is_no_backup_is_refused(shell: Shell) -> None:
    said = shell("restore", "nowhere")
    assert (said.code, said.err) == (1, "Error: nowhere is no backup: there is no nowhere/database.\n")
    assert not Path("data").exists()


def test_a_database_without_tables_is_not_backed_up_as_if_it_were_one(shell: Shell) -> None:
    assert shell("backup", "copy").code == 1
    assert not Path("copy").exists()
