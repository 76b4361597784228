"""Who gets the analysis of complaints, and when: the head of after-sales first, then the manager (CMP-13)."""

from __future__ import annotations

from datetime import datetime, timedelta

from core.alerts import holders
from core.ledgers.entry import Period
from core.moment import Moment
from core.people import Person
from core.ports import Order, Purpose
from core.reports.analysing import before, month_of
from core.tickets import PersonId, Role

READERS = frozenset({Role.SUPERVISOR, Role.MANAGER})
ANSWERING = (Role.PRODUCTION, Role.RESEARCH)  # what breaks changes how they work (CAP-09)
FAULT_READERS = READERS | {Role.QUALITY, *ANSWERING}


def order_month(desk: Moment, period: Period, head_start: timedelta) -> None:
    """However often it is asked for, each gets it once. Where nobody is the head, the manager does not wait."""
    _, managers = holders(desk, Role.MANAGER)
    head, heads = holders(desk, Role.SUPERVISOR)
    drafted = head is Role.SUPERVISOR and bool(heads)
    for person in heads if drafted else ():
        desk.unit.reports.order(ordered(period, person.id, Purpose.DRAFT, desk.at))
    for person in managers:
        desk.unit.reports.order(ordered(period, person.id, Purpose.FINAL, desk.at + head_start if drafted else desk.at))


def order_faults(desk: Moment, period: Period) -> None:
    """For quality and the manager, and for research and production, who answer; once each (CAP-09)."""
    answering = (person for role in ANSWERING for person in desk.unit.people.with_role(role))
    readers = (*holders(desk, Role.QUALITY)[1], *holders(desk, Role.MANAGER)[1], *answering)
    for person in {each.id for each in readers}:
        desk.unit.reports.order(ordered(period, person, Purpose.FAULTS, desk.at))


def order_proposals(desk: Moment, period: Period) -> None:
    """What was proposed in a quarter, for the management (SUG-10)."""
    for person in holders(desk, Role.MANAGER)[1]:
        desk.unit.reports.order(ordered(period, person.id, Purpose.PROPOSALS, desk.at))


def ask_for_faults(desk: Moment, person: Person, period: Period) -> None:
    key = f"asked:{desk.cause}"
    desk.unit.reports.order(Order(key, person.id, period.first, period.last, Purpose.FAULTS, desk.at))


def ask_for(desk: Moment, person: Person, period: Period) -> None:
    desk.unit.reports.order(Order(f"asked:{desk.cause}", person.id, period.first, period.last, Purpose.ASKED, desk.at))


def comment_on(desk: Moment, person: Person, text: str) -> Period:
    """What the head of after-sales says about last month; the manager gets it with that at once."""
    local = desk.at.astimezone(desk.shop.zone)
    period = before(month_of(local.year, local.month))
    desk.unit.reports.comment(period.first, period.last, text, person.id)
    desk.unit.reports.hurry(period.first, period.last, desk.at)
    return period


def ordered(period: Period, person: PersonId, purpose: Purpose, due_at: datetime) -> Order:
    return Order(f"{purpose}:{period.first}:{person}", person, period.first, period.last, purpose, due_at)
