"""The analysis of faults over a period: what breaks, from which cause, and what comes back (故障分析报告, CAP-09)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.ledgers.entry import Entry, Period
from core.phrases import Phrase, Span, Value, say
from core.reports.analysing import NUMBER, Case, Figure, span_of
from core.reports.complaint_report import Report, Topic, compared
from core.shop import Shop
from core.wording.values import listed_as

FAULT, CAUSE, AGAIN = say("Fault"), say("Fault and its cause"), say("Reported again")
REPORTED, REPAIRED = say("Faults reported"), say("Repaired")
FAULTS = Topic(
    say("Faults from {first} to {last}, and from {before_first} to {before_last}"),
    say("No faults."),
    (NUMBER, FAULT, CAUSE, AGAIN),
    (NUMBER, AGAIN),
)


def fault_report(entries: Iterable[Entry], period: Period, earlier: Period, shop: Shop) -> Report:
    """Of a period and the one before, from the same entries."""
    known = tuple(entry for entry in entries if not entry.ticket.facts.get("question"))
    now, then = (counted(known, span_of(each, shop), shop) for each in (period, earlier))
    return Report(period, earlier, compared(now, then, FAULTS), topic=FAULTS)


def counted(entries: Iterable[Entry], span: Span, shop: Shop) -> tuple[Figure, ...]:
    """Every figure that is not nought, the largest first in each section."""
    found: dict[tuple[str, str], Figure] = {}
    for entry in entries:
        for section, code, label, case in places(entry, span, shop):
            cases = found[section.key, code].cases if (section.key, code) in found else ()
            found[section.key, code] = Figure(section, code, label, (*cases, case))
    return tuple(sorted(found.values(), key=lambda figure: (FAULTS.sections.index(figure.section), -len(figure.cases))))


def places(entry: Entry, span: Span, shop: Shop) -> Iterator[tuple[Phrase, str, Value, Case]]:
    """Where this one counts: when it was reported, and when a cause was found."""
    opened, what = entry.ticket.opened_at, fault_of(entry, shop)
    code = f"{entry.product}|{entry.ticket.facts.get('symptom', '')}"
    if span.start <= opened < span.end:
        case = Case(entry.ticket.number, opened, entry.product)
        yield NUMBER, "a_reported", REPORTED, case
        yield FAULT, code, what, case
        if entry.ticket.facts.get("repeats"):
            yield NUMBER, "c_again", AGAIN, case
            yield AGAIN, code, what, case
    for event in entry.history:
        if event.action == "finish" and span.start <= event.at < span.end:
            case = Case(entry.ticket.number, event.at, entry.product)
            cause = str(event.facts.get("cause") or "")
            yield NUMBER, "b_repaired", REPAIRED, case
            named = listed_as("cause", cause, shop, "fault") if cause else say("none named")
            yield CAUSE, f"{code}|{cause}", say("{fault}: {cause}", fault=what, cause=named), case


def fault_of(entry: Entry, shop: Shop) -> Phrase:
    """Product and fault; what was only told in own words is one kind of fault."""
    symptom = shop.policy.catalogue.symptom_label(str(entry.ticket.facts.get("symptom", "")))
    product = entry.product or say("none named")
    return say("{product}, {fault}", product=product, fault=symptom or say("told in own words"))
