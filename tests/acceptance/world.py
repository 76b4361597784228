"""A whole desk in a test: people who type and tap, a clock moved by hand. How it is written stands in script.py."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from bot.envelope import Arrival, Contact, Content, Happened, Photo, Place, Press, Strange, Text
from bot.post import Post
from bot.reception import Reception
from core.people import Chat, Person
from core.ports import Line, Received, Store, Unit
from core.shop import Shop
from core.tickets import Ticket
from scheduler.deadlines import Deadlines, oldest_due
from scheduler.housekeeping import Housekeeping
from tests.acceptance.moments import MONDAY_MORNING, moment_of
from tests.acceptance.script import Passing, Spoken, Tap, lines_of, said_in

T = TypeVar("T")


@dataclass
class Seat:
    """One person at one chat: what he has been shown, and what of it is new."""

    chat: Chat
    shown: int = 0
    new: list[str] = field(default_factory=list[str])
    everything: list[str] = field(default_factory=list[str])
    buttons: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))  # by ticket, by label

    def read(self, line: Line) -> None:
        labels = {str(label): str(token) for label, token in line.body.get("buttons", ())}
        for ticket in {"", str(line.body.get("ticket", ""))}:
            self.buttons[ticket] |= labels
        text = str(line.body["text"]) + "".join(f" [{label}]" for label in labels)
        photos = "".join(f" (photo {photo})" for photo in line.body.get("photos", ()))
        self.new.append(text + photos)
        self.everything.append(text + photos)

    def token(self, tap: Tap) -> str:
        known = self.buttons[tap.ticket]
        assert tap.label in known, "\n".join((f"no button {tap.label!r} among {list(known)} after:", *self.new))
        return known[tap.label]


@dataclass
class World:
    store: Store
    shop: Shop
    language: str
    at: datetime = MONDAY_MORNING
    seats: dict[str, Seat] = field(default_factory=dict[str, Seat])
    said: int = 0

    async def do(self, work: Callable[[Unit], T]) -> T:
        return await self.store.run(work)

    async def seat(self, name: str) -> Seat:
        """Whoever is new is a customer."""
        if name not in self.seats:
            seat = self.seats[name] = Seat(Chat("test", "", name))
            await self.do(lambda unit: unit.chats.open(seat.chat, self.language))
        return self.seats[name]

    async def person(self, name: str) -> Person:
        seat = await self.seat(name)
        return await self.do(lambda unit: unit.chats.open(seat.chat, self.language).person)

    async def change(self, name: str, /, **details: object) -> Person:
        """Somebody becomes somebody else: gets a role, a language, a phone number."""
        changed = replace(await self.person(name), **details)  # type: ignore[arg-type]
        await self.do(lambda unit: unit.people.save(changed))
        return changed

    async def play(self, script: str) -> None:
        for line in lines_of(script, self.language):
            match line:
                case Passing(time):
                    await self.wait(time)
                case Spoken(who, ">", what):
                    await self.says(who, what)
                case Spoken(who, mark, what):
                    self.sees(await self.seat(who), who, mark, what)

    def sees(self, seat: Seat, who: str, mark: str, what: str) -> None:
        seen = "\n".join(seat.everything if mark == "!!" else seat.new)
        when = f"{self.at.astimezone(self.shop.zone):%a %H:%M}"
        if mark == "<":
            assert what in seen, f"{who} does not see {what!r} on {when} but:\n{seen}"
        else:
            assert what not in seen, f"{who} has seen {what!r} by {when}:\n{seen}"

    async def says(self, who: str, what: str) -> None:
        seat, said = await self.seat(who), said_in(what)
        content = Press(seat.token(said)) if isinstance(said, Tap) else said
        seat.new.clear()
        await self.hears(seat, content)
        await self.ring()
        await self.look()

    async def hears(self, seat: Seat, content: Content) -> None:
        self.said += 1
        message = Received(0, seat.chat, str(self.said), self.at, self.at, written(content))
        reception = Reception(self.shop, Post(self.shop), {"test": read})
        await self.do(lambda unit: unit.inbox.note((message,)))
        await self.do(lambda unit: reception.take(unit, seat.chat, self.at))

    async def wait(self, time: str) -> None:
        """Everything that comes due on the way happens in its moment."""
        end = moment_of(time, self.at, self.shop.zone)
        while next_due := await self.do(lambda unit: oldest_due(unit, end)):
            self.at = max(self.at, next_due)
            await self.ring()
        self.at = end
        await Housekeeping(self.store, self.shop, Post(self.shop).tell, lambda: end).tend_drafts()
        await self.look()

    async def ring(self) -> None:
        deadlines = Deadlines(self.store, self.shop, Post(self.shop).deliver, lambda: self.at)
        deadlines.looked_at = self.at  # a moment ago: no time was missed
        await deadlines.ring()
        left = await self.do(lambda unit: oldest_due(unit, self.at))
        assert left is None, "a deadline could not be carried out"

    async def look(self) -> None:
        """Everybody reads what has come for him."""
        for seat in self.seats.values():
            for line in await self.do(lambda unit, s=seat: unit.outbox.lines(s.chat, s.shown, self.at)):  # type: ignore[misc]
                if not line.mine and line.id > seat.shown:
                    seat.shown = line.id
                    seat.read(line)

    async def ticket(self, number: str) -> Ticket:
        found = await self.do(lambda unit: unit.tickets.numbered(number))
        assert found is not None
        return found


def written(content: Content) -> str:
    """A message as the inbox keeps it."""
    said: list[object]
    match content:
        case Text(text):
            said = ["text", text]
        case Press(token, on):
            said = ["press", token, on]
        case Photo(media, caption):
            said = ["photo", media, caption]
        case Contact(phone):
            said = ["contact", phone]
        case Place(latitude, longitude):
            said = ["place", latitude, longitude]
        case Arrival(token):
            said = ["arrival", token]
        case Happened(what, to):
            said = ["happened", what, to]
        case Strange(what):
            said = ["strange", what]
    return json.dumps(said)


def read(raw: str) -> Content:
    match json.loads(raw):
        case ["text", text]:
            return Text(text)
        case ["press", token, on]:
            return Press(token, on)
        case ["photo", media, caption]:
            return Photo(media, caption)
        case ["contact", phone]:
            return Contact(phone, own=True)
        case ["place", latitude, longitude]:
            return Place(latitude, longitude)
        case ["arrival", token]:
            return Arrival(token)
        case ["happened", what, to]:
            return Happened(what, to)
        case _:
            return Strange(raw)
