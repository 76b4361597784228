from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from apscheduler.schedulers import base
from structlog.testing import capture_logs

from core.ports import Store
from core.shop import Shop
from scheduler.deliveries import Deliveries
from scheduler.timetable import TIMETABLE, Crew, Row, Timetable
from scheduler.watchdog import Reading, is_silent, jump
from tests.scheduler.house import House
from tests.scheduler.scene import HOUR, MINUTE, MONDAY, SECOND, Clock, Network, post, until

TICK = timedelta(seconds=0.02)


@dataclass
class WallClock:
    """Runs with the real one, until somebody sets it."""

    set_by: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.set_by


@dataclass
class Ticking:
    """A timetable with rows that count, and the crew that nobody of them asks."""

    crew: Crew
    wall: WallClock
    counts: Counter[str] = field(default_factory=Counter[str])

    def row(self, name: str, does: Callable[[], Awaitable[None]] | None = None) -> Row:
        async def count(_: Crew) -> None:
            self.counts[name] += 1
            if does:
                await does()

        return Row(name, TICK, count)

    @asynccontextmanager
    async def on(self, *rows: Row) -> AsyncGenerator[Timetable]:
        timetable = Timetable(self.crew, self.wall, rows)
        timetable.start()
        try:
            yield timetable
        finally:
            await timetable.stop()


@pytest.fixture
def crew(store: Store, shop: Shop, clock: Clock, network: Network) -> Crew:
    house = House(store, shop, clock)
    return Crew(Deliveries(store, {"web": network}, clock), house.deadlines(), house.housekeeping())


