"""Was a customer passed around during a return? Somebody higher looks into it (RTN-08)."""

from __future__ import annotations

from typing import Any

from core import claims
from core.alerts import holders
from core.desk import Desk
from core.discretion import is_involved
from core.people import Person
from core.ports import RaisedAlert
from core.tickets import PersonId, Ref, Role, Ticket

RETURN = "return"


def hand_back(desk: Desk, alert_id: int, who: Person) -> RaisedAlert:
    """It calls for others; a return that is handed on too often is looked into. Raises NotAllowed, NotFound."""
    free = claims.hand_back(desk, alert_id, who)
    if desk.ticket(free.ticket).kind == RETURN:
        handed_on(desk, free.ticket)
    return free


def handed_on(desk: Desk, ref: Ref) -> None:
    ticket = desk.act(ref, "pass_on", Role.CLOCK)
    if ticket.facts["transfers"] == desk.shop.policy.returns.most_transfers + 1:
        review(desk, ticket, ticket, "transfers")


def review(desk: Desk, about: Ticket, cause: Ticket, why: str) -> None:
    """A task for the head of after-sales, whose answer the manager gets; `cause` is what was told of it."""
    reviewers = [*unbiased(desk, Role.SUPERVISOR, cause), *unbiased(desk, Role.MANAGER, cause)]
    if not reviewers:
        return
    asker = next(iter(unbiased(desk, Role.MANAGER, cause)), reviewers[0])
    facts: dict[str, Any] = {
        "review": why,
        "words": str(cause.facts.get("words", "")),
        "units": [],
        "part": Role.SUPERVISOR,
        "about_person": cause.facts.get("about_person"),
    }
    task = desk.open("task", asker, facts, parent=about.ref, by=(Role.CLOCK, asker))
    desk.act(task.ref, "hand_to", Role.CUSTOMER, asker, assignee=reviewers[0])


def unbiased(desk: Desk, role: Role, ticket: Ticket) -> tuple[PersonId, ...]:
    return tuple(person.id for person in holders(desk, role, ticket)[1] if not is_involved(ticket, person.id))
