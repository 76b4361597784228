"""Two periods of complaints side by side, in a few lines and as sheets (CMP-13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from core.ledgers.entry import Period
from core.phrases import Phrase, Value, above, say
from core.reports.analysing import NUMBER, RESULT, SECTIONS, TIME, TYPE, Case, Figure
from core.values import dataclass

SHORT = (NUMBER, TYPE, RESULT, TIME)  # what a few lines have room for
TITLE = say("Complaints from {first} to {last}, and from {before_first} to {before_last}")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a report is about: in which order its sections stand, and which of them have room in a few lines."""

    title: Phrase
    nothing: Phrase
    sections: tuple[Phrase, ...]
    short: tuple[Phrase, ...]


COMPLAINTS = Topic(TITLE, say("No complaints."), SECTIONS, SHORT)


@dataclass(frozen=True, slots=True)
class Compared:
    section: Phrase
    label: Value
    cases: tuple[Case, ...]
    cases_before: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Greeted:
    """Customers who began to write, and how many of them had an answer within the policy's seconds (CHN-05)."""

    number: int
    in_time: int


@dataclass(frozen=True, slots=True)
class Report:
    period: Period
    earlier: Period
    lines: tuple[Compared, ...]
    greeted: Greeted = Greeted(0, 0)
    topic: Topic = COMPLAINTS

    @property
    def title(self) -> Phrase:
        days = {
            "first": self.period.first,
            "last": self.period.last,
            "before_first": self.earlier.first,
            "before_last": self.earlier.last,
        }
        return Phrase(self.topic.title.key, {name: written(day) for name, day in days.items()})


def written(day: date) -> str:
    return day.isoformat()


def compared(now: Sequence[Figure], earlier: Sequence[Figure], topic: Topic = COMPLAINTS) -> tuple[Compared, ...]:
    """Section by section; what was counted in one period only is nought in the other."""
    both = {(figure.section.key, figure.code): figure for figure in (*earlier, *now)}
    cases, before = by_code(now), by_code(earlier)
    order = dict.fromkeys(key for section in topic.sections for key in (*cases, *before) if key[0] == section.key)
    return tuple(Compared(both[key].section, both[key].label, cases.get(key, ()), before.get(key, ())) for key in order)


def by_code(figures: Iterable[Figure]) -> dict[tuple[str, str], tuple[Case, ...]]:
    return {(figure.section.key, figure.code): figure.cases for figure in figures}


def summary(report: Report) -> Phrase:
    """In a few lines: the number now, and in brackets the number before."""
    return above((report.title, *short_lines(report), *greetings(report.greeted)))


def greetings(greeted: Greeted) -> tuple[Phrase, ...]:
    """Nothing where nobody wrote, or it is forgotten by now."""
    if not greeted.number:
        return ()
    share = f"{100 * greeted.in_time / greeted.number:.1f}"
    return (say("Greeted at once: {share}% of {n}", share=share, n=greeted.number),)


def short_lines(report: Report) -> Iterator[Phrase]:
    if not report.lines:
        yield report.topic.nothing
    for line in report.lines:
        if line.section in report.topic.short:
            numbers = {"now": len(line.cases), "earlier": len(line.cases_before)}
            yield Phrase("{what}: {now} ({earlier})", {"what": line.label} | numbers)
