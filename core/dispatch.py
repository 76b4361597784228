"""Who could go, and when: skills, zone, load, leave and clashes (DSP-02, DSP-08)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from core.alerts import holders, sound
from core.diary import Diary, Party, fill_in, read_day, read_diary
from core.kinds import kind_named
from core.moment import Moment
from core.notices import Choosing, Notice
from core.outline import outline
from core.people import Person
from core.phrases import Phrase, Span, above, say
from core.tickets import Alert, PersonId, Role, Ticket, photos_in
from core.values import dataclass
from core.wording import Scene

DAY = timedelta(days=1)
RECENT = 20  # closed tickets of one customer, by which is known who has been there
HAS_IT, PASSED_ON = say("has the job now"), say("has passed this job on")
NOT_SKILLED, AWAY, FULL_DAY = say("does not have the skill"), say("is away"), say("has a full day")
TOO_FEW = say("are too few that day")
NEAR, FAR = say("knows the area"), say("from another area")


@dataclass(frozen=True, slots=True)
class Need:
    """Whom a job takes: somebody with a skill, or a whole crew, and how long it needs to get there and away."""

    skill: str = ""
    by_crew: bool = False
    travel: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A technician or a crew, whether they could go, and why: what a dispatcher weighs."""

    person: Person  # who answers for it
    mates: tuple[Person, ...]
    fits: bool
    reasons: tuple[Phrase, ...]
    rank: tuple[int, ...]


def dispatch(desk: Moment, ticket: Ticket, diary: Diary | None = None) -> PersonId | None:
    """Who gets the job, where the policy says that the desk decides; otherwise the dispatcher is asked."""
    candidates = who_could_go(desk, ticket, diary)
    fitting = [c for c in candidates if c.fits]
    if fitting and decides(desk, ticket):
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


def decides(desk: Moment, ticket: Ticket) -> bool:
    """The policy lets the desk choose by itself, and there is a time for which to choose."""
    rules = desk.shop.policy.dispatch
    return rules.auto_crew and ticket.visit is not None if kind_named(ticket.kind).by_crew else rules.auto


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
    names = tuple(person.name for person in (candidate.person, *candidate.mates))
    return Phrase(verdict.key, {"name": names, "reasons": candidate.reasons})


def who_could_go(desk: Moment, ticket: Ticket, diary: Diary | None = None) -> tuple[Candidate, ...]:
    """All technicians, the best first, those who cannot go last; each with the reasons. `diary`: if it is read."""
    span = ticket.visit or Span(desk.at, desk.at + DAY)
    diary = diary or read_day(desk, span.start, but=ticket)
    need = need_of(desk, ticket)
    possible = parties(diary.technicians, by_crew=need.by_crew)
    helped = Counter(desk.unit.tickets.went_to(ticket.customer, RECENT))
    found = [weigh(desk, party, ticket, need, span, diary, helped[party[0].id]) for party in possible]
    return tuple(sorted(found, key=lambda c: c.rank))


def parties(technicians: Iterable[Person], *, by_crew: bool) -> list[Party]:
    """Who goes together: each alone, or all that are of one crew."""
    if not by_crew:
        return [(person,) for person in technicians]
    crews: dict[str, Party] = {}
    for person in technicians:
        if person.crew:
            crews[person.crew] = (*crews.get(person.crew, ()), person)
    return list(crews.values())


def mates(desk: Moment, person: Person, visit: Span | None) -> tuple[Person, ...]:
    """Who goes along with somebody: the others of his crew who are not away then."""
    span = visit or Span(desk.at, desk.at + DAY)
    away = {absence.person for absence in desk.unit.people.absent(span)} | {person.id}
    everybody = desk.unit.people.with_role(Role.TECHNICIAN) if person.crew else ()
    return tuple(each for each in everybody if each.crew == person.crew and each.id not in away)


def weigh(desk: Moment, party: Party, ticket: Ticket, need: Need, span: Span, diary: Diary, helped: int) -> Candidate:
    person, *others = here = diary.present(party, span) or party
    jobs, near = diary.jobs(person.id), in_zone(person, str(ticket.facts.get("address", "")))
    there = with_travel(span, need)
    clashes = [c for each in here if (c := diary.clash(each.id, there))] if ticket.visit else []
    too_few = need.by_crew and len(here) < desk.shop.policy.dispatch.crew_size
    passed = ticket.facts.get("passed", ())
    hurdles = [
        (person.id == ticket.assignee, HAS_IT),
        (not skilled(here, need), NOT_SKILLED),
        (diary.away(person.id, span), AWAY),
        (too_few, TOO_FEW),
        *[(True, say("has {number} then", number=clash.number)) for clash in clashes[:1]],
        (jobs >= desk.shop.policy.dispatch.daily_cap, FULL_DAY),
        (bool(passed) and any(each.id in passed for each in here), PASSED_ON),
    ]
    against = tuple([phrase for applies, phrase in hurdles if applies])
    known = (say("earlier jobs for this customer: {n}", n=helped),) if helped else ()
    praise = (NEAR if near else FAR, *known, say("visits that day: {n}", n=jobs))
    fits = not against
    rank = (int(not fits), int(not near), -helped, jobs, person.id)
    return Candidate(person, tuple(others), fits, against or praise, rank)


