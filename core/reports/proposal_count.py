"""Who proposed what over a period, and what came of it: for certificates and the management (SUG-09, SUG-10)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from core.kinds import kind_named
from core.kinds.proposal import S, average
from core.ledgers.entry import Period
from core.ledgers.proposals import SOURCES
from core.moment import Moment
from core.phrases import Phrase, above, say
from core.policy.proposals import Proposal
from core.tickets import PersonId, Ticket
from core.values import dataclass

MOST = 30  # lines of a list
PROPOSED = say("Proposals from {first} to {last}: {n}")


@dataclass(frozen=True, slots=True)
class Proposer:
    who: PersonId
    tickets: tuple[Ticket, ...]

    @property
    def is_staff(self) -> bool:
        return any(ticket.facts.get("source") == "employee" for ticket in self.tickets)

    @property
    def adopted(self) -> int:
        return sum("carried_out_by" in ticket.facts for ticket in self.tickets)

    @property
    def declined(self) -> int:
        return sum("declined_at" in ticket.facts for ticket in self.tickets)

    @property
    def points(self) -> float | None:
        """Of thirty, on average over those that were graded."""
        graded = [average(ticket) for ticket in self.tickets if ticket.facts.get("scores")]
        return sum(graded) / len(graded) if graded else None

    def reward(self, policy: Proposal) -> Decimal:
        """What was given so far."""
        given = (policy.grade_for(average(ticket)) for ticket in self.tickets if "rewarded_at" in ticket.facts)
        return sum((grade.reward for grade in given if grade), Decimal())


def proposers(tickets: Iterable[Ticket]) -> tuple[Proposer, ...]:
    """Who has most adopted first, then who made most; what was taken back does not count."""
    made: dict[PersonId, tuple[Ticket, ...]] = {}
    for ticket in tickets:
        if ticket.state != S.CANCELLED:
            made[ticket.customer] = (*made.get(ticket.customer, ()), ticket)
    found = (Proposer(who, those) for who, those in made.items())
    return tuple(sorted(found, key=lambda each: (-each.adopted, -len(each.tickets))))


def proposed(desk: Moment, period: Period) -> Phrase:
    """Who proposed what in a period, and what came of it."""
    found = proposers(desk.unit.tickets.of_days(kind_named("proposal").letter, period.first, period.last))
    days = {"first": f"{period.first}", "last": f"{period.last}"}
    head = Phrase(PROPOSED.key, days | {"n": sum(len(each.tickets) for each in found)})
    more = (say("… and {n} more.", n=len(found) - MOST),) if len(found) > MOST else ()
    return above((head, *(line_of(desk, each) for each in found[:MOST]), *more))


def line_of(desk: Moment, proposer: Proposer) -> Phrase:
    points = proposer.points
    return say(
        "{name} ({source}): {made}, adopted {adopted}, declined {declined}, points {points}, reward {reward}",
        name=desk.person(proposer.who).name or say("A customer"),
        source=SOURCES["employee" if proposer.is_staff else "customer"],
        made=len(proposer.tickets), adopted=proposer.adopted, declined=proposer.declined,
        points="–" if points is None else f"{points:.1f}", reward=proposer.reward(desk.shop.policy.proposal),
    )  # fmt: skip
