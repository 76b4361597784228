"""The whole desk on Telegram: the app as in a shop, and the emulated network with people who have a phone in hand."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from bot.app import App, now
from bot.channels.telegram.calling import Paced
from bot.channels.telegram.channel import TelegramChannel
from core.people import Chat
from core.people import Person as Known
from core.ports import Unit
from core.tickets import Role
from tests.acceptance.moments import MONDAY_MORNING
from tests.ports import free_ports
from tests.telegram.network import Network
from tests.telegram.people import Person
from tests.telegram.server import opened as network_opened
from tests.whole.desk import Desk, opened


@dataclass
class Clock:
    """Goes on from Monday morning, and may be moved."""

    ahead: timedelta = field(default_factory=lambda: MONDAY_MORNING - now())

    def __call__(self) -> datetime:
        return now() + self.ahead

    def passes(self, **time: float) -> None:
        self.ahead += timedelta(**time)

    def moves_to(self, moment: datetime) -> None:
        self.ahead = moment - now()


@dataclass
class Shop:
    """A desk that may be closed and opened again, on one database and one network.

    Unless it is `patient` it does not wait for Telegram's limits, which let a chat have about one message a second.
    """

    url: str
    folder: Path
    network: Network
    clock: Clock
    webhook: bool = False
    patient: bool = False
    port: int = field(default_factory=lambda: free_ports(1)[0])

    @asynccontextmanager
    async def open(self) -> AsyncGenerator[Desk]:
        given: dict[str, object] = {"telegram_token": self.network.token, "telegram_api": self.network.url}
        if self.webhook:
            given |= {"telegram_by": "webhook", "public_url": f"http://127.0.0.1:{self.port}"}
        before = as_it_is if self.patient else hurried
        async with opened(self.url, self.folder, self.clock, before, port=self.port, **given) as desk:
            yield desk

    def chat(self, person: Person) -> Chat:
        return Chat("telegram", str(self.network.bot_id), str(person.id))

    async def hired(self, desk: Desk, person: Person, role: Role, **details: object) -> Known:
        """Somebody who has said hello becomes one of the staff."""
        await person.starts()
        await person.hears("How can I help you?" if person.language == "en" else "请问有什么可以帮您")

        def work(unit: Unit) -> Known:
            known = unit.chats.open(self.chat(person), "en").person
            skills = frozenset(desk.app.shop.policy.catalogue.skills) if role is Role.TECHNICIAN else frozenset[str]()
            hired = replace(known, roles=frozenset({role}), skills=skills, **details)  # type: ignore[arg-type]
            unit.people.save(hired)
            return hired

        return await desk.app.store.run(work)

    async def crew(self, desk: Desk) -> tuple[Person, Person]:
        """Zhang, who goes, and Chen, who sends him."""
        zhang, chen = self.network.person("Zhang"), self.network.person("Chen")
        await self.hired(desk, zhang, Role.TECHNICIAN)
        await self.hired(desk, chen, Role.DISPATCHER)
        return zhang, chen


def as_it_is(_: App) -> None:
    """With the pace that Telegram asks for."""


def hurried(app: App) -> None:
    """On the sender's own clock lies an hour between two calls."""
    telegram = app.networks["telegram"]
    assert isinstance(telegram, TelegramChannel)
    paced, ticks = telegram.bot.rate_limiter, count(step=3600.0)
    assert isinstance(paced, Paced)
    paced.ticks = lambda: next(ticks)


@asynccontextmanager
async def shop(url: str, folder: Path, *, webhook: bool = False) -> AsyncGenerator[Shop]:
    clock = Clock()
    async with network_opened(clock) as network:
        yield Shop(url, folder, network, clock, webhook)


async def begins(ann: Person) -> None:
    await ann.starts()
    await ann.hears("How can I help you?")
    await ann.says("The sofa leg is broken")
    await ann.hears("Please send photos")
    await ann.presses("Skip")
    await ann.hears("Is it urgent")
    assert "Please send photos" not in ann.sees, "the next question stands where the first one stood"
    await ann.presses("It can wait for the visit")
    await ann.hears("Which phone number")


async def completes(ann: Person) -> None:
    assert ann.keyboard[0] == "📱 Send my phone number"
    await ann.shares_contact()
    await ann.hears("Where is it?")
    await ann.says("1 Wensan Road, Hangzhou")
    await ann.hears("When may our technician come?")
    await ann.says("1")
    await ann.hears("Please check before I send it:")
    assert not ann.keyboard
    await ann.presses("Send")
    await ann.hears("Your ticket is F-261123-0001")
    await ann.network.until(lambda: "[Send]" not in ann.sees, lambda: f"its buttons stay: {ann.sees}")


async def files_come(place: Shop, desk: Desk) -> None:
    """What the timetable does every few seconds; it does not know that the clock was moved."""
    for _ in range(3):
        place.clock.passes(seconds=15)
        await desk.app.fetching.work()
    desk.app.deliveries.wake()
