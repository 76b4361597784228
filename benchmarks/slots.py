"""How long it takes to offer windows, and to book one, while they fill: 200 crews, 30 days, up to 20,000 visits."""

from __future__ import annotations

import asyncio
from statistics import median
from time import perf_counter

from benchmarks.report import MONDAY
from core.casework.booking import Wish, book_delivery
from core.desk import Desk
from core.dispatch import crew_need, free_windows, windows_ahead
from core.opening import shop_with
from core.people import Person, Sale
from core.phrases import Span
from core.policy import load_policy
from core.ports import Unit
from core.shop import Shop
from core.storage.open import open_store
from core.tickets import PersonId, Ref, Role, Ticket

CREWS, DAYS, VISITS, STEPS = 200, 45, 20_000, 4  # so many days that thirty of them are worked
TIMES = 15
NOBODY = PersonId(0)
PHONE, ADDRESS = "+8613800138000", "杭州市西湖区文三路 1 号 3 楼 301"


def show() -> None:
    asyncio.run(fill_and_ask())


async def fill_and_ask() -> None:
    policy = load_policy("furniture")
    visit = policy.visit.model_copy(update={"days_ahead": DAYS})
    shop = shop_with(policy.model_copy(update={"visit": visit}), MONDAY)
    store = open_store("sqlite://")
    crews = await store.run(hire)
    print(
        f"\nOffering windows, and booking the soonest: {CREWS} crews, {DAYS} days ahead, the soonest windows full first"
    )
    for step in range(STEPS + 1):
        booked = VISITS * step // STEPS
        await store.run(lambda unit, b=booked: book(unit, shop, crews, b))  # type: ignore[misc]
        offering = median([await store.run(lambda unit: asked(unit, shop)) for _ in range(TIMES)])
        booking = median([await store.run(lambda unit: booked_one(unit, shop)) for _ in range(TIMES)])
        print(f"  {booked:6,} visits booked: {offering:5.1f} ms, and {booking:5.1f} ms to book one more")
    await store.close()


def hire(unit: Unit) -> list[tuple[PersonId, PersonId]]:
    driving = frozenset({Role.TECHNICIAN})
    hired = [
        [unit.people.add(Person(NOBODY, "", roles=driving, crew=f"van {crew}")).id for _ in range(2)]
        for crew in range(CREWS)
    ]
    return [(lead, mate) for lead, mate in hired]


def book(unit: Unit, shop: Shop, crews: list[tuple[PersonId, PersonId]], visits: int) -> None:
    """Up to so many, those that are there already counted."""
    windows = windows_ahead(Desk(unit, shop, MONDAY))
    customer = unit.people.add(Person(NOBODY)).id
    there = sum(each.leads for each in unit.tickets.taken(Span(windows[0].start, windows[-1].end)))
    for number in range(there, visits):
        lead, mate = crews[number % CREWS]
        new = Ticket(Ref(f"r{number}"), "", "delivery", "scheduled", customer, MONDAY, assignee=lead, crew=(mate,),
                     visit=windows[number // CREWS], facts={"product": "sofa"})  # fmt: skip
        unit.tickets.add(new, "S", MONDAY.date())


def asked(unit: Unit, shop: Shop) -> float:
    """Milliseconds."""
    desk, began = Desk(unit, shop, MONDAY), perf_counter()
    found = free_windows(desk, crew_need(desk, suburb=False))
    took = 1000 * (perf_counter() - began)
    assert found, "nothing is free"
    return took


def booked_one(unit: Unit, shop: Shop) -> float:
    """Milliseconds for what the last message does: look at the window again, open the delivery, find a crew."""
    desk = Desk(unit, shop, MONDAY)
    customer = unit.people.add(Person(NOBODY, "李雷"))
    order = f"S-{customer.id}"
    unit.sales.add(
        [Sale(0, order, PHONE, "李雷", "三人布艺沙发", "sofa", "NOVA-3", order, MONDAY.date(), None, ADDRESS)]
    )
    window = free_windows(desk, crew_need(desk, suburb=False))[0]
    wish = Wish(order, "李雷", PHONE, ADDRESS, "lift", visit=window)
    began = perf_counter()
    ticket, _ = book_delivery(desk, customer, wish)
    took = 1000 * (perf_counter() - began)
    assert ticket.visit == window
    return took
