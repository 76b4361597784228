"""What the desk and the network say to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TypeAlias

from core.outcomes import Outcome
from core.people import Chat
from core.ports import Parcel, Received
from tests.crash.points import Point

# -- to the desk


@dataclass(frozen=True, slots=True)
class Incoming:
    """What people have said and the desk has not acknowledged."""

    messages: tuple[Received, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """People who were away look at their chats again."""

    chats: tuple[Chat, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """How the network takes an attempt to deliver."""

    number: int
    attempt: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Settle:
    """Say when nothing is left to do. `time_passed`: first see what is due."""

    time_passed: bool


@dataclass(frozen=True, slots=True)
class Close:
    """Take nothing new, finish what is in hand, and go."""


# -- from the desk


@dataclass(frozen=True, slots=True)
class Acknowledged:
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """A message on its way to a person."""

    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nothing is left to do at this moment. `undelivered`: the list that the supervisor sees."""

    undelivered: tuple[Parcel, ...]


@dataclass(frozen=True, slots=True)
class LastWords:
    point: Point


@dataclass(frozen=True, slots=True)
class Farewell:
    """It has closed. `steps`: how often it came by each point."""

    steps: Mapping[Point, int]


ToDesk: TypeAlias = Incoming | Back | Answer | Settle | Close
FromDesk: TypeAlias = Acknowledged | Carried | Quiet | LastWords | Farewell
Inside: TypeAlias = "Connection[FromDesk, ToDesk]"
Outside: TypeAlias = "Connection[ToDesk, FromDesk]"