def need_of(desk: Moment, ticket: Ticket) -> Need:
    """Whom this ticket takes."""
    kind = kind_named(ticket.kind)
    far = bool(ticket.facts.get("suburb"))
    return Need(
        str(ticket.facts.get("skill", "")), kind.by_crew, desk.shop.travel(far) if kind.by_crew else timedelta()
    )


def crew_need(desk: Moment, *, suburb: bool) -> Need:
    return Need(by_crew=True, travel=desk.shop.travel(suburb))


def with_travel(span: Span, need: Need) -> Span:
    return Span(span.start - need.travel, span.end + need.travel) if need.travel else span


def skilled(party: Party, need: Need) -> bool:
    return not need.skill or any(need.skill in person.skills for person in party)


def in_zone(person: Person, address: str) -> bool:
    return not person.zones or any(zone in address for zone in person.zones)


def free_windows(desk: Moment, need: Need, limit: int = 8) -> tuple[Span, ...]:
    """The visit windows in which somebody who can do it is free, soonest first (VIS-16, FLT-25)."""
    windows = windows_ahead(desk)
    if not windows:
        return ()
    whole = with_travel(Span(windows[0].start, windows[-1].end), need)
    if need.by_crew:
        return tuple(islice(crew_windows(desk, need, windows, whole), limit))
    diary = read_diary(desk.unit, whole)
    able = those_able(desk, diary, need)
    return tuple(islice((window for window in windows if has_room(diary, able, window, need)), limit))


def crew_windows(desk: Moment, need: Need, windows: Iterable[Span], whole: Span) -> Iterator[Span]:
    """There may be hundreds of crews and thousands of visits: full windows are counted, the others read one by one."""
    nobody = Diary(desk.unit.people.with_role(Role.TECHNICIAN), {}, (), desk.unit.people.absent(whole))
    able = those_able(desk, nobody, need)
    taken: Counter[Span] = Counter()
    for each in desk.unit.tickets.taken(whole):
        taken[each.span] += (each.leads + each.waiting) * kind_named(each.kind).by_crew
    for window in windows:
        if taken[window] < len(able):
            diary = fill_in(desk.unit, nobody, with_travel(window, need))
            if has_room(diary, able, window, need):
                yield window


def those_able(desk: Moment, diary: Diary, need: Need) -> list[Party]:
    """Everybody, or every crew, that could do such a job at some time."""
    fewest = desk.shop.policy.dispatch.crew_size if need.by_crew else 1
    found = parties(diary.technicians, by_crew=need.by_crew)
    return [party for party in found if len(party) >= fewest and skilled(party, need)]


def has_room(diary: Diary, able: Sequence[Party], window: Span, need: Need) -> bool:
    """More who are free than jobs that have this time but nobody yet."""
    then = [booking for booking in diary.waiting if booking.span.overlaps(window)]
    promised = sum([booking.visits for booking in then if kind_named(booking.kind).by_crew is need.by_crew])
    span, free = with_travel(window, need), 0
    for party in able:
        free += all(diary.free(person.id, span) for person in party)
        if free > promised:
            return True
    return False


def room_left(desk: Moment, need: Need, window: Span) -> bool:
    """Is this window still to be had? Asked again when the form is sent."""
    diary = read_diary(desk.unit, with_travel(window, need))
    return has_room(diary, those_able(desk, diary, need), window, need)


def is_free(desk: Moment, ticket: Ticket, window: Span) -> bool:
    """Those who go there have this window free as well."""
    span = with_travel(window, need_of(desk, ticket))
    diary = read_diary(desk.unit, span, but=ticket)
    return bool(ticket.going) and all(diary.free(person, span) for person in ticket.going)


def windows_ahead(desk: Moment) -> tuple[Span, ...]:
    """The visit windows of the coming days that begin late enough for somebody to get there."""
    visit = desk.shop.policy.visit
    earliest: datetime = desk.at + visit.notice.time
    until = desk.at + visit.days_ahead * DAY
    return tuple([s for s in desk.shop.visit_windows(desk.at, until) if s.start >= earliest])


def special_windows(desk: Moment, limit: int = 12) -> tuple[Span, ...]:
    """On the coming days on which no visits are made: for a supervisor to agree to (FLT-25)."""
    visit = desk.shop.policy.visit
    spans = desk.shop.special_windows(desk.at, desk.at + visit.days_ahead * DAY)
    return tuple(islice((span for span in spans if span.start >= desk.at + visit.notice.time), limit))


def own_windows(desk: Moment, technician: PersonId, limit: int = 8) -> tuple[Span, ...]:
    """The visit windows that this technician has free himself."""
    windows = windows_ahead(desk)
    if not windows:
        return ()
    diary = read_diary(desk.unit, Span(windows[0].start, windows[-1].end))
    return tuple(window for window in windows if diary.free(technician, window))[:limit]
