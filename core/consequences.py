"""What follows from a move or a deadline, as data; core/effects.py carries it out."""

from __future__ import annotations

from dataclasses import field
from typing import Any, Literal, TypeAlias

from core.facts import Facts
from core.phrases import Phrase
from core.roles import Role
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Tell:
    """Effect: tell one side of the ticket. The desk fills in the {places} from the ticket."""

    whom: Role
    phrase: Phrase
    buttons: bool = False  # show what this side may do now
    former: bool = False  # those it was taken from, rather than today's
    beside: Role | None = None  # nobody who hears of it as this role, or standing in for it, is told as well
    households: bool = False  # of a matter that concerns several: each of them
    pictures: bool = True  # those that came with the move go along
    pressing: bool = False  # a deadline says it, and it does not wait for the end of the quiet hours


@dataclass(frozen=True, slots=True)
class Alert:
    """Effect: somebody of this role must take care, and it climbs until somebody has claimed it."""

    role: Role
    phrase: Phrase
    urgent: bool = False  # does not wait for working hours
    while_here: bool = False  # settled as soon as the ticket leaves the state in which it was raised


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Effect: find out who could go, and offer the job or ask the dispatcher."""


@dataclass(frozen=True, slots=True)
class Spawn:
    """Effect: open a linked ticket, with some of this one's facts and the time that was agreed for it."""

    kind: str
    carries: tuple[str, ...] = ("name", "phone", "product", "rating", "comment")
    adds: Facts = field(default_factory=dict[str, Any])
    then: tuple[Effect, ...] = ()  # what follows for the new one
    renames: Facts = field(default_factory=dict[str, Any])  # a fact of this one that the new one knows by another name


@dataclass(frozen=True, slots=True)
class Plan:
    """Effect of a deadline: tell this side all visits of that day in their order, once."""

    whom: Role
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Dated:
    """Effect: the sales records say of the goods that this happened today, and the warranty may begin."""

    day: Literal["delivered_on", "started_on"]


@dataclass(frozen=True, slots=True)
class SetAside:
    """Effect: the store keeps for this contract what of it is there. `ran_out`: of what is missing it has none."""

    ran_out: bool = False


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Effect of a deadline: the customer hears what else the shop has, unless he wants no news or had one lately."""


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Effect: whatever this ticket called for is now the business of whoever made the move."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Effect: put a form to one side of the ticket, such as the survey to the customer."""

    whom: Role
    form: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Upwards:
    """Effect: the ticket from which this one came makes a move, and gets some of this one's facts with it."""

    action: str
    carries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Do:
    """Effect of a deadline: a move that the clock makes."""

    action: str


Effect: TypeAlias = (
    "Tell | Alert | Dispatch | Spawn | Upwards | Plan | Dated | SetAside | Leaflet | TakeOver | Ask | Do"
)
