"""Whoever was erased stays erased, whatever copy of the database the desk goes on from."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

import pytest

from core.errors import StorageTrouble
from core.people import Person
from core.ports import Unit
from core.storage.backup import backup, restore
from core.storage.ledger import Ledger, erase_again, erased_in, how_many
from core.storage.open import SqlStore, open_store
from core.tickets import PersonId
from tests.storage.scene import DAY, HOUR, NOW, someone
from tests.storage.test_backup import programs

__all__ = ["programs"]  # the client programs of PostgreSQL, for each test here too


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "erased")


def erase(unit: Unit, person: Person, at: datetime) -> None:
    unit.people.erase(person.id, f"customer-{person.id}", at)


async def name_of(store: SqlStore, person: Person) -> str:
    found = await store.run(lambda unit: unit.people.get(person.id))
    assert found
    return found.name


async def went_on(url: str, copy: Path, ledger: Ledger) -> tuple[SqlStore, list[PersonId]]:
    """The desk after a restore."""
    restore(copy, url, overwrite=True)
    store = open_store(url)
    gone, _ = await store.run(lambda unit: erase_again(unit, ledger.entries(), NOW + DAY))
    return store, gone


async def test_who_was_erased_after_the_backup_is_erased_again(
    store: SqlStore, url: str, ledger: Ledger, tmp_path: Path
) -> None:
    wang = await store.run(lambda u: someone(u, "王芳"))
    li = await store.run(lambda u: someone(u, "李雷"))
    await asyncio.to_thread(backup, url, tmp_path / "copy", NOW)
    await store.run(lambda u: erase(u, wang, NOW + HOUR))
    ledger.add(await store.run(erased_in), NOW + HOUR)
    await store.close()
    again, gone = await went_on(url, tmp_path / "copy", ledger)
    assert gone == [wang.id]
    assert await name_of(again, wang) == f"customer-{wang.id}"
    assert await name_of(again, li) == "李雷"
    await again.close()


async def test_an_old_line_does_not_hit_somebody_else_who_has_the_number_now(
    store: SqlStore, url: str, ledger: Ledger, tmp_path: Path
) -> None:
    """The desk once went on from a backup that did not know the person: his number was given anew."""
    stranger = await store.run(lambda u: someone(u, "韩梅梅"))
    ledger.add([(stranger.id, NOW - DAY)], NOW - DAY)
    await asyncio.to_thread(backup, url, tmp_path / "copy", NOW)
    await store.close()
    again, gone = await went_on(url, tmp_path / "copy", ledger)
    assert gone == []
    assert await name_of(again, stranger) == "韩梅梅"
    await again.close()


async def test_who_wrote_long_before_he_was_erased_is_found_too(
    store: SqlStore, url: str, ledger: Ledger, tmp_path: Path
) -> None:
    """He is erased as of the moment at which he asked; what counts is when it was done."""
    wang = await store.run(someone)
    await asyncio.to_thread(backup, url, tmp_path / "copy", NOW)
    await store.run(lambda u: erase(u, wang, NOW - HOUR))
    ledger.add(await store.run(erased_in), NOW + HOUR)
    await store.close()
    again, gone = await went_on(url, tmp_path / "copy", ledger)
    assert gone == [wang.id]
    await again.close()


async def test_the_list_holds_numbers_and_moments_and_nothing_else(store: SqlStore, ledger: Ledger) -> None:
    wang = await store.run(someone)
    await store.run(lambda u: erase(u, wang, NOW))
    ledger.add(await store.run(erased_in), NOW)
    assert await store.run(how_many) == 1
    assert ledger.path.read_text() == f"{wang.id} {NOW.isoformat()} {NOW.isoformat()}\n"
    assert ledger.path.stat().st_mode & 0o077 == 0


def test_a_line_is_never_lost_and_never_changed(ledger: Ledger) -> None:
    ledger.add([(PersonId(7), NOW)], NOW)
    ledger.add([(PersonId(7), NOW), (PersonId(9), NOW + HOUR)], NOW + DAY)
    ledger.add([], NOW + DAY)
    assert ledger.entries() == {(7, NOW): NOW, (9, NOW + HOUR): NOW + DAY}


def test_a_list_that_is_none_of_ours_is_not_passed_over(ledger: Ledger) -> None:
    ledger.path.write_text("Dear diary\n")
    with pytest.raises(StorageTrouble, match=r"The list of the erased, .*erased, cannot be read"):
        ledger.entries()
