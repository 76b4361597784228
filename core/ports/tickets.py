"""The tickets, and the visits planned for them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from core.phrases import Span
from core.tickets import Event, PersonId, Ref, Ticket
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Booking:
    """How many visits the same people (or nobody yet) have at one time; `number` is the ticket of one of them."""

    going: tuple[PersonId, ...]
    kind: str
    span: Span
    visits: int
    number: str


@dataclass(frozen=True, slots=True)
class Taken:
    """How many are going to visits of one kind at one time, each counted once, and how many visits have nobody."""

    kind: str
    span: Span
    leads: int
    waiting: int


class Tickets(Protocol):
    def add(self, ticket: Ticket, letter: str, day: date) -> Ticket:
        """Keep a new ticket and give it its number: `letter`, the day, and the day's running number."""
        ...

    def get(self, ref: Ref) -> Ticket | None: ...
    def numbered(self, number: str) -> Ticket | None: ...

    def save(self, ticket: Ticket) -> Ticket:
        """Keep a changed ticket under the next version. Raises Changed if its version is no longer current."""
        ...

    def note(self, ref: Ref, event: Event) -> None: ...
    def history(self, ref: Ref) -> tuple[Event, ...]: ...
    def open_of(self, customer: PersonId) -> tuple[Ticket, ...]: ...
    def recent_of(self, customer: PersonId, limit: int = 5) -> tuple[Ticket, ...]: ...
    def went_to(self, customer: PersonId, limit: int) -> tuple[PersonId, ...]:
        """Who was there for the last tickets of this customer that are closed; each person once for each of them."""
        ...

    def held_by(self, technician: PersonId) -> tuple[Ticket, ...]:
        """The open tickets to which a technician goes, alone or with others, by visit, then by age."""
        ...

    def visits(self, span: Span) -> tuple[Ticket, ...]:
        """The open tickets whose visit overlaps `span`, with a technician or still without."""
        ...

    def bookings(self, span: Span, but: Ref | None = None) -> tuple[Booking, ...]:
        """The same visits in short, without that of `but`: what a diary shows."""
        ...

    def taken(self, span: Span) -> tuple[Taken, ...]:
        """The same counted by the database, for when there are very many."""
        ...

    def open_now(self, limit: int = 20, after: str = "") -> tuple[Ticket, ...]:
        """Open tickets by number, the page after the number `after`."""
        ...

    def standing(self, kind: str, state: str, limit: int = 20) -> tuple[Ticket, ...]:
        """Open tickets of this kind that are in this state, the oldest first."""
        ...

    def overdue(self, at: datetime, limit: int = 20) -> tuple[Ticket, ...]:
        """Open tickets with a promise broken and not yet kept, longest first."""
        ...

    def similar(self, customer: PersonId, product: str, symptom: str, since: datetime) -> tuple[Ticket, ...]:
        """Tickets of the same customer, product and symptom opened since, newest first (FLT-21)."""
        ...

    def alike(self, product: str, symptom: str, since: datetime, limit: int = 100) -> tuple[str, ...]:
        """The numbers of everybody's tickets with this product and symptom opened since, newest first (ESC-06)."""
        ...

    def series_noted(self, product: str, symptom: str, since: datetime) -> bool:
        """On one of those it was noted already that they are a series."""
        ...

    def complaints_of(self, customer: PersonId | None, phone: str, limit: int = 50) -> tuple[Ticket, ...]:
        """Of this customer, or with this number to call, the newest first (CMP-25)."""
        ...

    def noted_for_sales(self, since: date, limit: int = 20) -> tuple[Ticket, ...]:
        """Faults of that day or later with a note for sales, the newest first (VIS-25)."""
        ...

    def of_day(self, letter: str, day: date) -> tuple[Ticket, ...]:
        """All tickets whose numbers begin with `letter` and were given on this day, by number."""
        ...

    def of_days(self, letter: str, first: date, last: date) -> tuple[Ticket, ...]:
        """The same of several days, the last one included."""
        ...

    def of_order(self, order: str) -> tuple[Ticket, ...]:
        """All tickets about one sales order, the oldest first."""
        ...

    def opened_since(self, customer: PersonId, since: datetime) -> int: ...
