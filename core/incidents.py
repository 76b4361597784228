"""Which reports belong to one incident, and what follows for it when one of them is over (FLT-28)."""

from __future__ import annotations

from core.ports import Unit
from core.tickets import FINAL, Ref, Ticket


def incident_of(unit: Unit, ticket: Ticket) -> Ticket | None:
    """The open one that it belongs to."""
    found = unit.tickets.get(Ref(ticket.facts["incident"])) if "incident" in ticket.facts else None
    return found if found and found.state not in FINAL else None


def members_of(unit: Unit, incident: Ticket) -> tuple[Ticket, ...]:
    """The source first."""
    found = (unit.tickets.get(Ref(ref)) for ref in incident.facts.get("members", ()))
    return tuple(ticket for ticket in found if ticket)


def has_accepted(incident: Ticket, member: Ticket) -> bool:
    """In his chat, by taking back what he reported, or by telling whoever noted it."""
    if member.number in incident.facts.get("accepted_by_word", ()) or member.state == "cancelled":
        return True
    return member.state == "closed" and ("accepted_at" in member.facts or "solved_at" in member.facts)


def what_follows(unit: Unit, ended: Ticket) -> tuple[Ticket, str] | None:
    """The incident hears of it."""
    incident = incident_of(unit, ended)
    return (incident, how_it_stands(unit, incident)) if incident else None


def how_it_stands(unit: Unit, incident: Ticket) -> str:
    """The move that follows for it: it is over when all have accepted."""
    return "settle" if all(has_accepted(incident, each) for each in members_of(unit, incident)) else "note_end"
