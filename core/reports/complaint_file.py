"""The file of one customer's complaints, by a ticket of his or by his number (投诉档案, CMP-25)."""

from __future__ import annotations

from core.desk import Desk, roles_in
from core.people import Person
from core.telephone import dialled, e164
from core.tickets import Ticket

REGION = "CN"  # of a number without a country code


def complaint_file(desk: Desk, reader: Person, said: str) -> tuple[Ticket, ...] | None:
    """The newest first, without what is kept from the reader; None for what is neither a ticket nor a number."""
    about = desk.unit.tickets.numbered(said.strip().upper())
    if about and roles_in(reader, about):
        found = desk.unit.tickets.complaints_of(about.customer, str(about.facts.get("phone", "")))
    elif number := dialled(said, REGION):
        found = desk.unit.tickets.complaints_of(None, e164(number))
    else:
        return None
    return tuple(ticket for ticket in found if roles_in(reader, ticket))
