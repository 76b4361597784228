"""The network between the desk and the people. It is never killed, and it remembers what really happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.outcomes import Absent, Outcome, Retry, Sent, Unknown
from core.people import Chat
from core.ports import Parcel, Received
from tests.crash.life import Life
from tests.crash.mischief import Mischief, Trick
from tests.crash.packets import Acknowledged, Answer, Back, Carried, FromDesk, Incoming
from tests.invariants import Delivery, Evidence

AGAIN = timedelta(seconds=3)  # a network that is busy says so


@dataclass(slots=True)
class Network:
    """`arrives`: what a message that is delivered does to the person who gets it."""

    mischief: Mischief
    clock: Callable[[], datetime]
    arrives: Callable[[Parcel], None]
    evidence: Evidence = field(default_factory=Evidence)
    kept: dict[str, Received] = field(default_factory=dict[str, Received])  # not acknowledged yet
    returned: set[Chat] = field(default_factory=set[Chat])
    late: list[Answer] = field(default_factory=list[Answer])

    def bring(self, life: Life, chat: Chat, raw: str) -> None:
        """Somebody says something."""
        at = self.clock()
        number = str(len(self.kept) + len(self.evidence.acknowledged) + 1)
        self.kept[number] = Received(0, chat, number, at, at, raw)
        life.say(Incoming((self.kept[number],)))

    def bring_again(self, life: Life) -> None:
        """Exactly what was not acknowledged, in its order; and whoever had come back comes back to the new life too."""
        if self.kept:
            life.say(Incoming(tuple(self.kept.values())))
        life.say(Back(tuple(self.returned)))

    def everybody_looks(self, life: Life) -> None:
        if self.evidence.away:
            self.returned |= self.evidence.away
            self.evidence.away.clear()
            life.say(Back(tuple(self.returned)))

    def hear(self, life: Life, packet: FromDesk) -> None:
        match packet:
            case Acknowledged(messages):
                self.acknowledged(messages)
            case Carried(parcel):
                self.carry(life, parcel)
            case _:
                pass

    def acknowledged(self, messages: tuple[str, ...]) -> None:
        """Twice does not matter."""
        self.evidence.acknowledged += [self.kept.pop(number) for number in messages if number in self.kept]

    def carry(self, life: Life, parcel: Parcel) -> None:
        for late in self.late:
            life.say(late)
        self.late.clear()
        trick = self.mischief.with_attempt(parcel.id, parcel.attempt)
        match Trick.AWAY if parcel.chat in self.evidence.away else trick:
            case Trick.NONE:
                life.say(answer(parcel, Sent(self.deliver(parcel))))
            case Trick.LOSE_ANSWER:
                self.deliver(parcel)
                life.say(answer(parcel, Unknown("the connection broke")))
            case Trick.LOSE:
                life.say(answer(parcel, Unknown("the connection broke")))
            case Trick.REFUSE:
                life.say(answer(parcel, Retry(AGAIN, "busy")))
            case Trick.AWAY:
                self.evidence.away.add(parcel.chat)
                life.say(answer(parcel, Absent()))
            case Trick.HANG:
                self.late.append(answer(parcel, Sent(self.deliver(parcel))))

    def deliver(self, parcel: Parcel) -> str:
        """The network's own name for it."""
        self.evidence.deliveries.append(Delivery(parcel.id, parcel.chat, parcel.attempt, self.clock(), parcel.body))
        self.arrives(parcel)
        return f"n{len(self.evidence.deliveries)}"


def answer(parcel: Parcel, outcome: Outcome) -> Answer:
    return Answer(parcel.id, parcel.attempt, outcome)
