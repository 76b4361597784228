"""Who may look at a picture or a file."""

from __future__ import annotations

from core.desk import roles_in
from core.people import Person
from core.ports import Unit
from core.tickets import FINAL, Role, Ticket


def may_see(unit: Unit, media: str, chat_id: int, person: Person) -> bool:
    """It was given in this chat or shown in it, or hangs on a ticket in which this person has a part."""
    return unit.media.was_in(chat_id, media) or any(may_look_at(person, each) for each in unit.media.hangs_on(media))


def may_look_at(person: Person, ticket: Ticket) -> bool:
    """Whoever went there sees no more of it when the job is done; whom it is about sees nothing at all."""
    return any(role is not Role.TECHNICIAN or ticket.state not in FINAL for role in roles_in(person, ticket))
