"""The analysis of complaints over a period: number, types, causes, results, time kept (客户投诉分析报告, CMP-13).

Everything is counted from what happened by the end of the period, so that the same period gives the same figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta

from core.kinds.complaint_states import OPEN, SUBJECTS, UNANSWERED, S
from core.ledgers.entry import Entry, Period
from core.phrases import Phrase, Span, Value, say
from core.shop import Shop
from core.tickets import Event, PersonId
from core.values import dataclass

NUMBER, TYPE, PRODUCT, UNIT = say("How many"), say("Type"), say("Product"), say("Department")
CAUSE, RESULT, TIME = say("Cause of the complaint"), say("Result"), say("Time kept")
SECTIONS = (NUMBER, TYPE, PRODUCT, UNIT, CAUSE, RESULT, TIME)
LODGED, MAJOR, LEFT = say("Lodged"), say("Major ones"), say("Open at the end")
SATISFIED, RAISED = say("The customer is satisfied"), say("The customer is not satisfied")
CLOSED, WITHDRAWN = say("Closed without his word"), say("withdrawn")
IN_TIME, LATE = say("Answered in time"), say("Answered late")
ENDS = {"satisfied": SATISFIED, "not_satisfied": RAISED, "close": CLOSED, "withdraw": WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Case:
    """One that was counted, and the moment by which it counts."""

    number: str
    at: datetime
    product: str
    about: PersonId | None = None  # from whom it is kept


@dataclass(frozen=True, slots=True)
class Figure:
    section: Phrase
    code: str  # the same in each period
    label: Value
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Complaint:
    """As it stood at the end of the period; `late` are the moments at which an answer came too late."""

    entry: Entry
    history: tuple[Event, ...]
    late: frozenset[datetime]

    @property
    def facts(self) -> Mapping[str, object]:
        return self.entry.ticket.facts

    @property
    def about(self) -> PersonId | None:
        about = self.facts.get("about_person")
        return PersonId(about) if isinstance(about, int) else None

    def case(self, at: datetime) -> Case:
        return Case(self.entry.ticket.number, at, self.entry.product, self.about)


def span_of(period: Period, shop: Shop) -> Span:
    """From midnight to midnight on the clock of the shop."""
    first, beyond = (datetime.combine(day, time(), shop.zone) for day in (period.first, period.next_day))
    return Span(first, beyond)


def month_of(year: int, month: int) -> Period:
    first = datetime(year, month, 1).date()  # noqa: DTZ001 - a day, no moment
    return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def before(period: Period) -> Period:
    """The month before, or as many days before if it is no month."""
    last = period.first - timedelta(days=1)
    if period == month_of(period.first.year, period.first.month):
        return Period(last.replace(day=1), last)
    return Period(last - (period.last - period.first), last)


def analysed(entries: Iterable[tuple[Entry, frozenset[datetime]]], span: Span, shop: Shop) -> tuple[Figure, ...]:
    """Every figure that is not nought, in the order of the sections and the largest first."""
    known = [as_it_stood(entry, late, span) for entry, late in entries]
    found: dict[tuple[str, str], Figure] = {}
    for complaint in known:
        for section, code, label, case in counted(complaint, span, shop):
            earlier = found.get((section.key, code))
            cases = (*earlier.cases, case) if earlier else (case,)
            found[section.key, code] = Figure(section, code, label, cases)
    return tuple(sorted(found.values(), key=rank))


def rank(figure: Figure) -> tuple[int, int, str]:
    largest_first = 0 if figure.section == NUMBER else -len(figure.cases)
    return SECTIONS.index(figure.section), largest_first, figure.code


def as_it_stood(entry: Entry, late: frozenset[datetime], span: Span) -> Complaint:
    return Complaint(entry, tuple(event for event in entry.history if event.at < span.end), late)


def counted(complaint: Complaint, span: Span, shop: Shop) -> Iterator[tuple[Phrase, str, Value, Case]]:
    """Where this one counts."""
    history, lodged = complaint.history, complaint.entry.ticket.opened_at
    if not history:
        return
    if history[-1].target in OPEN:
        yield NUMBER, "left", LEFT, complaint.case(lodged)
    if span.start <= lodged < span.end:
        for section, code, label in sorts(complaint, shop):
            yield section, code, label, complaint.case(lodged)
    within = [event for event in history if event.at >= span.start]
    yield from answers(complaint, within, shop)
    for event in within:
        if event.action in ENDS:
            yield RESULT, event.action, ENDS[event.action], complaint.case(event.at)


def sorts(complaint: Complaint, shop: Shop) -> Iterator[tuple[Phrase, str, Value]]:
    """What is known of one that was lodged in the period."""
    yield NUMBER, "a_lodged", LODGED
    if is_major_then(complaint):
        yield NUMBER, "major", MAJOR
    subject = str(complaint.facts.get("subject") or "other")
    yield TYPE, subject, SUBJECTS.get(subject, subject)
    product = complaint.entry.product
    yield PRODUCT, product, product or say("none named")
    known = shop.policy.complaint.departments
    routed = [event for event in complaint.history if event.action == "route"]
    for unit in dict.fromkeys(routed[-1].facts.get("units", ())) if routed else ():
        yield UNIT, unit, known[unit].label if unit in known else str(unit)
    if not routed:
        yield UNIT, "", say("not routed yet")


def is_major_then(complaint: Complaint) -> bool:
    """By the last word that was said on it in time; else as it was lodged."""
    words = ("make_major", "make_ordinary")
    said = [event.action for event in complaint.history if event.action in words]
    if said:
        return said[-1] == "make_major"
    later = [event.action for event in complaint.entry.history if event.action in words]
    return later[0] == "make_ordinary" if later else "major_at" in complaint.facts


def answers(
    complaint: Complaint, within: Sequence[Event], shop: Shop
) -> Iterator[tuple[Phrase, str, Value, Case]]:  # fmt: skip
    """Each answer by its time, and the cause as the last of them named it."""
    given = [event for event in within if event.target == S.ANSWERED and event.source in UNANSWERED]
    for event in given:
        late = event.at in complaint.late
        yield TIME, "late" if late else "in_time", LATE if late else IN_TIME, complaint.case(event.at)
    if given:
        last = given[-1].at
        named = [e.facts.get("cause") for e in complaint.history if e.action == "answer" and e.at <= last]
        cause = str(named[-1] or "")
        known = shop.policy.complaint.causes.get(cause)
        yield CAUSE, cause, known.label if known else cause, complaint.case(last)
