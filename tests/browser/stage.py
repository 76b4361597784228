"""The sample shop in real windows, and a script of acceptance tests played in them: one window for each person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Locator, expect

from bot.app import App, now
from bot.envelope import Photo, Text
from bot.sample import furnish
from bot.settings import Settings
from tests.acceptance.script import NAMES, Spoken, Tap, lines_of, said_in
from tests.browser.window import DESKTOP, PHONE, Window, window
from tests.ports import free_ports

MONDAY_MORNING = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)  # 09:05 in Shanghai
IN_THE_OFFICE = ("Liu", "Chen", "Zhao")  # the others have a phone


@dataclass
class Stage:
    app: App
    browser: Browser
    folder: Path
    keys: dict[str, str] = field(default_factory=dict[str, str])
    windows: dict[str, Window] = field(default_factory=dict[str, Window])

    async def who(self, name: str) -> Window:
        if name not in self.windows:
            at = await window(self.browser, **(DESKTOP if name in IN_THE_OFFICE else PHONE))
            await at.go(f"{self.app.settings.url}/#k={self.keys[NAMES[name]]}")
            self.windows[name] = at
        return self.windows[name]

    async def play(self, script: str) -> None:
        for line in lines_of(script, "zh_CN"):
            match line:
                case Spoken(who, ">", what):
                    await self.says(await self.who(who), what)
                case Spoken(who, "<", what):
                    await expect(bubble(await self.who(who), what).last).to_be_visible(timeout=10_000)
                case _:
                    raise ValueError(line)

    async def says(self, who: Window, what: str) -> None:
        """Until the desk has answered, or changed the card under the thumb."""
        handled = who.page.locator(".mine[data-state=handled]")
        before = await handled.count()
        match said_in(what):
            case Tap(label):
                await who.page.get_by_role("button", name=label, exact=True).last.click()
            case Photo(media):
                await self.attach(who, media)
            case Text(text):
                await who.say(text)
            case other:
                raise ValueError(other)
        await expect(handled).to_have_count(before + 1, timeout=10_000)
        await self.app.deadlines.ring()

    async def attach(self, who: Window, name: str) -> None:
        path = self.folder / f"{name}.jpg"
        Image.effect_mandelbrot((640, 480), (-2, -1, 1, 1), 20 + len(name)).convert("RGB").save(path)
        await who.page.locator("input[type=file]").set_input_files(path)
        await who.page.get_by_role("button", name="发送", exact=True).click()

    async def shots(self, part: str, *names: str) -> None:
        for name in names:
            await (await self.who(name)).shot(f"{part}-{name}")

    async def close(self) -> None:
        """Nobody's browser has complained."""
        for each in self.windows.values():
            await each.page.context.close()
        await self.app.stop()
        assert not [line for each in self.windows.values() for line in each.complaints]


def bubble(who: Window, text: str) -> Locator:
    return who.page.locator(".bubble").filter(has_text=text)


async def staged(browser: Browser, folder: Path) -> Stage:
    """On a Monday morning, whatever day it is; what is due rings after each thing that somebody does."""
    began = now()
    settings = Settings(data=folder, port=free_ports(1)[0], admin_port=0)  # type: ignore[call-arg]
    app = App(settings, lambda: MONDAY_MORNING + (now() - began))
    await app.start()
    keys = await app.store.run(lambda unit: furnish(unit, app.shop, MONDAY_MORNING))
    return Stage(app, browser, folder, {who.split()[0]: key for who, key in keys.items()})
