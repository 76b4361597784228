"""The web chat: the page a shop puts on its own site, and the channel that needs no other company."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from aiohttp import web

from bot.channels.web import drawing
from bot.channels.web.front import Front, Line
from bot.channels.web.guard import Border
from bot.channels.web.house import House, Paces
from bot.channels.web.kept import read_content
from bot.channels.web.limits import Limits
from bot.channels.web.routes import attach
from bot.channels.web.talk import bring
from bot.envelope import Content
from core.outcomes import Absent, Outcome, Sent
from core.values import replace


class WebChannel:
    name = "web"

    def __init__(
        self,
        front: Front,
        clock: Callable[[], datetime],
        *,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        border: Border = Border(),  # noqa: B008 - frozen
        patience: timedelta = timedelta(seconds=5),
    ) -> None:
        self._house = House(front, clock, limits, border, patience, Paces.of(limits))

    def application(self) -> web.Application:
        app = web.Application()
        self.routes(app)
        return app

    def routes(self, app: web.Application) -> None:
        """Serve `/`, `/static/`, `/ws` and `/media`; when the app shuts down, open pages are told to come back."""
        attach(self._house, app)

    def read(self, raw: str) -> Content:
        """Read what `Envelope.raw` holds. Never raises: garbage is Strange."""
        return read_content(raw)

    async def send(self, chat: str, line: Line) -> Outcome:
        """Sent only when a page said that it has shown the line; else it waits in the history (Absent)."""
        if not self._house.sockets.of(chat):
            return Absent()
        with self._house.sockets.watching(chat, line.id) as watch:
            await self._house.sockets.push(chat, drawing.lines([line]), newest=line.id)
            shown = await watch.shown_within(self._house.patience)
        return Sent(str(line.id)) if shown else Absent()

    async def bring(self, chat: str, line: int) -> None:
        """Show what waits in a chat from this line on, if its page is open here."""
        await bring(self._house, chat, line)

    async def typing(self, chat: str) -> None:
        await self._house.sockets.push(chat, drawing.TYPING)

    async def greet(self, chat: str, name: str, role: str, language: str) -> None:
        """Tell the open pages of a chat that its visitor's name, role or language is another now."""
        shop = self._house.front.shop(language)
        for socket in self._house.sockets.of(chat):
            socket.visitor = replace(socket.visitor, name=name, role=role, language=language)
            await socket.push(drawing.welcome(socket.visitor, shop))
