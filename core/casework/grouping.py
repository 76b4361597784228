"""One fault that harms several households: their reports are followed together (FLT-28)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.desk import Desk, role_for
from core.errors import NotAllowed
from core.incidents import has_accepted, how_it_stands, incident_of, members_of
from core.people import Person
from core.phrases import say
from core.tickets import FINAL, Ref, Role, Ticket


def group(desk: Desk, by: Person, source: Ref, others: Sequence[Ticket], words: str) -> Ticket:
    """Followed together from now on; later ones join those. Raises NotAllowed, NotFound; nothing was changed then."""
    first = desk.seen_by(by, source)
    for ticket in others:
        refuse(desk, first, ticket)
    known = incident_of(desk.unit, first)
    incident = known or opened(desk, by, first, words)
    joining = [ticket for ticket in ((*others,) if known else (first, *others)) if not incident_of(desk.unit, ticket)]
    facts = {"members": [*incident.facts["members"], *(t.ref for t in joining if t.ref != source)]}
    desk.act_as(by, incident.ref, "add_household", facts)
    for ticket in joining:
        desk.act_as(by, ticket.ref, "group", {"incident": incident.ref})
    return desk.ticket(incident.ref)


def refuse(desk: Desk, first: Ticket, other: Ticket) -> None:
    elsewhere = incident_of(desk.unit, other)
    if other.kind != "fault" or other.state in FINAL or other.ref == first.ref:
        raise NotAllowed(say("{number} is no open report of another household.", number=other.number))
    if elsewhere and elsewhere != incident_of(desk.unit, first):
        raise NotAllowed(say("{number} belongs to {incident} already.", number=other.number, incident=elsewhere.number))


def opened(desk: Desk, by: Person, first: Ticket, words: str) -> Ticket:
    """Whoever finds out coordinates it."""
    facts: dict[str, Any] = {"words": words, "product": first.facts.get("product", ""), "members": [first.ref]}
    return desk.open("incident", by.id, facts, parent=first.ref, by=(role_for(by, first, "group"), by.id))


def silent(desk: Desk, incident: Ticket) -> tuple[Ticket, ...]:
    """The households whose repair is over, and who have not said that they accept it."""
    over = (member for member in members_of(desk.unit, incident) if member.state in FINAL)
    return tuple(member for member in over if not has_accepted(incident, member))


def accepts(desk: Desk, by: Person, incident: Ref, number: str, reason: str) -> Ticket:
    """Somebody has heard it from the household. Raises NotAllowed, NotFound."""
    told = [*desk.seen_by(by, incident).facts.get("accepted_by_word", ()), number]
    ticket = desk.act_as(by, incident, "household_accepts", {"accepted_by_word": told, "reason": reason})
    follows = how_it_stands(desk.unit, ticket)
    return desk.act(incident, follows, Role.CLOCK) if follows == "settle" else ticket
