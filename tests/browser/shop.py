"""A shop with a real web server in front of the desk in memory, which can go down and come back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiohttp import web

from bot.channels.web.channel import WebChannel
from bot.channels.web.front import Line, Visitor
from core.outcomes import Outcome
from tests.channels.web.front import Clock, Desk


class Now(Clock):
    def __call__(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class Shop:
    folder: Path
    port: int = 0  # chosen when it opens for the first time, kept when it opens again
    desk: Desk = field(init=False)
    channel: WebChannel = field(init=False)
    runner: web.AppRunner | None = None

    def __post_init__(self) -> None:
        self.desk = Desk(self.folder, Now())

    async def open(self) -> None:
        self.channel = WebChannel(self.desk, self.desk.clock, patience=timedelta(seconds=3))
        self.runner = web.AppRunner(self.channel.application(), access_log=None, shutdown_timeout=1)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", self.port).start()
        self.port = self.runner.addresses[0][1]

    async def close(self) -> None:
        if self.runner:
            await self.runner.cleanup()

    def link(self, who: Visitor | None = None) -> str:
        return f"http://127.0.0.1:{self.port}/" + (f"#k={who.key}" if who else "")

    async def send(self, who: Visitor, line: Line) -> Outcome:
        return await self.channel.send(who.chat, line)
