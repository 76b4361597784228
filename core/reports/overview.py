"""What the office should know in the morning: how much is open, overdue, unclaimed, undelivered, complained about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from core.desk import roles_in
from core.kinds import kind_named
from core.moment import Moment
from core.notices import Choosing, Notice
from core.people import Person
from core.phrases import Phrase, above, say
from core.ports import Parcel
from core.tickets import Ref, Role, Ticket
from core.values import dataclass

MOST = 200  # beyond that nobody reads a list
LISTS = (
    Choosing(say("Open"), "w:open"),
    Choosing(say("Overdue"), "w:overdue"),
    Choosing(say("Unclaimed"), "w:unclaimed"),
    Choosing(say("Undelivered"), "w:undelivered"),
    Choosing(say("Complaints"), "w:complaints"),
)


@dataclass(frozen=True, slots=True)
class Overview:
    """Without what is kept from the reader."""

    open: int
    overdue: int
    unclaimed: int
    undelivered: int
    complaints: int


def morning(desk: Moment, reader: Person, role: Role, day: date) -> Notice:
    """Once a day and person, however often and by however many it is asked for."""
    text = told(overview(desk, reader))
    return Notice(reader, text, role=role, extra=LISTS, dedupe=f"morning:{day}:{reader.id}")


def overview(desk: Moment, who: Person) -> Overview:
    """Counted from what the lists list."""
    tickets = desk.unit.tickets
    return Overview(
        open=len(known_to(who, tickets.open_now(MOST))),
        overdue=len(known_to(who, tickets.overdue(desk.at, MOST))),
        unclaimed=len(known_to(who, map(desk.ticket, calling(desk)))),
        undelivered=len(letters(desk, who)),
        complaints=len(known_to(who, complaints_after(desk, "", MOST))),
    )


def calling(desk: Moment) -> tuple[Ref, ...]:
    """The tickets that call for somebody, and nobody has said that it is his."""
    return tuple(dict.fromkeys(alert.ticket for alert in desk.unit.alerts.unclaimed(MOST)))


def letters(desk: Moment, who: Person) -> tuple[Parcel, ...]:
    """What did not arrive, as far as this person may know of its ticket."""
    found = desk.unit.outbox.undelivered(MOST)
    about = {ref: desk.unit.tickets.get(ref) for ref in {parcel.ticket for parcel in found} if ref}
    kept = {ref for ref, ticket in about.items() if ticket and not roles_in(who, ticket)}
    return tuple(parcel for parcel in found if parcel.ticket not in kept)


def complaints_after(desk: Moment, number: str, limit: int) -> tuple[Ticket, ...]:
    """The open ones whose numbers come after this one."""
    first = f"{kind_named('complaint').letter}-"
    found = desk.unit.tickets.open_now(limit, max(number, first))
    return tuple(ticket for ticket in found if ticket.kind == "complaint")


def known_to(who: Person, tickets: Iterable[Ticket]) -> tuple[Ticket, ...]:
    return tuple(ticket for ticket in tickets if roles_in(who, ticket))


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
