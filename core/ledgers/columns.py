"""How columns read an entry, and those that stand in several ledgers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation

from core.kinds import kind_named
from core.ledgers.entry import Column, Entry, Read
from core.phrases import Phrase, Value, say
from core.shop import Shop
from core.tickets import PersonId
from core.wording.values import listed_as


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
PRODUCT = Column("产品", "Product", fact("product"))
GOODS = Column("货物及数量", "Goods", fact("product"))
FROM = Column("约定起", "From", visit_from)
TO = Column("约定止", "To", visit_to)
ARRIVED = Column("到达时间", "Arrived", instant("arrived_at"))
CAUSE = Column("原因", "Cause", from_the_list("cause"))
STATE = Column("状态", "State", state)
ENDED = Column("结束时间", "Ended", ended)
