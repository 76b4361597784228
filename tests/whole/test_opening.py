"""What the desk does when it opens, and while it is open, so that it can be closed and lost."""

from __future__ import annotations

import asyncio
from pathlib import Path

from structlog.testing import capture_logs

from core.people import Chat
from core.ports import Unit
from core.storage.ledger import Ledger
from core.storage.schema import migrate
from core.tickets import PersonId
from tests.whole.desk import opened


async def test_an_older_database_is_copied_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'aftercare.db'}"
    migrate(url, "0002")
    with capture_logs() as logs:
        async with opened(url, tmp_path) as desk:
            assert (await desk.watched("/readyz"))["ok"]
    told = [each["copy"] for each in logs if each["event"] == "upgraded"]
    assert told == [str(tmp_path / "aftercare.db.at-0002")] == copies_in(tmp_path)


def copies_in(folder: Path) -> list[str]:
    return list(map(str, folder.glob("*.at-*")))


async def test_who_is_erased_while_it_is_open_is_remembered_beside_the_database(url: str, tmp_path: Path) -> None:
    def forget(unit: Unit) -> PersonId:
        person = unit.chats.open(Chat("web", "", "li"), "en").person.id
        unit.people.erase(person, "customer-1", desk.app.health.clock())
        return person

    async with opened(url, tmp_path) as desk:
        erased = await desk.app.store.run(forget)
        await desk.app.remember()
    assert [person for person, _ in Ledger(tmp_path / "erased").entries()] == [erased]


async def test_at_a_desk_that_was_just_opened_nothing_is_wrong_though_there_is_no_backup(
    url: str, tmp_path: Path
) -> None:
    async with opened(url, tmp_path) as desk:
        await asyncio.sleep(0)
        said = await desk.watched("/healthz/deep")
    assert (said["ok"], said["backup"]) == (True, None)
