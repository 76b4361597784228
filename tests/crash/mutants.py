"""Desks with a bug each. A harness that does not notice them proves nothing about the real one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, cast

from bot.drain import Drain
from core.outcomes import Outcome, Sent, Unknown
from core.people import Chat
from core.ports import Parcel, Received, Unit
from scheduler.deliveries import Sender
from scheduler.timetable import TIMETABLE, Row
from tests.crash.mortal_desk import MortalDesk


class AcknowledgesFirst(MortalDesk):
    """And notes afterwards."""

    async def take_in(self, messages: Sequence[Received]) -> None:
        self.acknowledge(messages)
        await super().take_in(messages)


class TakesRepeatsForNew(MortalDesk):
    """As if the inbox had no unique key."""

    async def note(self, messages: Sequence[Received]) -> None:
        await self.store.run(lambda unit: tuple(map(partial(note_again, unit), messages)))


class SendsAgainAtOnce(MortalDesk):
    """Whenever the network's answer is lost, and tells nobody."""

    def sender(self) -> Sender:
        return Naive(self.wire)


class CallsItSent(MortalDesk):
    """Before the network has said so."""

    def sender(self) -> Sender:
        return Hasty(self.wire)


class NeverLooksBack(MortalDesk):
    """What a dead process had claimed stays claimed."""

    timetable: tuple[Row, ...] = tuple(row for row in TIMETABLE if "left behind" not in row.name)


class HandlesInTwoUnits(MortalDesk):
    """The ticket is committed before the draft is dropped and the message marked."""

    def draining(self) -> Drain:
        return Halved(self, frozenset({("chats", "keep_draft"), ("inbox", "handled")}))


class AnswersAfterwards(MortalDesk):
    """The message is marked, and its answer queued in a unit of work of its own."""

    def draining(self) -> Drain:
        return Halved(self, frozenset({("outbox", "put")}))


MUTANTS = {
    kind.__name__: kind
    for kind in (
        AcknowledgesFirst,
        TakesRepeatsForNew,
        SendsAgainAtOnce,
        CallsItSent,
        NeverLooksBack,
        HandlesInTwoUnits,
        AnswersAfterwards,
    )
}


def note_again(unit: Unit, message: Received) -> None:
    if not unit.inbox.note([message]):
        unit.inbox.note([replace(message, message_id=f"{message.message_id} again")])


class Naive:
    def __init__(self, sender: Sender) -> None:
        self.sender = sender

    async def send(self, parcel: Parcel) -> Outcome:
        outcome = await self.sender.send(parcel)
        return await self.sender.send(parcel) if isinstance(outcome, Unknown) else outcome


class Hasty:
    def __init__(self, sender: Sender) -> None:
        self.sender = sender
        self.sending: set[asyncio.Future[Outcome]] = set()

    async def send(self, parcel: Parcel) -> Outcome:
        self.sending.add(asyncio.ensure_future(self.sender.send(parcel)))
        return Sent()


class Halved(Drain):
    """Puts off some of what belongs together."""

    def __init__(self, desk: MortalDesk, later: frozenset[tuple[str, str]]) -> None:
        super().__init__(desk.store, desk.reception, desk.clock)
        self.later = later

    async def take(self, chat: Chat) -> bool:
        at, rest = self.clock(), list[Callable[[Unit], object]]()
        taken = await self.store.run(
            lambda unit: self.reception.take(cast("Unit", Deferring(unit, self.later, rest)), chat, at)
        )
        await self.store.run(lambda unit: [do(unit) for do in rest])
        return bool(taken)


class Deferring:
    """A unit of work, or one of its ports, that only writes down what it is asked for `later`."""

    def __init__(
        self, real: object, later: frozenset[tuple[str, str]], rest: list[Callable[[Unit], object]], port: str = ""
    ) -> None:
        self.real = real
        self.later = later
        self.rest = rest
        self.port = port

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a port or a method
        if not self.port:
            return Deferring(getattr(self.real, name), self.later, self.rest, name)
        return self.put_off(self.port, name) if (self.port, name) in self.later else getattr(self.real, name)

    def put_off(self, port: str, method: str) -> Callable[..., None]:
        def remember(*given: object) -> None:
            self.rest.append(lambda unit: getattr(getattr(unit, port), method)(*given))

        return remember
