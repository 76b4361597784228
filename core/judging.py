"""How a repair went, and how it is judged (FLT-23)."""

from __future__ import annotations

from collections.abc import Iterable

from core.phrases import Phrase, Value, say
from core.ports import Clock
from core.tickets import Ticket

GRADES = {"good": say("good"), "fair": say("fair"), "poor": say("poor")}
JUDGED = {"judged_time": say("time: {grade}"), "judged_quality": say("quality: {grade}")}


def course(ticket: Ticket, clocks: Iterable[Clock]) -> Value:
    """What whoever judges it weighs: the promises that were kept or broken, and what was counted."""
    broken = {clock.promise for clock in clocks if clock.kept is False and not clock.warning}
    counted = {name: int(ticket.facts.get(name) or 0) for name in ("work_minutes", "late", "rework")}
    return (
        say("not within the promised time")
        if broken & {"resolve_simple", "resolve_complex"}
        else say("within the promised time"),
        say("arrived late") if "arrival" in broken else say("arrived as agreed"),
        say("{work_minutes} minutes of work, put off {late} times, redone {rework} times", **counted),
    )


def graded(name: str, grade: str) -> Phrase:
    return Phrase(JUDGED[name].key, {"grade": GRADES.get(grade, grade)})
