"""How the desk is, for whoever watches over it. For this machine only: no visitor reaches these pages.

/livez: restart it if this is not answered. /readyz: send nobody here while it says 503. /healthz/deep: what is not
getting on, and what to do about it. /metrics: for Prometheus.
"""

from __future__ import annotations

import asyncio
import secrets
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from datetime import datetime, timedelta
from pathlib import Path

from aiohttp import web

from bot import metrics
from bot.pulse import Pulse
from core.errors import StorageTrouble
from core.people import Chat
from core.ports import Received, Store, Unit
from core.storage.reading import Counts
from core.values import dataclass

STUCK = 5.0  # seconds of lag
AT_ONCE = 1.0  # seconds within which the database takes a message
LEAST_FREE = 500 * 1024 * 1024  # bytes; or 5 % of the disk, if that is more
SILENT = timedelta(seconds=30)
ANSWERED_WITHIN = timedelta(seconds=60)
TEXT = {"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
SENT_WITHIN = timedelta(minutes=5)


class TakenBack(Exception):
    """A message was noted to see whether that is possible, and is not to stay."""


@dataclass(slots=True)
class Health:
    """`since_tick` gives the seconds since the timetable last did anything. Set `draining` before the desk closes."""

    store: Store
    counts: Callable[[datetime], Awaitable[Counts]]
    clock: Callable[[], datetime]
    data: Path
    since_tick: Callable[[], float]
    oldest_backup: timedelta = timedelta()  # none: nobody asks
    heard_within: Mapping[str, timedelta] = field(default_factory=dict[str, timedelta])  # by channel
    draining: bool = False
    pulse: Pulse = field(default_factory=lambda: Pulse(metrics.lagged))
    opened_at: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.opened_at = self.clock()

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/livez", self.livez)
        app.router.add_get("/readyz", self.readyz)
        app.router.add_get("/healthz/deep", self.deep)
        app.router.add_get("/metrics", self.metrics)
        app.cleanup_ctx.append(self.watched)
        return app

    async def watched(self, _: web.Application) -> AsyncIterator[None]:
        beating = asyncio.create_task(self.pulse.beat())
        yield
        beating.cancel()
        with suppress(asyncio.CancelledError):
            await beating

    async def livez(self, _: web.Request) -> web.Response:
        well = self.pulse.lag < STUCK
        return told({"event loop": "ok" if well else f"{self.pulse.lag:.0f} s late"})

    async def readyz(self, _: web.Request) -> web.Response:
        return told(
            {
                "open": "closing" if self.draining else "ok",
                "database": await self.database(),
                "disk": await asyncio.to_thread(self.disk),
            }
        )

    async def deep(self, _: web.Request) -> web.Response:
        at = self.clock()
        backup: datetime | None = None
        try:
            counts = await self.counts(at)
            backup, issues = counts.copied_at, list(self.issues(counts, at))
        except StorageTrouble as trouble:
            issues = [str(trouble)]
        said = {"ok": not issues, "issues": issues, "backup": backup and written(backup), "channels": contacts()}
        return web.json_response(said, status=503 if issues else 200)

    async def metrics(self, _: web.Request) -> web.Response:
        at = self.clock()
        try:
            metrics.counted(await self.counts(at), at)
        except StorageTrouble:
            metrics.database_away()
        return web.Response(
            body=metrics.written(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
        )

    async def database(self) -> str:
        """Whether a message could be noted now: one is, and taken back."""
        try:
            async with asyncio.timeout(AT_ONCE):
                await self.store.run(lambda unit: note_nothing(unit, self.clock()))
        except TakenBack:
            return "ok"
        except TimeoutError:
            return f"takes nothing within {AT_ONCE:.0f} s"
        except StorageTrouble as trouble:
            return str(trouble)
        raise AssertionError

    def disk(self) -> str:
        try:
            space = shutil.disk_usage(self.data)
        except OSError as refusal:
            return str(refusal.strerror)
        enough = space.free > max(LEAST_FREE, space.total // 20)
        return "ok" if enough else f"only {space.free >> 20} MB are free"

    def issues(self, counts: Counts, at: datetime) -> Iterator[str]:
        """Judged by what gets on, not by what says that it is well."""
        silent = timedelta(seconds=self.since_tick())
        if silent > SILENT:
            yield f"the timetable has done nothing for {silent.total_seconds():.0f} s: restart the desk"
        if counts.unhandled_since and at - counts.unhandled_since > ANSWERED_WITHIN:
            yield f"{counts.unhandled} messages are unanswered since {counts.unhandled_since:%H:%M} UTC: read the log"
        if counts.queued_since and at - counts.queued_since > SENT_WITHIN:
            yield f"{counts.queued} messages should have left since {counts.queued_since:%H:%M} UTC: read the log"
        if counts.undelivered:
            yield f"{counts.undelivered} messages did not arrive, or may not have: aftercare outbox list"
        yield from self.copies(counts, at)
        yield from self.silences(at)

    def copies(self, counts: Counts, at: datetime) -> Iterator[str]:
        since = counts.copied_at or counts.opened_at
        if self.oldest_backup and since and at - since > self.oldest_backup:
            hours = (at - since) / timedelta(hours=1)
            how_old = f"the latest backup is {hours:.0f} hours old" if counts.copied_at else "there is no backup"
            yield f"{how_old}: aftercare backup"

    def silences(self, at: datetime) -> Iterator[str]:
        """Networks that should have been heard of long ago."""
        for channel, longest in self.heard_within.items():
            heard = metrics.last_contacts().get(channel, {}).get("heard", self.opened_at)
            if at - heard > longest:
                yield f"{channel} has not been heard of for {(at - heard).total_seconds():.0f} s: aftercare check"


def told(checks: dict[str, str]) -> web.Response:
    well = all(said == "ok" for said in checks.values())
    return web.json_response({"ok": well, "checks": checks}, status=200 if well else 503)


def contacts() -> dict[str, dict[str, str]]:
    return {
        channel: {way: written(at) for way, at in sorted(ways.items())}
        for channel, ways in sorted(metrics.last_contacts().items())
    }


def written(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def note_nothing(unit: Unit, at: datetime) -> None:
    unit.inbox.note([Received(0, Chat("health", "", ""), secrets.token_hex(8), at, at, "")])
    raise TakenBack
