"""Who could go, and when: skills, zone, load, leave and clashes (DSP-02, DSP-08)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.alerts import holders, sound
from core.moment import Moment
from core.notices import Choosing, Notice
from core.outline import outline
from core.people import Absence, Person
from core.phrases import Phrase, Span, above, say
from core.ports import Booking, Unit
from core.tickets import Alert, PersonId, Role, Ticket, photos_in
from core.wording import Scene

DAY = timedelta(days=1)
HAS_IT, PASSED_ON = say("has the job now"), say("has passed this job on")
NOT_SKILLED, AWAY, FULL_DAY = say("does not have the skill"), say("is away"), say("has a full day")
NEAR, FAR = say("knows the area"), say("from another area")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A technician, whether he could go, and why: what a dispatcher weighs."""

    person: Person
    fits: bool
    reasons: tuple[Phrase, ...]
    rank: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Diary:
    """Who is where in a stretch of time, read once."""

    technicians: tuple[Person, ...]
    booked: dict[PersonId, list[Booking]]
    waiting: tuple[Booking, ...]  # have a time but nobody yet
    absences: tuple[Absence, ...]

    def clash(self, person: PersonId, span: Span) -> Booking | None:
        return next((booking for booking in self.booked.get(person, ()) if booking.span.overlaps(span)), None)

    def jobs(self, person: PersonId) -> int:
        return sum(booking.visits for booking in self.booked.get(person, ()))

    def away(self, person: PersonId, span: Span) -> bool:
        return any(a.person == person and a.span.overlaps(span) for a in self.absences)

    def free(self, person: PersonId, span: Span) -> bool:
        return not self.away(person, span) and self.clash(person, span) is None


def read_diary(unit: Unit, span: Span, but: Ticket | None = None) -> Diary:
    """`but`: the ticket that somebody is looked for, whose own visit is in nobody's way."""
    booked: dict[PersonId, list[Booking]] = {}
    waiting: list[Booking] = []
    for booking in unit.tickets.bookings(span, but.ref if but else None):
        (booked.setdefault(booking.technician, []) if booking.technician else waiting).append(booking)
    return Diary(unit.people.with_role(Role.TECHNICIAN), booked, tuple(waiting), unit.people.absent(span))


def dispatch(desk: Moment, ticket: Ticket) -> PersonId | None:
    """Who gets the job, where the policy says that the desk decides; otherwise the dispatcher is asked."""
    candidates = who_could_go(desk, ticket)
    fitting = [c for c in candidates if c.fits]
    if fitting and desk.shop.policy.dispatch.auto:
        return fitting[0].person.id
    if not fitting:
        scene = Scene(desk.unit, desk.shop, desk.at, ticket)
        sound(
            desk,
            Alert(Role.SUPERVISOR, say("Nobody can go to {number}: {product}, {area}, {visit}."), while_here=True),
            scene,
        )
    ask_dispatcher(desk, ticket, candidates)
    return None


def ask_dispatcher(desk: Moment, ticket: Ticket, candidates: Sequence[Candidate]) -> None:
    scene = Scene(desk.unit, desk.shop, desk.at, ticket)
    question = say("{number}: who goes?", number=ticket.number)
    text = above((question, *outline(scene, contact=False), *map(describe, candidates)))
    role, people = holders(desk, Role.DISPATCHER)
    names = tuple(Choosing(c.person.name, f"m:{ticket.ref}:assign:{c.person.id}") for c in candidates if c.fits)
    for person in people:
        desk.notices.append(
            Notice(person, text, ticket, role, extra=names, cause=desk.cause, photos=photos_in(ticket.facts))
        )


def describe(candidate: Candidate) -> Phrase:
    verdict = say("{name}: {reasons}") if candidate.fits else say("{name}, not possible: {reasons}")
    return Phrase(verdict.key, {"name": candidate.person.name, "reasons": candidate.reasons})


def who_could_go(desk: Moment, ticket: Ticket) -> tuple[Candidate, ...]:
    """All technicians, the best first, those who cannot go last; each with the reasons."""
    span = ticket.visit or Span(desk.at, desk.at + DAY)
    start = span.start.astimezone(desk.shop.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    diary = read_diary(desk.unit, Span(start, start + DAY), but=ticket)
    found = [weigh(desk, person, ticket, span, diary) for person in diary.technicians]
    return tuple(sorted(found, key=lambda c: c.rank))


def weigh(desk: Moment, person: Person, ticket: Ticket, span: Span, diary: Diary) -> Candidate:
    skill, address = str(ticket.facts.get("skill", "")), str(ticket.facts.get("address", ""))
    jobs = diary.jobs(person.id)
    skilled, near = not skill or skill in person.skills, in_zone(person, address)
    clash = diary.clash(person.id, span) if ticket.visit else None
    hurdles = [
        (person.id == ticket.assignee, HAS_IT),
        (not skilled, NOT_SKILLED),
        (diary.away(person.id, span), AWAY),
        (clash is not None, say("has {number} then", number=clash.number if clash else "")),
        (jobs >= desk.shop.policy.dispatch.daily_cap, FULL_DAY),
        (person.id in ticket.facts.get("passed", []), PASSED_ON),
    ]
    against = tuple(phrase for applies, phrase in hurdles if applies)
    praise = (NEAR if near else FAR, say("visits that day: {n}", n=jobs))
    fits = not against
    return Candidate(person, fits, against or praise, (int(not fits), int(not near), jobs, person.id))


def in_zone(person: Person, address: str) -> bool:
    return not person.zones or any(zone in address for zone in person.zones)


def free_windows(desk: Moment, skill: str, limit: int = 8) -> tuple[Span, ...]:
    """The visit windows that some technician with this skill has free, soonest first (VIS-16, FLT-25)."""
    windows = windows_ahead(desk)
    if not windows:
        return ()
    diary = read_diary(desk.unit, Span(windows[0].start, windows[-1].end))
    able = [p.id for p in diary.technicians if not skill or skill in p.skills]
    found: list[Span] = []
    for window in windows:
        if has_room(diary, able, window):
            found.append(window)
        if len(found) == limit:
            break
    return tuple(found)


def has_room(diary: Diary, able: Sequence[PersonId], window: Span) -> bool:
    """More free people than jobs that have this time but nobody yet."""
    promised = sum(booking.visits for booking in diary.waiting if booking.span.overlaps(window))
    free = 0
    for person in able:
        free += diary.free(person, window)
        if free > promised:
            return True
    return False


def room_left(desk: Moment, skill: str, window: Span) -> bool:
    """Is this window still to be had? Asked again when the form is sent."""
    diary = read_diary(desk.unit, window)
    return has_room(diary, [p.id for p in diary.technicians if not skill or skill in p.skills], window)


def is_free(desk: Moment, person: PersonId, window: Span, ticket: Ticket) -> bool:
    return read_diary(desk.unit, window, but=ticket).free(person, window)


def windows_ahead(desk: Moment) -> tuple[Span, ...]:
    """The visit windows of the coming days that begin late enough for somebody to get there."""
    visit = desk.shop.policy.visit
    earliest: datetime = desk.at + visit.notice.time
    until = desk.at + visit.days_ahead * DAY
    return tuple(s for s in desk.shop.visit_windows(desk.at, until) if s.start >= earliest)


def own_windows(desk: Moment, technician: PersonId, limit: int = 8) -> tuple[Span, ...]:
    """The visit windows that this technician has free himself."""
    windows = windows_ahead(desk)
    if not windows:
        return ()
    diary = read_diary(desk.unit, Span(windows[0].start, windows[-1].end))
    return tuple(window for window in windows if diary.free(technician, window))[:limit]
