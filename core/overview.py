"""What a manager should know in the morning: how much is open, overdue, unclaimed, undelivered, complained about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.discretion import is_kept_from
from core.moment import Moment
from core.notices import Choosing, Notice
from core.people import Person
from core.phrases import Phrase, above, say
from core.tickets import PersonId, Ref, Role, Ticket

MOST = 200  # beyond that nobody reads a list


@dataclass(frozen=True, slots=True)
class Overview:
    """Without what is kept from the reader."""

    open: int
    overdue: int
    unclaimed: int
    undelivered: int
    complaints: int


def overview(desk: Moment, who: PersonId) -> Overview:
    unit = desk.unit
    still_open = known_to(who, unit.tickets.open_now(MOST))
    letters = (unit.tickets.get(parcel.ticket) if parcel.ticket else None for parcel in unit.outbox.undelivered(MOST))
    return Overview(
        open=len(still_open),
        overdue=len(known_to(who, unit.tickets.overdue(desk.at, MOST))),
        unclaimed=len(unclaimed(desk, who)),
        undelivered=sum(about is None or not is_kept_from(about, who) for about in letters),
        complaints=sum(ticket.kind == "complaint" for ticket in still_open),
    )


def unclaimed(desk: Moment, who: PersonId) -> tuple[Ticket, ...]:
    """The tickets that call for somebody, and nobody has said that it is his."""
    refs: Iterable[Ref] = dict.fromkeys(a.ticket for a in desk.unit.alerts.open_now(MOST) if a.claimed_by is None)
    return known_to(who, map(desk.ticket, refs))


def known_to(who: PersonId, tickets: Iterable[Ticket]) -> tuple[Ticket, ...]:
    return tuple(ticket for ticket in tickets if not is_kept_from(ticket, who))


def morning(desk: Moment, manager: Person, day: date) -> Notice:
    """Once a day and manager, however often and by however many it is asked for."""
    seen = overview(desk, manager.id)
    lists = (
        Choosing(say("Open"), "w:open"),
        Choosing(say("Overdue"), "w:overdue"),
        Choosing(say("Unclaimed"), "w:unclaimed"),
        Choosing(say("Undelivered"), "w:undelivered"),
        Choosing(say("Complaints"), "w:complaints"),
    )
    return Notice(manager, told(seen), role=Role.MANAGER, extra=lists, dedupe=f"morning:{day}:{manager.id}")


def told(seen: Overview) -> Phrase:
    return above(
        (
            say("Good morning. This is how the desk stands:"),
            say("Open: {n}", n=number(seen.open)),
            say("Overdue: {n}", n=number(seen.overdue)),
            say("Unclaimed: {n}", n=number(seen.unclaimed)),
            say("Undelivered: {n}", n=number(seen.undelivered)),
            say("Complaints: {n}", n=number(seen.complaints)),
        )
    )


def number(counted: int) -> str:
    return f"{counted}+" if counted >= MOST else str(counted)
