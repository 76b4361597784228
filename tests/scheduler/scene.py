"""What these tests share: a clock that they set, a chat network that follows a script, and a few people."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeAlias, TypeVar

from core.errors import StorageTrouble
from core.outcomes import Outcome, Sent, Unknown
from core.people import Chat, Person
from core.ports import Line, Parcel, Posting, Store, Unit, Weight
from core.tickets import Role
from scheduler.deliveries import Deliveries

MONDAY = datetime(2026, 1, 19, 2, 0, tzinfo=UTC)  # ten in the morning in Shanghai
T = TypeVar("T")
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass
class Clock:
    """Stands still until a test moves it."""

    at: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, time: timedelta) -> None:
        self.at += time


Behaviour: TypeAlias = "Outcome | Exception | Callable[[], Awaitable[Outcome]]"


@dataclass
class Network:
    """A chat network. Each chat follows its script, then takes everything. `arrived` is what people saw, copies too."""

    scripts: dict[str, deque[Behaviour]] = field(default_factory=dict[str, "deque[Behaviour]"])
    arrived: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    tried: list[int] = field(default_factory=list[int])
    at_once: int = 0
    most_at_once: int = 0

    def will(self, chat: str, *behaviours: Behaviour) -> None:
        self.scripts[chat] = deque(behaviours)

    async def send(self, parcel: Parcel) -> Outcome:
        self.tried.append(parcel.id)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            outcome = await self.behave(parcel.chat.chat)
        finally:
            self.at_once -= 1
        if isinstance(outcome, Sent) or outcome == ARRIVED_UNCONFIRMED:
            self.arrived.append((parcel.chat.chat, str(parcel.body["text"])))
        return outcome

    async def behave(self, chat: str) -> Outcome:
        script = self.scripts.get(chat)
        behaviour = script.popleft() if script else Sent("m1")
        if isinstance(behaviour, Exception):
            raise behaviour
        if callable(behaviour):
            return await behaviour()
        await asyncio.sleep(0)
        return behaviour

    def texts(self, chat: str = "li") -> list[str]:
        return [text for where, text in self.arrived if where == chat]


ARRIVED_UNCONFIRMED = Unknown("it arrived, but nobody was told")


async def never() -> Outcome:
    await asyncio.Event().wait()
    raise AssertionError


def chat(name: str, channel: str = "web") -> Chat:
    return Chat(channel, "shop", name)


def someone(unit: Unit, name: str, *roles: Role, channel: str = "web") -> Person:
    person = unit.chats.open(chat(name, channel), "en").person
    known = replace(person, name=name, roles=frozenset(roles or {Role.CUSTOMER}))
    unit.people.save(known)
    return known


async def post(store: Store, name: str, *texts: str, channel: str = "web", **changes: object) -> list[int]:
    """Queue messages for a chat; gives their ids."""

    def work(unit: Unit) -> list[int]:
        where = unit.chats.open(chat(name, channel), "en").id
        return [unit.outbox.put(replace(posting(where, text), **changes)) or 0 for text in texts]  # type: ignore[arg-type]

    return await store.run(work)


def posting(chat_id: int, text: str) -> Posting:
    return Posting(chat_id, {"text": text}, Weight.NOTICE, MONDAY)


async def states(store: Store, name: str, at: datetime, channel: str = "web") -> list[str]:
    return [line.state for line in await lines(store, name, at, channel)]


async def texts(store: Store, name: str, at: datetime, channel: str = "web") -> list[str]:
    return [str(line.body["text"]) for line in await lines(store, name, at, channel)]


async def lines(store: Store, name: str, at: datetime, channel: str = "web") -> tuple[Line, ...]:
    return await store.run(lambda unit: unit.outbox.lines(chat(name, channel), 0, at))


async def undelivered(store: Store) -> list[str]:
    return await store.run(lambda unit: [str(parcel.body["text"]) for parcel in unit.outbox.undelivered()])


class Shaky:
    """A store whose database is out of reach at times: `reach` says when, unit by unit, and then it stays."""

    def __init__(self, store: Store, reach: tuple[bool, ...]) -> None:
        self.store = store
        self.reach = iter(reach)

    async def run(self, work: Callable[[Unit], T]) -> T:
        if not next(self.reach, True):
            raise StorageTrouble("The database is out of reach.")
        return await self.store.run(work)

    async def close(self) -> None:
        await self.store.close()


async def until(is_so: Callable[[], bool], seconds: float = 5) -> None:
    """Wait for what other tasks bring about."""
    async with asyncio.timeout(seconds):
        while not is_so():  # noqa: ASYNC110 - many things, none of which tells
            await asyncio.sleep(0.005)


@contextmanager
def running(deliveries: Deliveries) -> Generator[asyncio.Task[None]]:
    task = asyncio.create_task(deliveries.run())
    yield task
    task.cancel()


async def after(time: timedelta, deliveries: Deliveries, clock: Clock) -> None:
    clock.pass_(time)
    await deliveries.finish()
