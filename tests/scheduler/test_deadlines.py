from __future__ import annotations

from functools import partial

import pytest
from structlog.testing import capture_logs

from core.alerts import sound
from core.claims import claim
from core.desk import Desk
from core.errors import StorageTrouble
from core.phrases import say
from core.ports import Store, Unit
from core.shop import Shop
from core.tickets import Alert, Role, Ticket
from core.wording import Scene
from tests.scheduler.house import House, of_a_forgotten_kind
from tests.scheduler.scene import HOUR, MINUTE, SECOND, Clock, Shaky, chat

UNASSIGNED = "F-260119-0001 still has no technician."


@pytest.fixture
async def house(store: Store, shop: Shop, clock: Clock) -> House:
    house = House(store, shop, clock)
    await house.hire()
    return house


async def test_a_clock_rings_when_it_is_due_and_not_before(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    await house.report()
    await house.wait(15 * MINUTE - SECOND, deadlines)
    assert await house.told("sun") == []
    await house.wait(SECOND, deadlines)
    await house.wait(SECOND, deadlines)
    assert await house.told("sun") == [UNASSIGNED]


async def test_a_clock_that_no_longer_runs_stays_silent(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    ticket = await house.report()
    await house.act(ticket.ref, "cancel", Role.CUSTOMER, "li", facts={"reason": "repaired itself"})
    await house.wait(HOUR, deadlines)
    assert UNASSIGNED not in await house.told("sun")


async def test_an_alert_climbs_until_somebody_claims_it(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    await house.report()
    await house.wait(24 * MINUTE, deadlines)
    assert await house.told("ma") == []
    await house.wait(MINUTE, deadlines)
    assert await house.told("ma") == [f"Nobody has taken care yet. {UNASSIGNED}"]


async def test_a_claimed_alert_climbs_only_if_nothing_is_done_about_it(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    await house.report()
    await house.wait(15 * MINUTE, deadlines)

    def take(unit: Unit) -> None:
        sun = unit.chats.open(chat("sun"), "en").person
        claim(Desk(unit, house.shop, clock()), unit.alerts.open_now()[0].id, sun)

    await house.store.run(take)
    await house.wait(HOUR - MINUTE, deadlines)
    assert not any("nothing has been done" in text for text in await house.told("ma"))
    await house.wait(MINUTE, deadlines)
    assert any("nothing has been done" in text for text in await house.told("ma"))


async def test_two_replicas_ring_nothing_twice(either_store: Store, shop: Shop, clock: Clock) -> None:
    house = House(either_store, shop, clock)
    await house.hire()
    for number in range(12):
        await house.report(f"c{number}")
    replicas = [house.deadlines(), house.deadlines()]
    await house.wait(25 * MINUTE, *replicas)
    assert len(await house.told("sun")) == len(set(await house.told("sun"))) == 12
    assert len(await house.told("ma")) == len(set(await house.told("ma"))) == 12


async def test_two_replicas_let_an_alert_climb_one_level_only(either_store: Store, shop: Shop, clock: Clock) -> None:
    house = House(either_store, shop, clock)
    await house.hire()
    tickets = [await house.report(f"c{number}") for number in range(12)]
    replicas = [house.deadlines(), house.deadlines()]
    await house.wait(SECOND, *replicas)
    for ticket in tickets:
        await house.store.run(partial(call_the_dispatcher, house=house, ticket=ticket))
    await house.wait(10 * MINUTE, *replicas)
    assert len(await house.told("sun")) == 12
    assert await house.told("ma") == []


def call_the_dispatcher(unit: Unit, house: House, ticket: Ticket) -> None:
    desk = Desk(unit, house.shop, house.clock())
    sound(desk, Alert(Role.DISPATCHER, say("Please call about {number}.")), Scene(unit, house.shop, desk.at, ticket))


async def test_a_poison_clock_holds_up_no_other_and_is_parked_with_an_alert(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    poisoned, healthy = await house.report(), await house.report("wang")
    house.poison.add(poisoned.number)
    with capture_logs() as logs:
        await house.wait(15 * MINUTE, deadlines)
        assert await house.told("sun") == [f"{healthy.number} still has no technician."]
        for _ in range(6):
            await house.wait(5 * SECOND, deadlines)
    assert await house.told("sun") == [
        f"{healthy.number} still has no technician.",
        f"A deadline of {poisoned.number} could not be carried out. Please look at the ticket.",
    ]
    assert [entry["event"] for entry in logs].count("clock_failed") == 5
    assert [entry["event"] for entry in logs].count("clock_parked") == 1


async def test_a_poison_alert_is_parked_too(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    poisoned = await house.report()
    await house.wait(20 * MINUTE, deadlines)
    house.poison.add(poisoned.number)
    with capture_logs() as logs:
        await house.wait(5 * MINUTE, deadlines)
        for _ in range(7):
            await house.wait(5 * SECOND, deadlines)
    assert [entry["event"] for entry in logs].count("clock_failed") == 5
    assert await house.told("ma") == []


async def test_a_database_out_of_reach_is_left_to_the_next_tick(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    await house.report()
    clock.pass_(9 * MINUTE)
    await deadlines.ring()
    clock.pass_(6 * MINUTE)
    deadlines.store = Shaky(house.store, (True, False))  # the clocks can be read, and then not be rung
    with pytest.raises(StorageTrouble):
        await deadlines.ring()
    await house.wait(5 * SECOND, deadlines)
    assert await house.told("sun") == [UNASSIGNED]


async def test_a_clock_whose_ticket_cannot_be_told_of_at_all_is_silenced(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    await house.store.run(lambda unit: of_a_forgotten_kind(unit, clock()))
    house.unspeakable = True
    with capture_logs() as logs:
        for _ in range(7):
            await house.wait(MINUTE, deadlines)
    assert [entry["event"] for entry in logs].count("clock_failed") == 5
    assert await house.told("sun") == []
