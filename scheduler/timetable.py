"""What runs how often. The rhythm is APScheduler's, the facts are in the database: every row asks what is due."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from core.values import dataclass
from scheduler.complaints import Complaints
from scheduler.deadlines import Deadlines
from scheduler.deliveries import Deliveries
from scheduler.housekeeping import Housekeeping
from scheduler.watchdog import Reading, is_silent, jump

log = structlog.get_logger()
WATCH_EVERY = 1.0  # seconds


@dataclass(frozen=True, slots=True)
class Crew:
    deliveries: Deliveries
    deadlines: Deadlines
    housekeeping: Housekeeping


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    every: timedelta
    does: Callable[[Crew], Awaitable[None]]


async def send(crew: Crew) -> None:
    crew.deliveries.wake()


# fmt: off
TIMETABLE = (
    Row("send what is queued",             timedelta(seconds=1),  send),
    Row("ring what is due",                timedelta(seconds=5),  lambda crew: crew.deadlines.ring()),
    Row("recover what was left behind",    timedelta(seconds=15), lambda crew: crew.housekeeping.recover_lapsed()),
    Row("give up what is past its time",   timedelta(minutes=1),  lambda crew: crew.housekeeping.expire()),
    Row("ask after silent drafts",         timedelta(minutes=1),  lambda crew: crew.housekeeping.tend_drafts()),
    Row("forget what need not be kept",    timedelta(hours=1),    lambda crew: crew.housekeeping.forget()),
)
# fmt: on


class Timetable:
    """Runs the rows, each at most once at a time; a missed tick is made up for once. `start` needs a running loop."""

    def __init__(
        self,
        crew: Crew,
        clock: Callable[[], datetime],
        rows: tuple[Row, ...] = TIMETABLE,
        ticks: Callable[[], float] = monotonic,
    ) -> None:
        self.crew = crew
        self.clock = clock
        self.rows = rows
        self.ticks = ticks
        self.scheduler: Any = AsyncIOScheduler(timezone=UTC)
        self.running: set[asyncio.Future[None]] = set()
        self.complaints = Complaints()
        self.reading = Reading(clock(), ticks())
        self.last_tick = ticks()
        self.watching: asyncio.Task[None] | None = None

    def start(self) -> None:
        self.scheduler.start()
        self.put_up()
        self.watching = asyncio.create_task(self.watch())

    async def stop(self, grace: timedelta = timedelta(seconds=10)) -> None:
        """Begin nothing more; what runs may finish within `grace`."""
        self.scheduler.pause()
        if self.watching:
            self.watching.cancel()
        if self.running:
            await asyncio.wait(self.running, timeout=grace.total_seconds())
        self.scheduler.shutdown()
        await asyncio.sleep(0)  # it shuts down in the loop's next round

    def since_tick(self) -> float:
        """Seconds since a row was last begun."""
        return self.ticks() - self.last_tick

    def put_up(self) -> None:
        """All rows, beginning now. APScheduler reckons by the wall clock: when that is set, this is done again."""
        self.last_tick = self.ticks()
        now = self.clock()
        for row in self.rows:
            self.scheduler.add_job(
                self.run, "interval", args=(row,), id=row.name, seconds=row.every.total_seconds(),
                start_date=now, next_run_time=now, replace_existing=True,
                coalesce=True, max_instances=1, misfire_grace_time=None,
            )  # fmt: skip

    async def run(self, row: Row) -> None:
        """One tick. What it raises is logged, and the next tick comes."""
        self.last_tick = self.ticks()
        task = asyncio.ensure_future(row.does(self.crew))
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        try:
            await task
        except Exception as wrong:  # noqa: BLE001 - the timetable must survive
            self.complaints.failed(row.name, wrong)
        else:
            self.complaints.works(row.name)

    async def watch(self) -> None:
        while True:
            await asyncio.sleep(WATCH_EVERY)
            self.check()

    def check(self) -> None:
        """An hour set back would otherwise be an hour of silence."""
        before, self.reading = self.reading, Reading(self.clock(), self.ticks())
        shortest = min(row.every for row in self.rows)
        if by := jump(before, self.reading):
            log.warning("clock_was_set", seconds=by.total_seconds())
            self.put_up()
        elif is_silent(self.last_tick, self.reading.ticks, shortest):
            log.warning("timetable_was_silent", seconds=self.reading.ticks - self.last_tick)
            self.put_up()
