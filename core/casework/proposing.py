"""A proposal is received, graded by the committee, and counted for the certificate (SUG-01, SUG-08, SUG-09)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from core.alerts import sound
from core.desk import Desk
from core.errors import Refused
from core.people import Person
from core.phrases import say
from core.tickets import Alert, Ref, Role, Tell, Ticket
from core.values import replace
from core.wording import Scene

YEAR = timedelta(days=365)
LOOKED_AT = 200  # tickets of one customer


def propose(desk: Desk, by: Person, subject: str, words: str, name: str, photos: tuple[str, ...]) -> Ticket:
    """Raises Refused if he has too many open already."""
    held = [ticket for ticket in desk.unit.tickets.open_of(by.id) if ticket.kind == "proposal"]
    if len(held) >= desk.shop.policy.limits.new_tickets_per_day:
        raise Refused(say("{n} proposals of yours are being studied. Please wait for our answer first.", n=len(held)))
    facts: dict[str, Any] = {
        "topic": subject,
        "words": words,
        "name": name,
        "phone": by.phone,
        "photos": list(photos),
        "source": "employee" if by.is_staff else "customer",
    }
    if not by.is_staff:
        desk.know(replace(by, name=by.own_name or name))
    return desk.open("proposal", by.id, facts)


def score(desk: Desk, by: Person, ref: Ref, points: int) -> Ticket:
    """Each of the committee has one say, the last one counts."""
    given = dict(desk.seen_by(by, ref).facts.get("scores", {}))
    return desk.act_as(by, ref, "score", {"scores": given | {str(by.id): points}})


def decline(desk: Desk, by: Person, ref: Ref, reason: str) -> Ticket:
    """With thanks; and who made so many in a year gets a certificate."""
    ticket = desk.act_as(by, ref, "decline_proposal", {"reason": reason})
    count = desk.shop.policy.proposal.certificate_count
    if not_adopted(desk, ticket) == count:
        scene = Scene(desk.unit, desk.shop, desk.at, ticket)
        honour = say("{customer}, {phone}, made {n} proposals within a year. Please hand over a certificate.", n=count)
        sound(desk, Alert(Role.SUPERVISOR, honour), scene)
        thanks = say("This was your proposal no. {n} within a year. You get a certificate of thanks!", n=count)
        desk.carry_out(Tell(Role.CUSTOMER, thanks), scene)
    return ticket


def not_adopted(desk: Desk, ticket: Ticket) -> int:
    """How many proposals of this customer were declined within the last year."""
    since = (desk.at - YEAR).isoformat()
    made = desk.unit.tickets.recent_of(ticket.customer, LOOKED_AT)
    return sum(t.kind == "proposal" and str(t.facts.get("declined_at", "")) >= since for t in made)
