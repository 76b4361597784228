"""Pictures and files that are added to a ticket."""

from __future__ import annotations

from collections.abc import Sequence

from core.errors import Refused
from core.facts import photos_in
from core.moment import Moment
from core.phrases import say
from core.tickets import Ticket


def photos_with(desk: Moment, ticket: Ticket, more: Sequence[str]) -> list[str]:
    """The customer's album with these in it. Raises Refused where the ticket has too many already."""
    most = desk.shop.policy.limits.photos_per_ticket
    if len(photos_in(ticket.facts)) + len(more) > most:
        raise Refused(say("{number} has many photos already: at most {most}.", number=ticket.number, most=most))
    return [*ticket.facts.get("photos", []), *more]
