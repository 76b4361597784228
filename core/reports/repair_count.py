"""What each technician repaired, how it was judged and rated: for whoever evaluates people (FLT-23)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from core.judging import GRADES
from core.kinds import kind_named
from core.ledgers.entry import Period
from core.moment import Moment
from core.phrases import Phrase, above, say
from core.tickets import PersonId, Ticket

REPAIRED = say("Repairs from {first} to {last}, finished: {n}")
LETTER = kind_named("fault").letter


def repaired(desk: Moment, period: Period) -> Phrase:
    """Of those that were reported in the period; who finished most first."""
    found = [t for t in desk.unit.tickets.of_days(LETTER, period.first, period.last) if "finished_at" in t.facts]
    days = {"first": f"{period.first}", "last": f"{period.last}"}
    head = Phrase(REPAIRED.key, days | {"n": len(found)})
    everybody = sorted(by_technician(found).items(), key=lambda each: -len(each[1]))
    return above((head, *(line(desk, who, his) for who, his in everybody)))


def by_technician(tickets: Iterable[Ticket]) -> dict[PersonId, list[Ticket]]:
    his: dict[PersonId, list[Ticket]] = {}
    for ticket in tickets:
        if ticket.assignee:
            his.setdefault(ticket.assignee, []).append(ticket)
    return his


def line(desk: Moment, who: PersonId, his: Sequence[Ticket]) -> Phrase:
    rated = [int(ticket.facts["rating"]) for ticket in his if "rating" in ticket.facts]
    return say(
        "{name}: {n} finished, rated {rating} of 3, redone {rework}; judged: time {time}; quality {quality}",
        name=desk.person(who).name, n=len(his), rating=f"{sum(rated) / len(rated):.1f}" if rated else "–",
        rework=sum(int(ticket.facts.get("rework") or 0) for ticket in his),
        time=grades(his, "judged_time"), quality=grades(his, "judged_quality"),
    )  # fmt: skip


def grades(his: Iterable[Ticket], fact: str) -> tuple[Phrase, ...] | str:
    """How often each was given, the best first."""
    given = Counter(str(ticket.facts[fact]) for ticket in his if fact in ticket.facts)
    said = ((label, given[grade]) for grade, label in GRADES.items() if given[grade])
    return tuple(Phrase("{grade} {n}", {"grade": label, "n": n}) for label, n in said) or "–"
