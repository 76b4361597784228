"""The contracts of a day as a file, dropped into the chat: by the front door of the web page, and on Telegram."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.membership import hashed
from core.ports import Unit
from core.tickets import Role
from tests.commands.test_import_contracts import GOOD
from tests.core.sales_files import book
from tests.telegram.people import Person
from tests.whole.desk import Desk
from tests.whole.messenger import Shop, files_come

TABLE = GOOD.replace("小梅", "")
CSV, XLSX = TABLE.encode(), book(*(line.split(",") for line in TABLE.splitlines()))


@pytest.fixture
def url(sqlite_url: str) -> str:
    return sqlite_url


async def contracts(desk: Desk) -> list[str]:
    found = await desk.app.store.run(lambda unit: unit.tickets.of_day("O", desk.app.health.clock().date()))
    return [str(ticket.facts["order"]) for ticket in found]


async def clerk(place: Shop, desk: Desk) -> Person:
    mei = place.network.person("Mei")
    await place.hired(desk, mei, Role.SALES_CLERK, name="Mei")
    return mei


@pytest.mark.rule("ORD-01")
@pytest.mark.parametrize(("data", "name"), [(CSV, "day.csv"), (XLSX, "day.xlsx")])
async def test_a_file_on_telegram_is_looked_into_before_it_is_handed_in(place: Shop, data: bytes, name: str) -> None:
    async with place.open() as desk:
        mei = await clerk(place, desk)
        await mei.sends_document(data, name)
        await mei.hears("The file is still on its way.")
        await files_come(place, desk)
        await mei.presses("Look again")
        await mei.hears("Contracts found: 2. Shall they be handed in?")
        await mei.presses("Hand them in")
        await mei.hears("Contracts handed in: 2.")
        assert await contracts(desk) == ["HT-1", "HT-2"]


@pytest.mark.rule("ORD-02")
async def test_what_is_wrong_in_a_file_is_named_and_a_better_one_is_taken(place: Shop) -> None:
    async with place.open() as desk:
        mei = await clerk(place, desk)
        await mei.sends_document(CSV.replace(b"13800138001", b"12"), "day.csv")
        await mei.hears("still on its way")
        await files_come(place, desk)
        await mei.presses("Look again")
        await mei.hears('Line 4, 电话: "12" is not a telephone number')
        assert await contracts(desk) == []
        await mei.presses("Send another file")
        await mei.hears("Please send the corrected file.")
        await mei.sends_document(CSV, "day.csv")
        await mei.hears("still on its way")
        await files_come(place, desk)
        await mei.presses("Look again")
        await mei.hears("Shall they be handed in?")
        await mei.presses("Hand them in")
        await mei.hears("Contracts handed in")
        assert await contracts(desk) == ["HT-1", "HT-2"]


async def test_a_file_on_the_page(place: Shop) -> None:
    async with place.open() as desk:
        page, key, _ = await desk.page()
        await desk.app.store.run(lambda unit: made_clerk(unit, key))
        media = await sent_up(desk, key, CSV)
        await page.tell(say={"id": "0b0c6b8e-5a0e-4a6e-9a55-0c1f0a4b7e01", "photo": media})
        (line,) = await page.hear("lines")
        assert "HT-1, 王小明, lines: 2" in line["text"]
        assert "Hand them in" in [button["label"] for button in line["buttons"]]


async def test_a_table_of_a_customer_hands_in_nothing(place: Shop) -> None:
    async with place.open() as desk:
        page, key, _ = await desk.page()
        media = await sent_up(desk, key, CSV)
        await page.tell(say={"id": "0b0c6b8e-5a0e-4a6e-9a55-0c1f0a4b7e02", "photo": media})
        (line,) = await page.hear("lines")
        assert "Hand them in" not in [button["label"] for button in line["buttons"]]
        assert await contracts(desk) == []


async def sent_up(desk: Desk, key: str, data: bytes) -> str:
    headers = {"Authorization": f"Bearer {key}", "Origin": desk.address}
    async with desk.session.post(f"{desk.address}/media", data=data, headers=headers) as answer:
        said = await answer.json()
    return str(said.get("media", ""))


def made_clerk(unit: Unit, key: str) -> None:
    chat = unit.chats.by_key(hashed(key))
    assert chat
    person = unit.chats.open(chat, "en").person
    unit.people.save(replace(person, name="Mei", roles=frozenset({Role.SALES_CLERK})))
