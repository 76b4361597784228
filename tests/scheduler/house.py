"""A shop with its people, tickets whose clocks run, and messages in the people's own language."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.envelope import Reply
from bot.post import Post
from core.desk import Desk
from core.notices import Notice
from core.phrases import Phrase
from core.ports import Clock as Due
from core.ports import Conversation, Store, Unit
from core.shop import Shop
from core.tickets import Ref, Role, Ticket
from scheduler.deadlines import Deadlines
from scheduler.housekeeping import Housekeeping
from tests.scheduler.scene import MINUTE, Clock, chat, someone, texts

STAFF = {"sun": Role.SUPERVISOR, "ma": Role.MANAGER, "tao": Role.TECHNICIAN, "di": Role.DISPATCHER}
FACTS = {"product": "sofa", "category": "sofa", "symptom": "leg", "name": "Li", "phone": "+8613800138000"}


@dataclass
class House:
    store: Store
    shop: Shop
    clock: Clock
    poison: set[str] = field(default_factory=set[str])  # numbers of tickets of which nothing can be told

    unspeakable: bool = False  # of none of them

    @property
    def post(self) -> Post:
        return Post(self.shop)

    def deadlines(self, **changes: object) -> Deadlines:
        return Deadlines(self.store, self.shop, self.deliver, self.clock, **changes)  # type: ignore[arg-type]

    def housekeeping(self) -> Housekeeping:
        return Housekeeping(self.store, self.shop, self.tell, self.clock)

    def deliver(self, unit: Unit, notices: Iterable[Notice], at: datetime) -> None:
        told = list(notices)
        if self.unspeakable and told:
            raise KeyError
        for notice in told:
            number = notice.ticket.number if notice.ticket else ""
            if number in self.poison and "{number} could" not in notice.text.key:
                raise KeyError(number)
        self.post.deliver(unit, told, at)

    def tell(self, unit: Unit, conversation: Conversation, phrase: Phrase, at: datetime) -> None:
        if conversation.chat.chat in self.poison:
            raise KeyError
        self.post.answer(unit, conversation, (Reply(phrase),), at, "drafts")

    async def hire(self) -> None:
        def work(unit: Unit) -> None:
            for name, role in STAFF.items():
                someone(unit, name, role)

        await self.store.run(work)

    async def report(self, customer: str = "li", **changes: object) -> Ticket:
        """A customer reports a fault now."""

        def work(unit: Unit) -> Ticket:
            person = someone(unit, customer)
            desk = Desk(unit, self.shop, self.clock())
            ticket = desk.open("fault", person.id, FACTS)
            if not changes:
                return ticket
            changed = unit.tickets.save(replace(ticket, **changes))  # type: ignore[arg-type]
            desk.wind(changed)
            return changed

        return await self.store.run(work)

    async def act(self, ref: Ref, action: str, by: Role, name: str, **changes: object) -> Ticket:
        def work(unit: Unit) -> Ticket:
            who = unit.chats.open(chat(name), "en").person.id
            desk = Desk(unit, self.shop, self.clock())
            moved = desk.act(ref, action, by, who, **changes)  # type: ignore[arg-type]
            self.post.deliver(unit, desk.notices, self.clock())
            return moved

        return await self.store.run(work)

    async def wait(self, time: timedelta, *deadlines: Deadlines) -> None:
        """Time passes while the timetable ticks, less often than it really does."""
        end = self.clock() + time
        while self.clock() < end:
            self.clock.at = min(end, self.clock() + 5 * MINUTE)
            await asyncio.gather(*(each.ring() for each in deadlines))

    async def told(self, name: str) -> list[str]:
        return await texts(self.store, name, self.clock())


def of_a_forgotten_kind(unit: Unit, at: datetime) -> None:
    customer = unit.chats.open(chat("li"), "en").person.id
    ticket = unit.tickets.add(Ticket(Ref("forgotten"), "", "gone", "new", customer, at), "G", at.date())
    unit.clocks.keep(ticket.ref, [Due("plan", 0, at, at + MINUTE)])
