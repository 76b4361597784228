"""In the morning, once, first to the head of after-sales, with a list behind each number."""

from __future__ import annotations

import re

import pytest

from bot.handlers.lists import PAGE
from core.desk import Desk
from core.outcomes import Undeliverable
from core.people import Chat
from core.ports import Posting, Unit, Weight
from core.tickets import Ticket
from tests.acceptance.complaints import LODGED
from tests.acceptance.scripts import REPORTED
from tests.acceptance.world import World

NUMBER = re.compile(r"[FT]-\d{6}-\d{4}")
LISTS = ("Open", "Overdue", "Unclaimed", "Undelivered", "Complaints")
BOTH = REPORTED + LODGED.replace("    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n", "")


@pytest.mark.rule("ESC-01")
async def test_each_number_opens_its_list(desk_on_either: World) -> None:
    await desk_on_either.play(
        BOTH
        + """
        ... until Tue 09:05
        Liu< This is how the desk stands | 今日工单概况
        Liu< Overdue: 1 | 超时：1
        Zhao! This is how the desk stands | 今日工单概况
        ... until Tue 09:35
        Zhao< This is how the desk stands | 今日工单概况
        Zhao< Open: 2 | 未完成：2
        Zhao< Overdue: 2 | 超时：2
        Zhao< Complaints: 1 | 投诉：1
        Zhao< Undelivered: 0 | 未送达：0
        Chen!! This is how the desk stands | 今日工单概况
        Zhao> [Unclaimed]
        Zhao< T-261123-0001
        Zhao> [Complaints]
        Zhao< T-261123-0001
        Zhao! F-261123-0001
        Zhao> [Overdue]
        Zhao< F-261123-0001
        ... 1 hour
        Zhao! This is how the desk stands | 今日工单概况
        ... until Wed 09:35
        Zhao< This is how the desk stands | 今日工单概况
        Liu< This is how the desk stands | 今日工单概况
        ... until Fri 12:30
        Zhao> mine | 我的
        ... until Sat 09:35
        Zhao! This is how the desk stands | 今日工单概况
        Liu> unclaimed | 未认领
        Liu< T-261123-0001
        """
    )


@pytest.mark.parametrize("reader", ["Liu", "Zhao"])
async def test_the_lists_have_as_many_as_were_counted(desk_on_either: World, reader: str) -> None:
    world = desk_on_either
    await world.play(BOTH)
    fault, complaint = await world.ticket("F-261123-0001"), await world.ticket("T-261123-0001")
    zhao = await world.person("Zhao")
    await world.do(lambda unit: fill(world, unit, fault, complaint, about=zhao.id))
    await world.play("... until Tue 09:05\n" if reader == "Liu" else "... until Tue 09:35\n")
    seat = await world.seat(reader)
    counted = [int(n) for n in re.findall(r"[:：] ?(\d+)(?=\n| \[)", seat.new[-1])]
    lists = [await listed(world, reader, label) for label in LISTS]
    assert counted == [len(numbers) for numbers in lists]
    assert min(counted) > PAGE
    hidden = "T-261123-0002"
    assert [hidden in numbers for numbers in lists] == [reader == "Liu" and label != "Overdue" for label in LISTS]


def fill(world: World, unit: Unit, fault: Ticket, complaint: Ticket, about: int) -> None:
    """So many that no list fits on a page; one complaint, and a letter about it, is kept from whom it is about."""
    desk = Desk(unit, world.shop, world.at)
    for _ in range(24):
        desk.open("fault", fault.customer, fault.facts)
    about_him = desk.open("complaint", complaint.customer, dict(complaint.facts) | {"about_person": about})
    others = [desk.open("complaint", complaint.customer, complaint.facts) for _ in range(11)]
    chat = unit.chats.open(Chat("gone", "", "away"), "en")
    for ticket in (about_him, *others):
        body = {"text": "News of your complaint", "ticket": ticket.number}
        unit.outbox.put(Posting(chat.id, body, Weight.NOTICE, world.at, ticket=ticket.ref))
        for parcel in unit.outbox.claim(world.at, world.at, channel="gone"):
            unit.outbox.record(parcel, Undeliverable("gone"), world.at, None)


async def listed(world: World, reader: str, label: str) -> list[str]:
    """What stands in the list behind this number, to its end."""
    found: list[str] = []
    tap = label
    while True:
        await world.play(f"{reader}> [{tap}]")
        page = (await world.seat(reader)).new[-1]
        text = page.split(" [")[0]
        found += NUMBER.findall(text)
        if "[More]" not in page and "[更多]" not in page:
            return found
        tap = "More"
