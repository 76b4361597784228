"""Who is not to see a ticket, whatever his role: a complaint is kept from the person it is about."""

from __future__ import annotations

from collections.abc import Iterable

from core.people import Person
from core.tickets import PersonId, Ticket


def is_kept_from(ticket: Ticket, who: PersonId | None) -> bool:
    """He neither hears of it, nor finds it, nor may do anything about it."""
    return who is not None and ticket.facts.get("about_person") == who and ticket.customer != who


def is_involved(ticket: Ticket, who: PersonId | None) -> bool:
    """It is about this person, or about a job that he did: somebody else looks into it."""
    return who is not None and who in {ticket.facts.get("about_person"), ticket.facts.get("technician_then")}


def who_may_know(ticket: Ticket, people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(person for person in people if not is_kept_from(ticket, person.id))
