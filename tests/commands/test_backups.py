"""A shop that lost its disk goes on from its backup, and tells nobody anything twice."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.people import Chat, Person
from core.ports import Parcel, Posting, Unit, Weight
from core.storage.schema import migrate
from tests.commands.shell import Shell

WRITTEN = datetime(2026, 1, 18, 9, tzinfo=UTC)
PICTURE = Path("data/media/00/ff")
MEDIA = "ab" * 32


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


def known(unit: Unit) -> Person:
    """A customer with a picture in his chat."""
    chat = unit.chats.open(Chat("web", "", "wang"), "zh_CN")
    unit.people.save(replace(chat.person, name="王芳", phone="+8613800138000"))
    unit.media.add(MEDIA, chat.id, "image/jpeg", 9, WRITTEN)
    return chat.person


def test_who_was_erased_since_the_backup_stays_erased(busy: Shell) -> None:
    person = busy.kept(known)
    picture = Path("data/media") / MEDIA[:2] / MEDIA[2:]
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(b"a picture")
    busy("backup", "copy")
    said = busy("erase", str(person.id), "--yes")
    assert said.out.endswith("data/erased remembers that.\n")
    Path("data/aftercare.db").unlink()
    said = busy("restore", "copy")
    assert said.out.endswith("1 people who were erased after it was made have been erased again.\n")
    again = busy.kept(lambda unit: unit.people.get(person.id))
    assert again
    assert (again.name, again.phone) == (f"customer-{person.id}", "")
    assert not picture.exists()
    assert "王芳".encode() not in Path("data/aftercare.db").read_bytes()
    assert busy("doctor").code == 0


def test_a_database_that_is_overwritten_is_asked_first_whom_it_has_erased(busy: Shell) -> None:
    person = busy.kept(known)
    busy("backup", "copy")
    busy("erase", str(person.id), "--yes")
    Path("data/erased").unlink()  # as if the process had been killed before it could write that down
    assert "erased again" in busy("restore", "copy", "--overwrite").out


def test_a_restore_that_was_killed_half_way_must_be_repeated_before_the_desk_opens(busy: Shell) -> None:
    busy("backup", "copy")
    Path("data/restoring").touch()
    said = busy("run")
    assert (said.code, said.err) == (
        1, "Error: A restore was not finished: run `aftercare restore` again, with --overwrite.\n",
    )  # fmt: skip
    assert busy("restore", "copy", "--overwrite").code == 0
    assert not Path("data/restoring").exists()


def test_a_restore_that_was_refused_leaves_the_desk_as_it_was(busy: Shell) -> None:
    busy("backup", "copy")
    assert busy("restore", "copy").code == 1
    Path("copy/database").write_text("Dear diary")
    assert busy("restore", "copy", "--overwrite").code == 1
    assert not Path("data/restoring").exists()
    assert busy.kept(leaving) == ["Your technician is on the way."]


@pytest.mark.parametrize("first_page", [0, 1])
def test_a_damaged_database_is_replaced_by_its_backup(busy: Shell, first_page: int) -> None:
    busy("backup", "copy")
    damage(Path("data/aftercare.db"), 4096 * first_page)
    refused = busy("restore", "copy")
    assert refused.code == 1
    assert refused.err.endswith("If it is to be overwritten all the same, say so.\n")
    assert busy("restore", "copy", "--overwrite").code == 0
    assert busy("doctor").code == 0
    assert busy("release").out == "1 messages are queued again.\n"


def damage(database: Path, first: int) -> None:
    content = bytearray(database.read_bytes())
    content[first:] = b"?" * (len(content) - first)
    database.write_bytes(content)


def test_a_copy_that_was_made_before_an_upgrade_can_be_put_back(busy: Shell) -> None:
    busy("backup", "copy")
    shutil.copy("copy/database", "data/aftercare.db.at-0002")
    assert busy("restore", "data/aftercare.db.at-0002", "--overwrite").code == 0
    assert PICTURE.read_bytes() == b"a picture"
    assert busy.kept(leaving) == []


def test_migrating_an_older_database_says_where_its_copy_is(shell: Shell) -> None:
    Path("data").mkdir()
    migrate(shell.database, "0002")
    assert shell("migrate").out.startswith("A copy of what it was: data/aftercare.db.at-0002\n")
    assert Path("data/aftercare.db.at-0002").exists()
