"""The desk put together as in a shop, with real sockets: pages come in by the front door."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from bot.app import App, now
from bot.settings import Settings
from tests.channels.web.house import Page
from tests.ports import free_ports


@dataclass
class Desk:
    app: App
    session: ClientSession
    pages: AsyncExitStack = field(default_factory=AsyncExitStack)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.app.settings.port}"

    async def page(self, key: str = "", **hello: object) -> tuple[Page, str, list[Any]]:
        """Somebody opens the page: what it hears, his key, and the lines that were there."""
        page = await self.knock({"hello": {"key": key, "after": 0, "lang": "en"} | hello})
        welcome = await page.hear("welcome")
        return page, welcome["key"], await page.hear("lines")

    async def knock(self, first: dict[str, object], origin: str = "") -> Page:
        headers = {"Origin": origin or self.address}
        ws = await self.pages.enter_async_context(self.session.ws_connect(f"{self.address}/ws", headers=headers))
        page = Page(ws)
        await page.tell(**first)
        return page

    async def watched(self, path: str) -> Any:  # noqa: ANN401 - JSON
        async with self.session.get(f"http://127.0.0.1:{self.app.settings.admin_port}{path}") as answer:
            text = await answer.text()
        return json.loads(text) if text.startswith("{") else text

    async def figures(self) -> dict[str, float]:
        """The lines of /metrics, by name and labels."""
        lines = (await self.watched("/metrics")).splitlines()
        return {name: float(value) for name, _, value in (x.rpartition(" ") for x in lines if not x.startswith("#"))}


@asynccontextmanager
async def opened(
    url: str,
    folder: Path,
    clock: Callable[[], datetime] = now,
    before: Callable[[App], object] = lambda _: None,
    **settings: object,
) -> AsyncGenerator[Desk]:
    """`before` it begins."""
    port, admin_port = free_ports(2)
    given = {"data": folder, "database": url, "port": port, "admin_port": admin_port} | settings
    app = App(Settings(**given), clock)  # type: ignore[arg-type]
    before(app)
    await app.start()
    async with ClientSession() as session:
        desk = Desk(app, session)
        yield desk
        await desk.pages.aclose()
    await app.stop()
