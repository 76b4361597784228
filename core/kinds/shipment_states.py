"""The states of a shipment, what people call them, and when a move may be made."""

from __future__ import annotations

from enum import StrEnum, auto

from core.phrases import Phrase, say
from core.policy import Policy
from core.tickets import Act, Ticket


class S(StrEnum):
    REQUESTED = auto()  # finance is to say whether it is paid
    RELEASED = auto()
    ON_THE_ROAD = auto()
    ARRIVED = auto()  # the customer is to say whether all is in order
    INCOMPLETE = auto()
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.REQUESTED: say("waiting for the payment"),
    S.RELEASED: say("being got ready to be sent"),
    S.ON_THE_ROAD: say("on the road"),
    S.ARRIVED: say("waiting to be received"),
    S.INCOMPLETE: say("something is missing or damaged"),
    S.CLOSED: say("closed"),
    S.CANCELLED: say("called off"),
}
OPEN = frozenset(S) - {S.CLOSED, S.CANCELLED}


class Short(StrEnum):
    """What is not as it should be with what was sent."""

    MISSING = auto()
    DAMAGED = auto()
    MISTAKEN = auto()
    LOST = auto()


SHORTAGES: dict[str, Phrase] = {
    Short.MISSING: say("Something is missing"),
    Short.DAMAGED: say("Something is damaged"),
    Short.MISTAKEN: say("Not what was ordered"),
    Short.LOST: say("Nothing has arrived"),
}


def logistics_lacks_it(ticket: Ticket) -> bool:
    return "logistics_ack_at" not in ticket.facts


def store_lacks_it(ticket: Ticket) -> bool:
    return "store_ack_at" not in ticket.facts


def is_with_both(ticket: Ticket) -> bool:
    return not (logistics_lacks_it(ticket) or store_lacks_it(ticket))


def both_have_it(ticket: Ticket, _: Act, __: Policy) -> bool:
    """ORD-08: a copy of the shipping order for each."""
    return is_with_both(ticket)


def is_unpacked_by_fitters(ticket: Ticket, _: Act, __: Policy) -> bool:
    """It was agreed that ours install it (INS-08)."""
    return bool(ticket.facts.get("installation"))
