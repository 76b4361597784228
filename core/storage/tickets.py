"""Tickets and their history in the database."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from core.errors import Changed
from core.phrases import Span
from core.ports import Booking, Taken
from core.storage.boards import changed
from core.storage.connection import Connection
from core.storage.statements import Row, Statement
from core.storage.ticket_statements import (
    ADD,
    ALIKE,
    BOOKINGS,
    COMPLAINTS_OF,
    COUNT,
    COUNTED,
    DIARY,
    GOES_ALONG,
    HELD,
    HISTORY,
    NOTE,
    NOTED,
    NOTED_FOR_SALES,
    NUMBERED,
    OF_DAY,
    OF_ORDER,
    ONE,
    OPEN_NOW,
    OPEN_OF,
    OPENED_SINCE,
    OVERDUE,
    RECENT_OF,
    SAVE,
    SIMILAR,
    STANDING,
    TAKEN,
    VISITS,
    WENT_TO,
)
from core.tickets import FINAL, Event, PersonId, Ref, Role, Ticket
from core.values import replace


class TicketRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, ticket: Ticket, letter: str, day: date) -> Ticket:
        self.connection.change(COUNT, letter=letter, day=day)
        count = self.connection.number(COUNTED, letter=letter, day=day)
        numbered = replace(ticket, number=f"{letter}-{day:%y%m%d}-{count:04}")
        self.connection.change(ADD, **columns(numbered), number=numbered.number, opened_at=ticket.opened_at)
        changed(self.connection, numbered.ref)
        return numbered

    def get(self, ref: Ref) -> Ticket | None:
        row = self.connection.one(ONE, ref=ref)
        return ticket_of(row) if row else None

    def numbered(self, number: str) -> Ticket | None:
        row = self.connection.one(NUMBERED, number=number)
        return ticket_of(row) if row else None

    def save(self, ticket: Ticket) -> Ticket:
        saved = replace(ticket, version=ticket.version + 1)
        if not self.connection.change(SAVE, **columns(saved), which=ticket.ref, read_version=ticket.version):
            raise Changed(ticket.ref)
        changed(self.connection, ticket.ref)
        for person in ticket.crew:
            self.connection.change(GOES_ALONG, ticket=ticket.ref, person=person)
        return saved

    def note(self, ref: Ref, event: Event) -> None:
        self.connection.change(
            NOTE,
            ticket=ref,
            at=event.at,
            action=event.action,
            by=event.by.value,
            who=event.who,
            source=event.source,
            target=event.target,
            facts=dict(event.facts),
        )

    def history(self, ref: Ref) -> tuple[Event, ...]:
        rows = self.connection.all(HISTORY, ref=ref)
        return tuple(Event(at, action, Role(by), who, *rest) for at, action, by, who, *rest in rows)

    def open_of(self, customer: PersonId) -> tuple[Ticket, ...]:
        return self.found(OPEN_OF, customer=customer)

    def recent_of(self, customer: PersonId, limit: int = 5) -> tuple[Ticket, ...]:
        return self.found(RECENT_OF, customer=customer, limit=limit)

    def went_to(self, customer: PersonId, limit: int) -> tuple[PersonId, ...]:
        rows = self.connection.all(WENT_TO, customer=customer, limit=limit)
        return tuple([who for assignee, crew in rows for who in (assignee, *crew)])

    def held_by(self, technician: PersonId) -> tuple[Ticket, ...]:
        held = self.found(HELD, technician=technician, mate=technician)
        return tuple(ticket for ticket in held if technician in ticket.going)

    def of_order(self, order: str) -> tuple[Ticket, ...]:
        return self.found(OF_ORDER, order=order)

    def of_day(self, letter: str, day: date) -> tuple[Ticket, ...]:
        return self.of_days(letter, day, day)

    def of_days(self, letter: str, first: date, last: date) -> tuple[Ticket, ...]:
        beyond = last + timedelta(days=1)
        return self.found(OF_DAY, first=f"{letter}-{first:%y%m%d}", beyond=f"{letter}-{beyond:%y%m%d}")

    def visits(self, span: Span) -> tuple[Ticket, ...]:
        if self.connection.shared:
            self.connection.one(DIARY)
        return self.found(VISITS, **within(span))

    def bookings(self, span: Span, but: Ref | None = None) -> tuple[Booking, ...]:
        if self.connection.shared:
            self.connection.one(DIARY)
        return tuple(map(booking_of, self.connection.all(BOOKINGS, **within(span), but=but or "")))

    def taken(self, span: Span) -> tuple[Taken, ...]:
        rows = self.connection.all(TAKEN, **within(span))
        return tuple(Taken(kind, Span(start, end), leads, waiting) for kind, start, end, leads, waiting in rows)

    def open_now(self, limit: int = 20, after: str = "") -> tuple[Ticket, ...]:
        return self.found(OPEN_NOW, after=after, limit=limit)

    def standing(self, kind: str, state: str, limit: int = 20) -> tuple[Ticket, ...]:
        return tuple(map(ticket_of, self.connection.all(STANDING, kind=kind, state=state, limit=limit)))

    def overdue(self, at: datetime, limit: int = 20) -> tuple[Ticket, ...]:
        return self.found(OVERDUE, at=at, limit=limit)

    def similar(self, customer: PersonId, product: str, symptom: str, since: datetime) -> tuple[Ticket, ...]:
        return self.found(SIMILAR, customer=customer, product=product, symptom=symptom, since=since)

    def alike(self, product: str, symptom: str, since: datetime, limit: int = 100) -> tuple[str, ...]:
        rows = self.connection.all(ALIKE, product=product, symptom=symptom, since=since, limit=limit)
        return tuple(number for (number,) in rows)

    def series_noted(self, product: str, symptom: str, since: datetime) -> bool:
        return self.connection.one(NOTED, product=product, symptom=symptom, since=since) is not None

    def complaints_of(self, customer: PersonId | None, phone: str, limit: int = 50) -> tuple[Ticket, ...]:
        pattern = f'%"{phone}"%' if phone else ""
        return self.found(COMPLAINTS_OF, customer=customer or 0, pattern=pattern, limit=limit)

    def noted_for_sales(self, since: date, limit: int = 20) -> tuple[Ticket, ...]:
        return self.found(NOTED_FOR_SALES, first=f"F-{since:%y%m%d}", beyond="G", limit=limit)

    def opened_since(self, customer: PersonId, since: datetime) -> int:
        return self.connection.number(OPENED_SINCE, customer=customer, since=since)

    def found(self, statement: Statement, **given: object) -> tuple[Ticket, ...]:
        return tuple(map(ticket_of, self.connection.all(statement, **given)))


def within(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "earliest": span.start - timedelta(days=1)}


def ticket_of(row: Row) -> Ticket:
    ref, number, kind, state, version, customer, assignee, start, end, urgent, parent, opened_at, facts, crew = row
    visit = Span(start, end) if start and end else None
    return Ticket(
        ref, number, kind, state, customer, opened_at, version, assignee, tuple(crew), visit, urgent, parent, facts
    )


def booking_of(row: Row) -> Booking:
    assignee, crew, kind, start, end, visits, number = row
    return Booking((assignee, *crew) if assignee else (), kind, Span(start, end), visits, number)


def columns(ticket: Ticket) -> dict[str, object]:
    return {
        "ref": ticket.ref,
        "kind": ticket.kind,
        "state": ticket.state,
        "open": ticket.state not in FINAL,
        "version": ticket.version,
        "customer": ticket.customer,
        "assignee": ticket.assignee,
        "crew": ticket.crew,
        "visit_from": ticket.visit and ticket.visit.start,
        "visit_to": ticket.visit and ticket.visit.end,
        "urgent": ticket.urgent,
        "parent": ticket.parent,
        "product": worded(ticket, "product", "product_id"),
        "symptom": worded(ticket, "symptom"),
        "order_number": worded(ticket, "order"),
        "series": bool(ticket.facts.get("series")),
        "facts": dict(ticket.facts),
    }


def worded(ticket: Ticket, *names: str) -> str | None:
    """The first of these facts that the ticket has, so that similar ones can be found by it."""
    return next((str(ticket.facts[name]) for name in names if ticket.facts.get(name)), None)
