"""Said by whoever sells, keeps, sends or is paid: what is on the road, not signed for, not paid, waiting for him."""

from __future__ import annotations

from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from bot.handlers.handler import OFFICE, Handler
from bot.handlers.lists import listed
from bot.handlers.office import show
from core.desk import roles_in
from core.effects import seller_of
from core.kinds import kind_named
from core.people import SPECIALISTS
from core.phrases import Phrase, say
from core.reports.overview import MOST
from core.tickets import Move, Role, Ticket, open_moves

SENDERS = OFFICE | {Role.STORE_KEEPER, Role.SALES_CLERK}
PAYERS = frozenset({Role.FINANCE, Role.SUPERVISOR, Role.MANAGER})
LONGEST = 20  # lines of a list
ON_THE_ROAD = (
    ("delivery", "on_the_way"),
    ("delivery", "on_site"),
    ("delivery", "going_back"),
    ("shipment", "on_the_road"),
)
NOT_SIGNED = (("delivery", "finished"), ("delivery", "flawed"), ("shipment", "arrived"), ("shipment", "incomplete"))


def on_the_road(occasion: Occasion, _: str) -> Reply:
    return standing(occasion, ON_THE_ROAD, say("Nothing is on the road."))


def not_signed(occasion: Occasion, _: str) -> Reply:
    """There, but the customer has not said that all is in order."""
    return standing(occasion, NOT_SIGNED, say("Everything that has arrived is signed for."))


def not_paid(occasion: Occasion, _: str) -> Reply:
    return standing(occasion, (("shipment", "requested"),), say("Nothing waits for a payment."))


def standing(occasion: Occasion, places: tuple[tuple[str, str], ...], nothing: Phrase) -> Reply:
    tickets = occasion.desk.unit.tickets
    return listed(occasion, tuple(t for place in places for t in tickets.standing(*place, LONGEST)), nothing)


def to_do(occasion: Occasion, _: str) -> Reply:
    """What does not go on before this colleague has done something."""
    open_now = occasion.desk.unit.tickets.open_now(MOST)
    his = tuple(ticket for ticket in open_now if waits_for_him(occasion, ticket))
    return listed(occasion, his[:LONGEST], say("Nothing waits for you."))


def waits_for_him(occasion: Occasion, ticket: Ticket) -> bool:
    person, moves = occasion.person, kind_named(ticket.kind).moves
    roles = [
        role for role in roles_in(person, ticket) if role in SPECIALISTS and not is_a_colleagues(occasion, role, ticket)
    ]
    return any(waits_for(move, ticket) for role in roles for move in open_moves(ticket, role, person.id, moves))


def waits_for(move: Move, ticket: Ticket) -> bool:
    """What may be done at will is waited for only once it answers somebody."""
    return not move.at_will or any(fact in ticket.facts for fact in move.clears)


def is_a_colleagues(occasion: Occasion, role: Role, ticket: Ticket) -> bool:
    """A contract waits for the clerk who sold it, as long as he is one."""
    seller = seller_of(occasion.desk, ticket) if role is Role.SALES_CLERK else None
    return seller is not None and seller.id != occasion.person.id


HANDLERS = (
    Handler(("在途", "road"), on_the_road, SENDERS, say("On the road")),
    Handler(("未签收", "unsigned"), not_signed, SENDERS, say("Not signed for")),
    Handler(("待收款", "unpaid"), not_paid, PAYERS, say("Not paid")),
    Handler(("待办", "status", "open"), to_do, frozenset(SPECIALISTS), say("Waiting for me")),
    Handler(("工单", "ticket"), show, frozenset(SPECIALISTS)),
)
