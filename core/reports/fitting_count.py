"""What was found when fittings were finished, and how their customers rated them: for quality (INS-04, INS-15)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from core.kinds import kind_named
from core.ledgers.entry import Period
from core.moment import Moment
from core.phrases import Phrase, above, say
from core.policy import Policy
from core.policy.bilingual import Bilingual
from core.tickets import PersonId, Ticket
from core.values import dataclass

FITTED = say("Installations from {first} to {last}, finished: {n}")


@dataclass(frozen=True, slots=True)
class Fitter:
    """Whoever answered for the fittings of a crew."""

    who: PersonId
    tickets: tuple[Ticket, ...]

    @property
    def rating(self) -> float | None:
        """Of three, on average over those that were rated."""
        rated: list[int] = [int(ticket.facts["rating"]) for ticket in self.tickets if "rating" in ticket.facts]
        return sum(rated) / len(rated) if rated else None

    @property
    def points(self) -> int:
        """That were not in order."""
        return sum(len(open_points(ticket)) for ticket in self.tickets)


def fitted(desk: Moment, period: Period) -> Phrase:
    found = desk.unit.tickets.of_days(kind_named("installation").letter, period.first, period.last)
    days = {"first": f"{period.first}", "last": f"{period.last}"}
    head = Phrase(FITTED.key, days | {"n": sum("finished_at" in each.facts for each in found)})
    wrong = (say("– {point}: {n}", point=point, n=n) for point, n in mistakes(found, desk.shop.policy))
    return above((head, *(line(desk, each) for each in fitters(found)), *wrong))


def line(desk: Moment, fitter: Fitter) -> Phrase:
    rating = "–" if fitter.rating is None else f"{fitter.rating:.1f}"
    return say(
        "{name}: {n} finished, rated {rating} of 3, points not in order: {points}",
        name=desk.person(fitter.who).name, n=len(fitter.tickets), rating=rating, points=fitter.points,
    )  # fmt: skip


def checks_of(ticket: Ticket, policy: Policy) -> tuple[Bilingual, ...]:
    """What must be right when this one is finished, by what is fitted."""
    kinds: Sequence[str] = ticket.facts.get("categories") or (str(ticket.facts.get("category", "")),)
    return tuple(dict.fromkeys(point for kind in kinds for point in policy.installation.checks.get(kind, ())))


def open_points(ticket: Ticket) -> Sequence[int]:
    """The numbers of those that were not in order when it was finished."""
    found: Sequence[int] = ticket.facts.get("not_in_order", ())
    return found


def fitters(tickets: Iterable[Ticket]) -> tuple[Fitter, ...]:
    """Who finished most first."""
    his: dict[PersonId, tuple[Ticket, ...]] = {}
    for ticket in tickets:
        if ticket.assignee and "finished_at" in ticket.facts:
            his[ticket.assignee] = (*his.get(ticket.assignee, ()), ticket)
    return tuple(sorted((Fitter(*each) for each in his.items()), key=lambda each: -len(each.tickets)))


def mistakes(tickets: Iterable[Ticket], policy: Policy) -> tuple[tuple[Bilingual, int], ...]:
    """How often each point was not in order, the most frequent first."""
    found: Counter[Bilingual] = Counter()
    for ticket in tickets:
        checks, wrong = checks_of(ticket, policy), open_points(ticket)
        found.update(checks[n - 1] for n in wrong if n <= len(checks))
    return tuple(found.most_common())
