"""The pages that are open right now, by chat."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import field
from datetime import timedelta
from typing import TypeVar

from aiohttp import WSCloseCode, web

from bot.channels.web.front import Visitor
from core.values import dataclass

T = TypeVar("T")


@dataclass(eq=False, slots=True)
class Socket:
    """One open page. `newest` is the highest line sent to it: it cannot have seen more.

    `untold` is the highest that nobody waits to hear about: it came with a history.
    """

    ws: web.WebSocketResponse
    visitor: Visitor
    transport: asyncio.BaseTransport | None
    patience: timedelta  # how long it may take nothing
    newest: int = 0
    untold: int = 0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)  # a new line must not overtake the history

    async def push(self, frame: str, newest: int = 0) -> None:
        async with self.turn:
            await self.write(frame, newest)

    async def write(self, frame: str, newest: int = 0) -> None:
        """Drop a page that takes nothing for long: it comes back and catches up, and the others need not wait."""
        self.newest = max(self.newest, newest)
        try:
            async with asyncio.timeout(self.patience.total_seconds()):
                await self.ws.send_str(frame)
        except ConnectionError:
            pass  # it has just gone, and asks again when it is back
        except TimeoutError:
            if isinstance(self.transport, asyncio.Transport):
                self.transport.abort()


@dataclass(eq=False, slots=True)
class Watch:
    """Somebody waits for a line to be shown."""

    line: int
    shown: bool = False
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def end(self, *, shown: bool) -> None:
        self.shown = self.shown or shown
        self.over.set()

    async def shown_within(self, patience: timedelta) -> bool:
        """False at once when the last page of the chat is gone."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.over.wait(), patience.total_seconds())
        return self.shown


class Sockets:
    def __init__(self) -> None:
        self._connected: set[web.WebSocketResponse] = set()
        self._count: Counter[str] = Counter()
        self._here: dict[str, list[Socket]] = {}
        self._watches: dict[str, list[Watch]] = {}

    def of(self, chat: str) -> list[Socket]:
        return list(self._here.get(chat, ()))

    async def push(self, chat: str, frame: str, *, newest: int = 0, but: Socket | None = None) -> None:
        await asyncio.gather(*(page.push(frame, newest) for page in self.of(chat) if page is not but))

    def count(self, address: str) -> int:
        return self._count[address]

    @contextmanager
    def connected(self, ws: web.WebSocketResponse, address: str) -> Generator[None]:
        self._connected.add(ws)
        self._count[address] += 1
        try:
            yield
        finally:
            self._connected.remove(ws)
            self._count[address] -= 1
            if not self._count[address]:
                del self._count[address]

    @contextmanager
    def entered(self, socket: Socket) -> Generator[None]:
        chat = socket.visitor.chat
        self._here.setdefault(chat, []).append(socket)
        try:
            yield
        finally:
            without(self._here, chat, socket)
            if chat not in self._here:
                for watch in self._watches.get(chat, ()):
                    watch.end(shown=False)

    @contextmanager
    def watching(self, chat: str, line: int) -> Generator[Watch]:
        """Learn when a page says that it has shown this line, or that nobody is left to say so."""
        watch = Watch(line)
        self._watches.setdefault(chat, []).append(watch)
        try:
            yield watch
        finally:
            without(self._watches, chat, watch)

    def saw(self, chat: str, up_to: int) -> bool:
        """Tell those who wait for it; False if nobody does."""
        watches = [watch for watch in self._watches.get(chat, ()) if watch.line <= up_to]
        for watch in watches:
            watch.end(shown=True)
        return bool(watches)

    async def close(self) -> None:
        """Send every page away for a moment: 1012 tells it that we are coming back."""
        await asyncio.gather(*(ws.close(code=WSCloseCode.SERVICE_RESTART) for ws in list(self._connected)))


def without(groups: dict[str, list[T]], key: str, one: T) -> None:
    groups[key].remove(one)
    if not groups[key]:
        del groups[key]
