"""What the desk keeps of a person, and how it forgets."""

from __future__ import annotations

from core.desk import Desk
from core.errors import NotAllowed
from core.kinds.conditions import survey_is_due
from core.people import Person, pseudonym
from core.phrases import say
from core.tickets import Role

MOST = 100  # tickets that may still be asked about


def may_be_forgotten(desk: Desk, person: Person) -> None:
    """Raises NotAllowed while a ticket is open, and for the staff."""
    still_open = desk.open_tickets(person)
    if still_open:
        numbers = ", ".join(ticket.number for ticket in still_open)
        raise NotAllowed(say("{numbers} is still open. Please cancel it or have it closed first.", numbers=numbers))
    if person.is_staff:
        raise NotAllowed(say("Your data belongs to your employment. Please ask your manager."))


def forget(desk: Desk, person: Person) -> None:
    """Erase a customer everywhere; the files of his pictures follow. Raises NotAllowed."""
    may_be_forgotten(desk, person)
    for internal in desk.unit.tickets.open_of(person.id):
        desk.act(internal.ref, "drop", Role.CLOCK)
    for closed in desk.unit.tickets.recent_of(person.id, MOST):
        if survey_is_due(closed):
            desk.act(closed.ref, "ask_no_more", Role.CLOCK)
    if phone := person.own_phone:
        desk.unit.sales.forget(phone)
    desk.forgotten.extend(desk.unit.people.erase(person.id, pseudonym(person.id), desk.at))
