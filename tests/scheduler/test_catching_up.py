from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from core.phrases import Span
from core.ports import Received, Store
from core.shop import Shop
from core.tickets import Role
from tests.scheduler.house import House, of_a_forgotten_kind
from tests.scheduler.scene import DAY, HOUR, MINUTE, SECOND, Clock, chat

GAP = 6 * HOUR
AWAY = "The desk was out of reach for a while. Meanwhile "


@pytest.fixture
async def house(store: Store, shop: Shop, clock: Clock) -> House:
    house = House(store, shop, clock)
    await house.hire()
    return house


async def test_after_an_outage_each_of_the_staff_gets_one_digest(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    for number in range(40):
        await house.report(f"c{number}")
    await deadlines.ring()
    clock.pass_(GAP)
    await house.wait(9 * MINUTE, deadlines)
    (digest,) = await house.told("sun")
    assert digest.startswith(f"{AWAY}120 things came due, about F-260119-0001, ")
    await house.wait(HOUR, deadlines)
    assert [text[: len(AWAY)] for text in await house.told("ma")] == [AWAY]


async def test_after_a_restart_the_clocks_themselves_tell_that_nobody_looked(house: House, clock: Clock) -> None:
    for number in range(5):
        await house.report(f"c{number}")
    clock.pass_(GAP)
    await house.deadlines().ring()
    assert len(await house.told("sun")) == 1


async def test_what_is_due_at_a_restart_is_told_as_ever(house: House, clock: Clock) -> None:
    first, second = await house.report(), await house.report("wang")
    clock.pass_(15 * MINUTE + SECOND)
    await house.deadlines().ring()
    assert await house.told("sun") == [f"{t.number} still has no technician." for t in (first, second)]


async def test_what_was_written_meanwhile_counts_first(house: House, clock: Clock) -> None:
    drained = [False]
    deadlines = house.deadlines(inbox_is_empty=lambda: drained[0])
    await house.report()
    await house.report("wang")
    clock.pass_(GAP)
    await house.wait(MINUTE, deadlines)
    assert await house.told("sun") == []
    drained[0] = True
    await house.wait(5 * SECOND, deadlines)
    assert len(await house.told("sun")) == 1


async def test_a_noted_message_counts_as_written(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    await house.report()
    clock.pass_(GAP)
    note = Received(0, chat("li"), "m1", clock(), clock(), "{}")
    await house.store.run(lambda unit: unit.inbox.note([note]))
    await house.wait(MINUTE, deadlines)
    assert await house.told("sun") == []
    await house.store.run(lambda unit: unit.inbox.handled(1, clock()))
    await house.wait(5 * SECOND, deadlines)
    assert len(await house.told("sun")) == 1


async def test_an_inbox_that_never_empties_does_not_stop_the_clocks(house: House, clock: Clock) -> None:
    deadlines = house.deadlines(inbox_is_empty=lambda: False)
    await house.report()
    clock.pass_(GAP)
    with capture_logs() as logs:
        await house.wait(11 * MINUTE, deadlines)
    assert len(await house.told("sun")) == 1
    assert "inbox_not_drained" in [entry["event"] for entry in logs]


async def test_a_customer_hears_of_an_outage_once_and_a_technician_twice_at_most(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    await deadlines.ring()
    for hours in (2, 3, 4):
        await agreed(house, hours)
    before = {name: await house.told(name) for name in ("li", "tao")}
    clock.pass_(GAP)
    await house.wait(9 * MINUTE, deadlines)
    (to_li,) = (await house.told("li"))[len(before["li"]) :]
    (to_tao,) = (await house.told("tao"))[len(before["tao"]) :]
    assert to_li.startswith("Sorry, we could not write to you for a while. There is news about F-260119-0001, ")
    assert to_tao.startswith(f"{AWAY}6 reminders came due, about F-260119-0001, ")


async def test_a_reminder_of_yesterday_is_not_sent_today(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    await deadlines.ring()
    await agreed(house, 2)
    before = await house.told("tao")
    clock.pass_(2 * DAY)
    await deadlines.ring()
    assert await house.told("tao") == before


async def test_a_poison_clock_is_left_out_of_the_digest(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    for number in range(4):
        await house.report(f"c{number}")
    await house.store.run(lambda unit: of_a_forgotten_kind(unit, clock()))
    clock.pass_(16 * MINUTE)
    with capture_logs() as logs:
        await deadlines.ring()
    assert [text[: len(AWAY)] for text in await house.told("sun")] == [AWAY]
    assert [entry["event"] for entry in logs] == ["catching_up_failed", "caught_up", "clock_failed"]


async def test_a_digest_that_cannot_be_drawn_gives_way_to_single_messages(house: House, clock: Clock) -> None:
    deadlines = house.deadlines()
    poisoned = await house.report()
    healthy = await house.report("wang")
    house.poison.add(poisoned.number)
    house.poison.add("")
    clock.pass_(16 * MINUTE)
    await deadlines.ring()
    assert await house.told("sun") == [f"{healthy.number} still has no technician."]


async def agreed(house: House, hours: int) -> None:
    """Li has a visit in so many hours, and Tao has accepted it."""
    ticket = await house.report(visit=Span(house.clock() + hours * HOUR, house.clock() + (hours + 1) * HOUR))
    tao = await house.store.run(lambda unit: unit.chats.open(chat("tao"), "en").person.id)
    await house.act(ticket.ref, "assign", Role.DISPATCHER, "di", assignee=tao)
    await house.act(ticket.ref, "accept", Role.TECHNICIAN, "tao")
