"""A whole desk in a test: people who type and tap, and a clock that is moved by hand.

A script is what happens, line by line:

    customer> 报修              the customer types
    customer> [提交]            or taps the button with that label
    customer< 哪件产品           must see that, in what has come since he last said something
    customer! 电话               must not have seen that
    ... 2 hours                 time passes, and every promise that is due rings in its moment
    ... until Mon 12:05         until the next such moment, on the shop's clock
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.envelope import Content, Photo, Press, Text
from bot.post import Post
from bot.reception import Reception
from core import alerts
from core.desk import Desk
from core.opening import open_shop
from core.people import Chat, Person
from core.phrases import Span
from core.ports import DueClock, Received, Store, Unit
from core.shop import Shop
from core.tickets import Role, Ticket

MONDAY_MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)  # 09:30 in Shanghai
TICK = timedelta(minutes=5)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass
class Seat:
    """One person at one chat: what he has been shown, and what of it is new."""

    chat: Chat
    shown: int = 0
    since: list[str] = field(default_factory=list[str])
    everything: list[str] = field(default_factory=list[str])
    buttons: dict[str, str] = field(default_factory=dict[str, str])


@dataclass
class World:
    store: Store
    shop: Shop
    at: datetime = MONDAY_MORNING
    seats: dict[str, Seat] = field(default_factory=dict[str, Seat])
    said: int = 0

    @property
    def reception(self) -> Reception:
        return Reception(self.shop, Post(self.shop), {"test": read})

    async def seat(self, name: str, language: str = "zh_CN") -> Seat:
        if name not in self.seats:
            self.seats[name] = Seat(Chat("test", "", name))
            chat = self.seats[name].chat
            await self.store.run(lambda unit: unit.chats.open(chat, language))
        return self.seats[name]

    async def hire(self, name: str, role: Role, **details: object) -> Person:
        """Somebody of the staff, at a chat of the same name."""
        seat = await self.seat(name, str(details.pop("language", "zh_CN")))

        def work(unit: Unit) -> Person:
            person = unit.chats.open(seat.chat, "zh_CN").person
            hired = replace(person, name=name, roles=frozenset({role}), **details)  # type: ignore[arg-type]
            unit.people.save(hired)
            return hired

        return await self.store.run(work)

    async def play(self, script: str) -> None:
        for line in filter(None, map(str.strip, script.splitlines())):
            await self.line(line)

    async def line(self, line: str) -> None:
        if line.startswith("..."):
            await self.wait(line.removeprefix("...").strip())
            return
        name, mark, rest = re.split(r"([><!])", line, maxsplit=1)
        seat, rest = await self.seat(name.strip()), rest.strip()
        if mark == ">":
            await self.says(seat, rest)
        elif mark == "<":
            seen = "\n".join(seat.since)
            assert rest in seen, f"{name} at {self.clock} does not see {rest!r} but:\n{seen}"
        else:
            assert rest not in "\n".join(seat.everything), f"{name} has seen {rest!r}"

    @property
    def clock(self) -> str:
        return f"{self.at.astimezone(self.shop.zone):%a %H:%M}"

    async def says(self, seat: Seat, said: str) -> None:
        seat.since.clear()
        await self.send(seat, self.token(seat, said[1:-1]) if said.startswith("[") else said)

    def token(self, seat: Seat, label: str) -> str:
        assert label in seat.buttons, f"no button {label!r} among {list(seat.buttons)} in:\n" + "\n".join(
            seat.everything[-2:]
        )
        return "!" + seat.buttons[label]

    async def send(self, seat: Seat, raw: str) -> None:
        self.said += 1
        message = Received(0, seat.chat, str(self.said), self.at, self.at, raw)
        await self.store.run(lambda unit: unit.inbox.note((message,)))
        await self.store.run(lambda unit: self.reception.take(unit, seat.chat, self.at))
        await self.look()

    async def look(self) -> None:
        """Everybody reads what has come for him."""
        for seat in self.seats.values():
            lines = await self.store.run(lambda unit, s=seat: unit.outbox.lines(s.chat, s.shown, self.at))  # type: ignore[misc]
            for line in lines:
                if not line.mine and line.id > seat.shown:
                    seat.shown = line.id
                    labels = {str(label): str(token) for label, token in line.body.get("buttons", ())}
                    seat.buttons |= labels
                    text = str(line.body["text"]) + "".join(f" [{label}]" for label in labels)
                    seat.since.append(text)
                    seat.everything.append(text)

    async def wait(self, until: str) -> None:
        end = self.moment(until)
        while self.at < end:
            self.at = min(end, self.at + TICK)
            await self.ring()
        await self.look()

    def moment(self, until: str) -> datetime:
        if not until.startswith("until "):
            number, unit = until.split()
            return self.at + timedelta(**{unit.rstrip("s") + "s": int(number)})
        day, time = until.removeprefix("until ").split()
        local = self.at.astimezone(self.shop.zone)
        hour, minute = map(int, time.split(":"))
        ahead = (DAYS.index(day) - local.weekday()) % 7
        moment = (local + timedelta(days=ahead)).replace(hour=hour, minute=minute, second=0, microsecond=0)
        return (moment if moment > local else moment + timedelta(days=7)).astimezone(UTC)

    async def ring(self) -> None:
        while due := await self.store.run(lambda unit: unit.clocks.claim(self.at)):
            for each in due:
                await self.store.run(lambda unit, clock=each: self.rung(unit, clock))  # type: ignore[misc]
        for alert in await self.store.run(lambda unit: unit.alerts.climbing(self.at)):
            await self.store.run(lambda unit, one=alert: self.climbed(unit, one))  # type: ignore[misc]

    def rung(self, unit: Unit, clock: DueClock) -> None:
        desk = Desk(unit, self.shop, self.at, f"clock:{clock.id}")
        desk.ring(clock)
        Post(self.shop).deliver(unit, desk.notices, self.at)

    def climbed(self, unit: Unit, alert: object) -> None:
        desk = Desk(unit, self.shop, self.at)
        alerts.climb(desk, alert)  # type: ignore[arg-type]
        Post(self.shop).deliver(unit, desk.notices, self.at)

    async def ticket(self, number: str = "") -> Ticket:
        """The ticket with that number, or the newest that is open."""

        def work(unit: Unit) -> Ticket | None:
            return unit.tickets.numbered(number) if number else unit.tickets.open_now(100)[-1]

        found = await self.store.run(work)
        assert found is not None
        return found

    async def absent(self, person: Person, start: datetime, end: datetime) -> None:
        from core.people import Absence  # noqa: PLC0415

        await self.store.run(lambda unit: unit.people.add_absence(Absence(person.id, Span(start, end))))


def read(raw: str) -> Content:
    if raw.startswith("!"):
        return Press(raw[1:])
    return Photo(raw[5:]) if raw.startswith("IMG::") else Text(raw)


CHINESE = ("张师傅", "王师傅", "小陈", "刘主管", "赵经理", "顾客")
ENGLISH = ("Zhang", "Wang", "Chen", "Liu", "Zhao", "Ann")


async def a_furniture_shop(store: Store, at: datetime = MONDAY_MORNING, language: str = "zh_CN") -> World:
    """Two technicians, a dispatcher, a supervisor, a manager and a customer, all of one language."""
    shop = open_shop("furniture", at)
    world = World(store, shop, at)
    skills = frozenset(shop.policy.catalogue.skills)
    one, two, dispatcher, supervisor, manager, customer = CHINESE if language == "zh_CN" else ENGLISH
    await world.hire(one, Role.TECHNICIAN, language=language, badge="007", skills=skills)
    await world.hire(two, Role.TECHNICIAN, language=language, badge="012", skills=skills)
    await world.hire(dispatcher, Role.DISPATCHER, language=language)
    await world.hire(supervisor, Role.SUPERVISOR, language=language)
    await world.hire(manager, Role.MANAGER, language=language)
    await world.seat(customer, language)
    return world
