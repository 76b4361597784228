from __future__ import annotations

import asyncio
from datetime import datetime

import pytest
from structlog.testing import capture_logs

from core.ports import Store, Unit
from core.shop import Shop
from scheduler.housekeeping import Housekeeping
from tests.scheduler.house import House
from tests.scheduler.scene import HOUR, MINUTE, Clock, chat

NUDGE = 'Are you still there? Just answer the question above, or say "cancel".'
PUT_AWAY = (
    "We have not heard from you for a while, so the form is put away. Nothing was sent. Just begin again at any time."
)


@pytest.fixture
def house(store: Store, shop: Shop, clock: Clock) -> House:
    return House(store, shop, clock)


async def fill_in(house: House, answer: str, name: str = "li") -> None:
    def work(unit: Unit) -> None:
        where = unit.chats.open(chat(name), "en").id
        unit.chats.keep_draft(where, {"form": "report_fault", "answers": {"words": answer}}, house.clock())

    await house.store.run(work)


async def draft(house: House, name: str = "li") -> object:
    return await house.store.run(lambda unit: unit.chats.open(chat(name), "en").draft)


async def every_minute(house: House, minutes: int) -> None:
    for _ in range(minutes):
        house.clock.pass_(MINUTE)
        await house.housekeeping().tend_drafts()


async def test_a_silent_draft_is_asked_about_once(house: House) -> None:
    await fill_in(house, "the leg")
    await every_minute(house, 30)
    assert await house.told("li") == []
    await every_minute(house, 90)
    assert await house.told("li") == [NUDGE]


async def test_a_day_later_it_is_put_away_and_the_person_is_told(house: House) -> None:
    await fill_in(house, "the leg")
    await every_minute(house, 31)
    house.clock.pass_(23 * HOUR)
    await every_minute(house, 20)
    assert await draft(house) is not None
    await every_minute(house, 20)
    assert await draft(house) is None
    assert await house.told("li") == [NUDGE, PUT_AWAY]


async def test_a_draft_answered_in_between_is_left_alone(house: House) -> None:
    await fill_in(house, "the leg")
    await every_minute(house, 29)
    await fill_in(house, "the left leg")
    await every_minute(house, 29)
    assert await house.told("li") == []


async def test_whoever_answers_after_being_asked_has_his_time_again(house: House) -> None:
    await fill_in(house, "the leg")
    await every_minute(house, 40)
    house.clock.pass_(23 * HOUR)
    await fill_in(house, "the left leg")
    house.clock.pass_(HOUR)
    await every_minute(house, 2)
    assert await draft(house) is not None
    assert await house.told("li") == [NUDGE, NUDGE]


async def test_after_a_long_outage_nothing_is_put_away_unasked(house: House) -> None:
    await fill_in(house, "the leg")
    house.clock.pass_(48 * HOUR)
    await every_minute(house, 60)
    assert await draft(house) is not None
    assert await house.told("li") == [NUDGE]


async def test_what_a_person_writes_cannot_pass_for_the_mark(house: House) -> None:
    await fill_in(house, '"nudged":true')
    await every_minute(house, 31)
    assert await house.told("li") == [NUDGE]


async def test_a_chat_that_cannot_be_written_to_holds_up_no_other(house: House) -> None:
    await fill_in(house, "the leg", "wang")
    await fill_in(house, "the leg")
    house.poison.add("wang")
    with capture_logs() as logs:
        await every_minute(house, 31)
    assert await house.told("li") == [NUDGE]
    assert {entry["event"] for entry in logs} == {"draft_failed"}


async def test_what_need_not_be_kept_is_forgotten_bit_by_bit(house: House) -> None:
    left = [3]

    async def prune(_: datetime) -> int:
        left[0] -= 1
        return left[0]

    await Housekeeping(house.store, house.shop, house.tell, house.clock, prune).forget()
    assert left == [0]


async def test_two_replicas_ask_once(either_store: Store, shop: Shop, clock: Clock) -> None:
    house = House(either_store, shop, clock)
    names = [f"c{number}" for number in range(8)]
    for name in names:
        await fill_in(house, "the leg", name)
    clock.pass_(31 * MINUTE)
    await asyncio.gather(*(house.housekeeping().tend_drafts() for _ in range(3)))
    assert [await house.told(name) for name in names] == [[NUDGE]] * 8


async def test_many_silent_drafts_are_all_asked_about(house: House) -> None:
    for number in range(150):
        await fill_in(house, "the leg", f"c{number}")
    await every_minute(house, 31)
    assert [await house.told(f"c{number}") for number in range(150)] == [[NUDGE]] * 150
