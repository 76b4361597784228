"""Who proposed what over a period, and what came of it: for certificates and the management (SUG-09, SUG-10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from core.kinds.proposal import S, average
from core.policy.proposals import Proposal
from core.tickets import PersonId, Ticket


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
