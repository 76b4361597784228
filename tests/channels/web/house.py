"""A real server of the web chat, a page at its socket, and the desk in memory behind it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from aiohttp import ClientWebSocketResponse, WSMsgType
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.channels.web.channel import WebChannel
from bot.channels.web.front import Visitor
from bot.channels.web.guard import Border
from bot.channels.web.limits import Limits
from tests.channels.web.front import Desk

GONE = {WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.ERROR}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


@dataclass
class Page:
    """What the browser would do, frame by frame."""

    ws: ClientWebSocketResponse

    async def tell(self, **frame: object) -> None:
        await self.ws.send_str(json.dumps(frame))

    async def hear(self, name: str) -> Any:  # noqa: ANN401 - JSON
        """Wait for the next frame of that name; others pass by."""
        async with asyncio.timeout(5):
            while True:
                frame = await self.ws.receive_json()
                if name in frame:
                    return frame[name]

    async def closed(self) -> int | None:
        async with asyncio.timeout(5):
            while (await self.ws.receive()).type not in GONE:
                pass
        return self.ws.close_code

    async def noted(self, text: str) -> None:
        name = await self.say(text)
        assert await self.hear("noted") == name

    async def say(self, text: str, name: str = "") -> str:
        name = name or str(uuid4())
        await self.tell(say={"id": name, "text": text})
        return name


@dataclass
class House:
    desk: Desk
    channel: WebChannel
    client: TestClient[Request, Application]

    @property
    def origin(self) -> str:
        return f"http://{self.client.host}:{self.client.port}"

    async def page(self, origin: str | None = None, **headers: str) -> Page:
        return Page(await self.client.ws_connect("/ws", headers={"Origin": origin or self.origin, **headers}))

    async def open(self, who: Visitor | None = None, after: int = 0) -> Page:
        page = await self.page()
        await page.tell(hello={"key": who.key if who else "", "after": after, "lang": "en"})
        return page

    async def inside(self, who: Visitor | None = None) -> Page:
        page = await self.open(who)
        await page.hear("lines")
        return page

    def may(self, who: Visitor) -> dict[str, str]:
        return {"Authorization": f"Bearer {who.key}", "Origin": self.origin}


@asynccontextmanager
async def opened(
    folder: Path,
    limits: Limits | None = None,
    border: Border | None = None,
    patience: timedelta = timedelta(seconds=0.3),
) -> AsyncGenerator[House]:
    desk = Desk(folder)
    channel = WebChannel(desk, desk.clock, limits=limits or Limits(), border=border or Border(), patience=patience)
    async with TestClient(TestServer(channel.application())) as client:
        yield House(desk, channel, client)
