"""A whole desk in a test: people who type and tap, a clock moved by hand. How it is written stands in script.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol, TypeVar

from bot.envelope import Content
from bot.media.pictures import Pictures
from bot.post import Post
from core.people import Chat, Person
from core.ports import Store, Unit
from core.shop import Shop
from core.tickets import Ticket
from scheduler.contracts import Contracts
from scheduler.deadlines import Deadlines, oldest_due
from scheduler.housekeeping import Housekeeping
from scheduler.morning import Morning
from scheduler.renewals import Renewals
from tests.acceptance.moments import MONDAY_MORNING, moment_of
from tests.acceptance.script import Passing, Spoken, Tap, lines_of, said_in
from tests.acceptance.seats import Seat

T = TypeVar("T")


class Network(Protocol):
    """How what people do reaches the desk, and how they see what it says; where the desk keeps its files."""

    @property
    def pictures(self) -> Pictures: ...

    def address(self, name: str, language: str) -> Chat:
        """Of somebody who has been here before."""
        ...

    def media(self, picture: str) -> str:
        """The name under which the desk keeps a picture that somebody has sent."""
        ...

    async def carry(self, world: World, seat: Seat, said: Content | Tap) -> None:
        """What somebody does, until the desk has handled it."""
        ...

    async def deliver(self, world: World) -> None:
        """Whatever is due leaves."""
        ...

    async def look(self, world: World, seat: Seat) -> None:
        """The seat reads what has come."""
        ...


@dataclass
class World:
    store: Store
    shop: Shop
    language: str
    network: Network
    at: datetime = MONDAY_MORNING
    seats: dict[str, Seat] = field(default_factory=dict[str, Seat])

    async def do(self, work: Callable[[Unit], T]) -> T:
        return await self.store.run(work)

    async def seat(self, name: str) -> Seat:
        """Whoever is new is a customer."""
        if name not in self.seats:
            seat = self.seats[name] = Seat(name, self.network.address(name, self.language))
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
        seat.new.clear()
        await self.network.carry(self, seat, said)
        await self.ring()
        await self.look()

    async def wait(self, time: str) -> None:
        """Everything that comes due on the way happens in its moment."""
        end = moment_of(time, self.at, self.shop.zone)
        while next_due := await self.do(lambda unit: oldest_due(unit, end)):
            self.at = max(self.at, next_due)
            await self.ring()
            await self.network.deliver(self)
        self.at = end
        await Housekeeping(self.store, self.shop, Post(self.shop).tell, lambda: end).tend_drafts()
        await Morning(self.store, self.shop, Post(self.shop).deliver, lambda: end).tell()
        await Renewals(self.store, self.shop, Post(self.shop).deliver, lambda: end).offer()
        await Contracts(self.store, self.shop, Post(self.shop).deliver, lambda: end).ask()
        await self.look()

    async def ring(self) -> None:
        deadlines = Deadlines(self.store, self.shop, Post(self.shop).deliver, lambda: self.at)
        deadlines.looked_at = self.at  # a moment ago: no time was missed
        await deadlines.ring()
        left = await self.do(lambda unit: oldest_due(unit, self.at))
        assert left is None, "a deadline could not be carried out"

    async def look(self) -> None:
        """Everybody reads what has come for him."""
        await self.network.deliver(self)
        for seat in self.seats.values():
            await self.network.look(self, seat)

    async def ticket(self, number: str) -> Ticket:
        found = await self.do(lambda unit: unit.tickets.numbered(number))
        assert found is not None
        return found
