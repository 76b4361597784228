"""Whatever the desk says that it counts, it counts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from structlog.testing import capture_logs

from bot.app import now
from bot.metrics import REGISTRY
from core.people import Chat
from core.ports import Clock, Received, Unit
from core.tickets import Ref, Ticket
from tests.whole.desk import Desk, opened

NOWHERE = Chat("nowhere", "", "li")  # no channel can read what comes from there


@pytest.fixture
async def desk(url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    async with opened(url, tmp_path) as desk:
        yield desk


async def test_after_a_journey_every_counter_has_counted(desk: Desk) -> None:
    before = await desk.figures()
    with capture_logs():  # as nobody has started logging here, a trace would be drawn for many seconds
        await journey(desk)
    after = await desk.figures()
    for metric in REGISTRY.collect():
        if metric.name.startswith("aftercare_") and metric.type in {"counter", "histogram"}:
            assert of(after, metric.name) > of(before, metric.name), f"{metric.name} counts nothing"
    for way in ("heard", "sent"):
        contact = after[f'aftercare_channel_last_contact_timestamp_seconds{{channel="web",way="{way}"}}']
        assert contact == pytest.approx(now().timestamp(), abs=600)


async def journey(desk: Desk) -> None:
    """A customer says something twice, a stranger is turned away, somebody is too fast, a promise comes due."""
    page, *_ = await desk.page()
    name = str(uuid4())
    await page.say("hello", name)
    (line,) = await page.hear("lines")
    await page.tell(seen=line["id"])
    await page.say("hello", name)
    await page.hear("noted")
    await (await desk.knock({"hello": {"key": "not-a-key", "lang": "en"}})).closed()
    for _ in range(30):
        await page.say("again")
    await page.hear("refused")
    await desk.app.store.run(lambda unit: something_due(unit, now()))
    await desk.app.drain.catch_up()
    await desk.app.deadlines.ring()
    await asyncio.sleep(0.6)  # a beat of the pulse


def something_due(unit: Unit, at: datetime) -> None:
    """A promise that is just late, and a message that nobody can read."""
    customer = unit.chats.open(Chat("web", "", "li"), "en").person.id
    ticket = unit.tickets.add(Ticket(Ref("r1"), "", "fault", "new", customer, at), "F", at.date())
    unit.clocks.keep(ticket.ref, [Clock("plan", 0, at, at - timedelta(seconds=1))])
    unit.inbox.note([Received(0, NOWHERE, "m", at, at, "{}")])


def of(figures: dict[str, float], metric: str) -> float:
    """How often it has counted, whatever the labels."""
    return sum(n for name, n in figures.items() if name.startswith((f"{metric}_total", f"{metric}_count")))
