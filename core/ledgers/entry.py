"""A ledger, and one line of it: a ticket with its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from core.kinds import kind_named
from core.phrases import Value
from core.policy.bilingual import Bilingual
from core.shop import Shop
from core.tickets import Event, PersonId, Ticket
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """`names`: of everybody who is in it. `parent`: number of the ticket from which it came; `product`: of either."""

    ticket: Ticket
    history: tuple[Event, ...]
    names: Mapping[PersonId, str]
    parent: str = ""
    product: str = ""


Read: TypeAlias = Callable[[Entry, Shop], "Value | None"]


@dataclass(frozen=True, slots=True)
class Column:
    zh: str
    en: str
    read: Read

    @property
    def heading(self) -> str:
        return f"{self.zh}\n{self.en}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """A register on paper: which tickets stand in it, and what of them."""

    name: str  # on the command line
    kind: str
    title: Bilingual
    columns: tuple[Column, ...]

    @property
    def letter(self) -> str:
        return kind_named(self.kind).letter


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days of the shop, the last one included."""

    first: date
    last: date

    @property
    def next_day(self) -> date:
        return self.last + timedelta(days=1)
