"""Who is where, and when: what is booked, who waits for somebody, who is away."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypeAlias

from core.moment import Moment
from core.people import Absence, Person
from core.phrases import Span
from core.ports import Booking, Unit
from core.tickets import PersonId, Role, Ticket
from core.values import dataclass, replace

DAY = timedelta(days=1)
Party: TypeAlias = tuple[Person, ...]  # who goes together; whoever answers for it comes first


@dataclass(frozen=True, slots=True)
class Diary:
    """Who is where in a stretch of time, read once."""

    technicians: tuple[Person, ...]
    booked: dict[PersonId, list[Booking]]
    waiting: tuple[Booking, ...]  # have a time but nobody yet
    absences: tuple[Absence, ...]

    def clash(self, person: PersonId, span: Span) -> Booking | None:
        for booking in self.booked.get(person, ()):
            if booking.span.overlaps(span):
                return booking
        return None

    def present(self, party: Party, span: Span) -> Party:
        if not self.absences:
            return party
        return tuple([person for person in party if not self.away(person.id, span)])

    def jobs(self, person: PersonId) -> int:
        return sum([booking.visits for booking in self.booked.get(person, ())])

    def away(self, person: PersonId, span: Span) -> bool:
        return bool(self.absences) and any(a.person == person and a.span.overlaps(span) for a in self.absences)

    def free(self, person: PersonId, span: Span) -> bool:
        return not self.away(person, span) and self.clash(person, span) is None


def read_diary(unit: Unit, span: Span, but: Ticket | None = None) -> Diary:
    """`but`: the ticket that somebody is looked for, whose own visit is in nobody's way."""
    nobody = Diary(unit.people.with_role(Role.TECHNICIAN), {}, (), unit.people.absent(span))
    return fill_in(unit, nobody, span, but)


def read_day(desk: Moment, moment: datetime, but: Ticket | None = None) -> Diary:
    """That of the whole day into which `moment` falls."""
    start = moment.astimezone(desk.shop.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return read_diary(desk.unit, Span(start, start + DAY), but)


def fill_in(unit: Unit, diary: Diary, span: Span, but: Ticket | None = None) -> Diary:
    """The same people with what is booked in `span`."""
    booked: dict[PersonId, list[Booking]] = {}
    waiting: list[Booking] = []
    for booking in unit.tickets.bookings(span, but.ref if but else None):
        for person in booking.going:
            booked.setdefault(person, []).append(booking)
        if not booking.going:
            waiting.append(booking)
    return replace(diary, booked=booked, waiting=tuple(waiting))
