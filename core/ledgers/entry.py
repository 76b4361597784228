"""One line of a ledger: a ticket with its history, and how its columns read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from core.kinds import kind_named
from core.phrases import Phrase, Value, say
from core.policy.bilingual import Bilingual
from core.shop import Shop
from core.tickets import Event, PersonId, Ticket
from core.wording.values import listed_as


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


def fact(name: str) -> Read:
    return lambda entry, _: told(entry.ticket.facts.get(name))


def told(value: object) -> Value | None:
    if value in (None, "", []):
        return None
    return value if isinstance(value, str | int | Decimal) and not isinstance(value, bool) else str(value)


def whether(name: str) -> Read:
    """Yes, no, or nothing where it is not known."""

    def read(entry: Entry, _: Shop) -> Value | None:
        known = entry.ticket.facts.get(name)
        return None if known is None else say("Yes") if known else say("No")

    return read


def instant(name: str) -> Read:
    """A moment that is kept as a fact."""

    def read(entry: Entry, _: Shop) -> Value | None:
        stored = entry.ticket.facts.get(name)
        return datetime.fromisoformat(str(stored)) if stored else None

    return read


def last(*actions: str) -> Read:
    """When one of these moves was made for the last time."""

    def read(entry: Entry, _: Shop) -> Value | None:
        return next((event.at for event in reversed(entry.history) if event.action in actions), None)

    return read


def ended(entry: Entry, _: Shop) -> Value | None:
    """When it came to its end, if it has not been opened again since."""
    if not entry.history or entry.ticket.state not in {"closed", "cancelled"}:
        return None
    return next((event.at for event in reversed(entry.history) if event.source != event.target), None)


def amount(name: str) -> Read:
    def read(entry: Entry, _: Shop) -> Value | None:
        stored = entry.ticket.facts.get(name)
        try:
            return Decimal(str(stored)) if stored else None
        except InvalidOperation:
            return str(stored)

    return read


def from_the_list(name: str) -> Read:
    def read(entry: Entry, shop: Shop) -> Value | None:
        stored = entry.ticket.facts.get(name)
        return listed_as(name, stored, shop, entry.ticket.kind) if stored else None

    return read


def among(name: str, phrases: Mapping[str, Phrase]) -> Read:
    """What was chosen from a list that is the same in every shop."""

    def read(entry: Entry, _: Shop) -> Value | None:
        stored = str(entry.ticket.facts.get(name) or "")
        return phrases.get(stored, stored) or None

    return read


def number(entry: Entry, _: Shop) -> Value:
    return entry.ticket.number


def opened(entry: Entry, _: Shop) -> Value:
    return entry.ticket.opened_at


def parent(entry: Entry, _: Shop) -> Value | None:
    return entry.parent or None


def state(entry: Entry, _: Shop) -> Value:
    return kind_named(entry.ticket.kind).states[entry.ticket.state]


def visit_from(entry: Entry, _: Shop) -> Value | None:
    return entry.ticket.visit.start if entry.ticket.visit else None


def visit_to(entry: Entry, _: Shop) -> Value | None:
    return entry.ticket.visit.end if entry.ticket.visit else None


def going(entry: Entry, _: Shop) -> Value | None:
    """Whoever has it, and who goes along."""
    return tuple(entry.names.get(person, str(person)) for person in entry.ticket.going) or None


def responsible(entry: Entry, _: Shop) -> Value | None:
    """Who of the staff answers for it."""
    stored = str(entry.ticket.facts.get("responsible") or "")
    if not stored.isdecimal():
        return say("Nobody in particular") if stored else None
    return entry.names.get(PersonId(int(stored)), stored)


def departments(entry: Entry, shop: Shop) -> Value | None:
    known = shop.policy.complaint.departments
    return tuple(known[code].label for code in entry.ticket.facts.get("units", ()) if code in known) or None


NUMBER = Column("编号", "Number", number)
CUSTOMER = Column("客户姓名", "Customer", fact("name"))
PHONE = Column("电话", "Phone", fact("phone"))
STATE = Column("状态", "State", state)
ENDED = Column("结束时间", "Ended", ended)
