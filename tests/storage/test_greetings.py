"""The first greetings within the policy's seconds are counted from the messages themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.people import Chat
from core.phrases import Span
from core.ports import Received, Unit
from core.reports.complaint_report import Greeted
from core.storage.greetings import greeted
from core.storage.open import SqlStore
from core.storage.registers import Registers
from core.tickets import Role
from tests.storage.scene import DAY, HOUR, LI, NOW, WANG

SECOND = timedelta(seconds=1)
TEN = 10 * SECOND
GROUP = Chat("web", "shop", "group")


def writes(unit: Unit, chat: Chat, at: datetime, answered: timedelta | None) -> None:
    unit.inbox.note([Received(0, chat, f"{chat.chat} {at:%j %T}", at, at, "{}")])
    found = unit.inbox.oldest(chat)
    assert found
    if answered is not None:
        unit.inbox.handled(found.id, at + answered)


def a_day(unit: Unit) -> None:
    unit.chats.open(LI, "en")
    colleague = unit.chats.open(WANG, "en").person
    unit.people.save(replace(colleague, roles=frozenset({Role.DISPATCHER})))
    writes(unit, LI, NOW - 11 * HOUR, TEN)  # the day before
    writes(unit, LI, NOW + HOUR / 2, 60 * SECOND)  # goes on from there, less than twelve hours later
    writes(unit, LI, NOW + 13 * HOUR, TEN)  # begins anew, and is answered just in time
    writes(unit, LI, NOW + 13 * HOUR + SECOND, HOUR)
    writes(unit, WANG, NOW + HOUR, HOUR)  # one of us
    writes(unit, GROUP, NOW + HOUR, HOUR)  # no chat of a customer


def late(unit: Unit) -> None:
    for name, answered in (("late", TEN + SECOND), ("never", None)):
        chat = replace(LI, chat=name)
        unit.chats.open(chat, "en")
        writes(unit, chat, NOW + 2 * HOUR, answered)
    parked = replace(LI, chat="parked")
    unit.chats.open(parked, "en")
    writes(unit, parked, NOW + 3 * HOUR, None)
    found = unit.inbox.oldest(parked)
    assert found
    assert unit.inbox.failed(found.id, NOW + 3 * HOUR, "Wrong", 1)


@pytest.mark.rule("CHN-05")
async def test_whoever_begins_to_write_is_counted_once(store: SqlStore) -> None:
    registers = Registers(store.engine.url)
    await store.run(a_day)
    assert await greeted(registers, Span(NOW, NOW + DAY), TEN) == Greeted(1, 1)
    assert await greeted(registers, Span(NOW, NOW + DAY), TEN - SECOND) == Greeted(1, 0)
    assert await greeted(registers, Span(NOW - DAY, NOW + DAY), TEN) == Greeted(2, 2)
    await registers.close()


@pytest.mark.rule("CHN-05")
async def test_late_answers_and_none_are_no_greetings(store: SqlStore) -> None:
    registers = Registers(store.engine.url)
    await store.run(late)
    assert await greeted(registers, Span(NOW, NOW + DAY), TEN) == Greeted(3, 0)
    await registers.close()
