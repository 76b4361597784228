"""Reports: what was counted once, and who is to get one."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum, auto
from typing import Protocol

from core.ports.json import Json
from core.tickets import PersonId
from core.values import dataclass


class Purpose(StrEnum):
    ASKED = auto()  # somebody wants to see it now
    DRAFT = auto()  # for whoever may say something about it before it goes on
    FINAL = auto()
    FAULTS = auto()  # of the faults of a period, not of its complaints
    PROPOSALS = auto()  # who proposed what


@dataclass(frozen=True, slots=True)
class Kept:
    """The complaints of a period as they were counted at `made_at`, and what was said about them."""

    first: date
    last: date
    made_at: datetime
    body: Json
    comment: str = ""
    commented_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """Somebody is to get the analysis of a period. `key` is unique for ever: the same order is carried out once."""

    key: str
    person: PersonId
    first: date
    last: date
    purpose: Purpose
    due_at: datetime
    attempts: int = 0


class Reports(Protocol):
    def kept(self, first: date, last: date) -> Kept | None: ...
    def keep(self, made: Kept) -> Kept:
        """What was counted first stays, whoever counts again; gives what is kept."""
        ...

    def comment(self, first: date, last: date, text: str, who: PersonId) -> None: ...
    def order(self, order: Order) -> bool:
        """False if it was ordered before."""
        ...

    def hurry(self, first: date, last: date, at: datetime) -> None:
        """Whatever of this period is due later is due now."""
        ...

    def claim(self, at: datetime, until: datetime) -> Order | None:
        """The oldest that is due; nobody else gets it before `until`."""
        ...

    def carried_out(self, order: Order) -> None: ...
