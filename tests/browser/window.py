"""A browser window with the page in it, and what a person does there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Error, Page, expect

SHOTS = Path("shots")
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 860}}


@dataclass
class Window:
    page: Page
    complaints: list[str] = field(default_factory=list[str])  # of the browser: errors, refused scripts

    async def go(self, link: str) -> None:
        await self.page.goto(link)
        await self.settle()

    async def reload(self) -> None:
        await self.page.reload()
        await self.settle()

    async def settle(self) -> None:
        """Wait until the history is there."""
        await expect(self.page.locator("#log[aria-busy=false]")).to_be_attached()

    async def say(self, text: str) -> None:
        await self.page.fill("#box", text)
        await self.page.press("#box", "Enter")

    async def sees(self, text: str, times: int = 1) -> None:
        await expect(self.page.locator(".bubble").filter(has_text=text)).to_have_count(times)

    async def marked(self, text: str, state: str) -> None:
        line = self.page.locator(".line.mine").filter(has_text=text)
        await expect(line).to_have_attribute("data-state", state)

    async def texts(self) -> list[str]:
        return await self.page.locator(".bubble :is(.text, .facts)").all_inner_texts()

    async def shot(self, name: str) -> None:
        await self.page.screenshot(path=SHOTS / f"{name}.png")


async def window(browser: Browser, **options: Any) -> Window:  # noqa: ANN401 - playwright's own options
    chosen: dict[str, Any] = {"locale": "zh-CN", **DESKTOP, **options}
    return await tab(await browser.new_context(**chosen))


async def tab(context: BrowserContext) -> Window:
    page = await context.new_page()
    opened = Window(page)

    def note_console(message: ConsoleMessage) -> None:
        # A server that is down for a moment is part of some tests, and the browser says so itself.
        if message.type in {"error", "warning"} and "WebSocket" not in message.text:
            opened.complaints.append(message.text)

    def note_error(error: Error) -> None:
        opened.complaints.append(str(error))

    page.on("console", note_console)
    page.on("pageerror", note_error)
    return opened
