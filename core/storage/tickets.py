"""Tickets and their history in the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, exists, func, or_, select, tuple_, type_coerce, update
from sqlalchemy.dialects.postgresql import insert

from core.errors import Changed
from core.phrases import Span
from core.ports import Booking, Like, Taken
from core.storage.boards import changed
from core.storage.connection import Connection
from core.storage.statements import Row, Statement, given, just, keep
from core.storage.tables import IS_OPEN, RUNNING, clocks, counters, events, gone_along, mates, tickets
from core.tickets import FINAL, Event, PersonId, Ref, Role, Ticket

T = tickets.c
OWN = ("id", "open", "product", "symptom", "order_number")  # columns that only the database needs
KEPT = tuple(column for column in T if column.name not in OWN)


def those(*where: ColumnElement[bool]) -> Select[Any]:
    return select(*KEPT).where(*where)


ADD = Statement(keep(tickets))
SAVE = Statement(
    update(tickets)
    .where(T.ref == given("which"), T.version == given("read_version"))
    .values({c.name: given(c.name) for c in T if c.name not in {"id", "ref", "number", "opened_at"}})
)
COUNT = Statement(
    insert(counters)
    .values(letter=given("letter"), day=given("day"), n=1)
    .on_conflict_do_update(index_elements=["letter", "day"], set_={"n": counters.c.n + 1})
    .returning(counters.c.n)
)
ONE = Statement(those(T.ref == given("ref")))
NUMBERED = Statement(those(T.number == given("number")))
CUSTOMER = T.customer == given("customer")
OPEN_OF = Statement(those(CUSTOMER, IS_OPEN).order_by(T.opened_at, T.id))
RECENT_OF = Statement(those(CUSTOMER).order_by(T.opened_at.desc(), T.id.desc()).limit(given("limit")))
HELD = Statement(
    those(or_(T.assignee == given("technician"), T.ref.in_(gone_along(given("mate")))), IS_OPEN).order_by(
        T.visit_from.is_(None), T.visit_from, T.opened_at, T.id
    )
)
GOES_ALONG = Statement(insert(mates).values(ticket=given("ticket"), person=given("person")).on_conflict_do_nothing())
OF_ORDER = Statement(those(T.order_number == given("order")).order_by(T.opened_at, T.id))
# A visit lies within a day: the index need not be read from its beginning.
SINCE = and_(T.visit_from.is_not(None), T.visit_from > given("earliest"), T.visit_from < given("end"))
THEN = and_(IS_OPEN, SINCE, T.visit_to > given("start"))
VISITS = Statement(those(THEN).order_by(T.visit_from, T.id))
BOOKINGS = Statement(
    select(T.assignee, T.crew, T.kind, T.visit_from, T.visit_to, func.count(), func.min(T.number))
    .where(THEN, T.ref != given("but"))
    .group_by(T.assignee, T.crew, T.kind, T.visit_from, T.visit_to)
    .order_by(T.visit_from)
)
TAKEN = Statement(
    select(T.kind, T.visit_from, T.visit_to, func.count(T.assignee.distinct()), func.count() - func.count(T.assignee))
    .where(THEN)
    .group_by(T.visit_from, T.visit_to, T.kind)
    .order_by(T.visit_from)
)
OPEN_NOW = Statement(those(IS_OPEN, T.number > given("after")).order_by(T.number).limit(given("limit")))
STANDING = Statement(
    those(IS_OPEN, T.state == given("state"), T.kind == given("kind")).order_by(T.id).limit(given("limit"))
)
# Along the clocks, the longest broken first: it ends when the page is full, however much is overdue.
CLOCK, EARLIER = clocks.c, clocks.alias("earlier").c
BROKEN = and_(RUNNING, CLOCK.due_at <= given("at"), CLOCK.warning.is_(False))
SAME = and_(EARLIER.ticket == CLOCK.ticket, EARLIER.ended_at.is_(None), EARLIER.warning.is_(False))
FIRST = ~exists().where(SAME, tuple_(EARLIER.due_at, EARLIER.id) < tuple_(CLOCK.due_at, CLOCK.id))
OVERDUES = those(T.open, BROKEN, FIRST).join(clocks, CLOCK.ticket == T.ref)
OVERDUE = Statement(OVERDUES.order_by(CLOCK.due_at, CLOCK.id).limit(given("limit")))
LIKE = (T.symptom == given("symptom"), T.product == given("product"), T.opened_at >= given("since"))
SIMILAR = Statement(those(CUSTOMER, *LIKE).order_by(T.opened_at.desc(), T.id.desc()))
# Within what a person wrote the quotes are escaped, so that nobody can say this himself.
REPORTED = type_coerce(T.facts, Text).like(just('%"series":[%'))
ALIKE = Statement(
    select(T.number, REPORTED).where(*LIKE).order_by(T.opened_at.desc(), T.id.desc()).limit(given("limit"))
)
# Through the numbers, which begin with the day: only the tickets of those days are looked at.
NOTED_FOR_SALES = Statement(
    those(
        and_(T.number >= given("first"), T.number < given("beyond")),
        type_coerce(T.facts, Text).like(just('%"sales_note":%')),
    )
    .order_by(T.number.desc())
    .limit(given("limit"))
)
OF_DAY = Statement(those(T.number >= given("first"), T.number < given("beyond")).order_by(T.number))
# Through the numbers as well.
COMPLAINTS_OF = Statement(
    those(
        and_(T.number >= "T-", T.number < "U"),
        or_(CUSTOMER, type_coerce(T.facts, Text).like(given("pattern"))),
    )
    .order_by(T.opened_at.desc(), T.id.desc())
    .limit(given("limit"))
)
OPENED_SINCE = Statement(select(func.count()).select_from(tickets).where(CUSTOMER, T.opened_at >= given("since")))
NOTE = Statement(keep(events))
HISTORY = Statement(
    select(*(c for c in events.c if c.name not in {"id", "ticket"}))
    .where(events.c.ticket == given("ref"))
    .order_by(events.c.id)
)
# Whoever looks at the diary waits for whoever is just booking in it: a window is not given away twice.
DIARY = Statement(select(func.pg_advisory_xact_lock(53666)))


class TicketRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, ticket: Ticket, letter: str, day: date) -> Ticket:
        count = self.connection.number(COUNT, letter=letter, day=day)
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
            by=event.by,
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

    def held_by(self, technician: PersonId) -> tuple[Ticket, ...]:
        held = self.found(HELD, technician=technician, mate=technician)
        return tuple(ticket for ticket in held if technician in ticket.going)

    def of_order(self, order: str) -> tuple[Ticket, ...]:
        return self.found(OF_ORDER, order=order)

    def of_day(self, letter: str, day: date) -> tuple[Ticket, ...]:
        next_day = day + timedelta(days=1)
        return self.found(OF_DAY, first=f"{letter}-{day:%y%m%d}", beyond=f"{letter}-{next_day:%y%m%d}")

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

    def alike(self, product: str, symptom: str, since: datetime, limit: int = 100) -> tuple[Like, ...]:
        rows = self.connection.all(ALIKE, product=product, symptom=symptom, since=since, limit=limit)
        return tuple(Like(*row) for row in rows)

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
        "facts": dict(ticket.facts),
    }


def worded(ticket: Ticket, *names: str) -> str | None:
    """The first of these facts that the ticket has, so that similar ones can be found by it."""
    return next((str(ticket.facts[name]) for name in names if ticket.facts.get(name)), None)