@pytest.fixture
def ticking(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> Ticking:
    """APScheduler reads the wall clock itself: it is given one that can be set."""
    wall = WallClock()

    class Now(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return wall().astimezone(tz)

    monkeypatch.setattr(base, "datetime", Now)
    return Ticking(crew, wall)


async def test_the_rows_tick(ticking: Ticking) -> None:
    async with ticking.on(ticking.row("one"), ticking.row("two")):
        await until(lambda: ticking.counts["one"] > 3 and ticking.counts["two"] > 3)
    before = ticking.counts.copy()
    await asyncio.sleep(5 * TICK.total_seconds())
    assert ticking.counts == before, "they tick on after the timetable was stopped"


async def test_a_row_that_fails_is_complained_about_once_and_ticks_on(ticking: Ticking) -> None:
    async def fail() -> None:
        if ticking.counts["one"] < 4:
            raise ValueError("Mrs Li, 13800138000")

    with capture_logs() as logs:
        async with ticking.on(ticking.row("one", fail)):
            await until(lambda: ticking.counts["one"] > 5)
    assert [(entry["event"], entry["what"]) for entry in logs] == [("failing", "one"), ("works_again", "one")]
    assert "Li" not in str(logs)


async def test_ticks_do_not_pile_up_behind_a_slow_one(ticking: Ticking) -> None:
    slow = asyncio.Event()
    async with ticking.on(ticking.row("slow", does=lambda: still(slow)), ticking.row("quick")):
        await until(lambda: ticking.counts["quick"] > 5)
        assert ticking.counts["slow"] == 1
        slow.set()
        await until(lambda: ticking.counts["slow"] > 1)


@pytest.mark.parametrize("by", [-HOUR, HOUR, -24 * HOUR])
async def test_the_wall_clock_is_set_and_the_ticks_go_on(ticking: Ticking, by: timedelta) -> None:
    with capture_logs() as logs:
        async with ticking.on(ticking.row("one")) as timetable:
            await until(lambda: ticking.counts["one"] > 3)
            ticking.wall.set_by = by
            timetable.check()
            before = ticking.counts["one"]
            await until(lambda: ticking.counts["one"] > before + 3)
            assert ticking.counts["one"] < before + 20  # an hour's ticks are not made up for
            timetable.check()
    assert [entry["event"] for entry in logs] == ["clock_was_set"]


async def test_without_the_watchdog_an_hour_set_back_is_an_hour_of_silence(ticking: Ticking) -> None:
    """Why there is one. When this fails, APScheduler has learned to do without."""
    async with ticking.on(ticking.row("one")) as timetable:
        await until(lambda: ticking.counts["one"] > 3)
        ticking.wall.set_by = -HOUR
        await asyncio.sleep(5 * TICK.total_seconds())
        before = ticking.counts["one"]
        await asyncio.sleep(10 * TICK.total_seconds())
        assert ticking.counts["one"] == before
        timetable.check()
        await until(lambda: ticking.counts["one"] > before)


async def test_the_watchdog_looks_by_itself(ticking: Ticking) -> None:
    with capture_logs() as logs:
        async with ticking.on(ticking.row("one")):
            await until(lambda: ticking.counts["one"] > 3)
            ticking.wall.set_by = -HOUR
            await asyncio.sleep(5 * TICK.total_seconds())
            before = ticking.counts["one"]
            await until(lambda: ticking.counts["one"] > before)
    assert [entry["event"] for entry in logs] == ["clock_was_set"]


async def test_ticks_that_stopped_for_any_reason_begin_again(ticking: Ticking) -> None:
    ticks = [0.0]
    timetable = Timetable(
        ticking.crew, lambda: MONDAY + timedelta(seconds=ticks[0]), (ticking.row("one"),), lambda: ticks[0]
    )
    timetable.start()
    timetable.scheduler.remove_all_jobs()
    ticks[0] = 6.0
    with capture_logs() as logs:
        timetable.check()
    assert [entry["event"] for entry in logs] == ["timetable_was_silent"]
    assert len(timetable.scheduler.get_jobs()) == 1
    await timetable.stop()


async def test_stopping_lets_finish_what_runs(ticking: Ticking) -> None:
    done: list[str] = []

    async def work() -> None:
        await asyncio.sleep(0.1)
        done.append("finished")

    async with ticking.on(ticking.row("one", work)):
        await until(lambda: ticking.counts["one"] == 1)
    assert done == ["finished"]
    await asyncio.sleep(5 * TICK.total_seconds())
    assert ticking.counts["one"] == 1


async def test_the_real_timetable_sends_and_rings(
    crew: Crew, store: Store, clock: Clock, network: Network, shop: Shop
) -> None:
    house = House(store, shop, clock)
    await house.hire()
    await house.report()
    clock.pass_(15 * MINUTE)
    await post(store, "li", "one")
    sending = asyncio.create_task(crew.deliveries.run())
    timetable = Timetable(crew, lambda: datetime.now(UTC))
    timetable.start()
    await until(lambda: network.texts("li") == ["one"] and len(network.texts("sun")) == 1)
    await timetable.stop()
    crew.deliveries.stop()
    await sending
    assert network.texts("li") == ["one"]
    assert len(network.texts("sun")) == 1


def test_the_timetable_can_be_read_aloud() -> None:
    names = [row.name for row in TIMETABLE]
    assert len(names) == len(set(names))
    assert {row.name: row.every for row in TIMETABLE}["send what is queued"] == SECOND


def test_a_clock_that_was_set_is_told_from_one_that_ran() -> None:
    before = Reading(MONDAY, 100.0)
    assert jump(before, Reading(MONDAY + 5 * SECOND, 105.0)) is None
    assert jump(before, Reading(MONDAY + 5 * SECOND, 106.0)) is None  # corrected a little
    assert jump(before, Reading(MONDAY - HOUR + 5 * SECOND, 105.0)) == -HOUR
    assert jump(before, Reading(MONDAY + HOUR, 100.0)) == HOUR


def test_silence_is_five_missed_ticks_and_at_least_five_seconds() -> None:
    assert not is_silent(100.0, 104.9, SECOND)
    assert is_silent(100.0, 105.1, SECOND)
    assert not is_silent(100.0, 149.0, 10 * SECOND)


async def still(event: asyncio.Event) -> None:
    await event.wait()
