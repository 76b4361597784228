"""A purchase becomes a delivery (DLV-01 to DLV-03, INS-01, ORD-06)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from core.casework.ordering import SELLERS
from core.casework.reporting import limit_reports, whereabouts
from core.desk import Desk
from core.dispatch import crew_need, room_left
from core.errors import Refused, SlotTaken
from core.freight import Freight, freight
from core.fulfilment import contract_of
from core.kinds.order_states import S as Contracts
from core.people import Person, Sale
from core.phrases import Span, say
from core.policy import Policy
from core.tickets import FINAL, Dispatch, PersonId, Role, Ticket
from core.values import dataclass
from core.wording import Scene

MOST_LINES = 100


@dataclass(frozen=True, slots=True)
class Wish:
    """What the customer told, as the form gives it."""

    order: str
    name: str
    phone: str  # E.164
    address: str
    access: str
    words: str = ""
    installation: bool = False
    requirements: str = ""
    visit: Span | None = None


class AlreadyBooked(Refused):
    """Its goods are on their way to being delivered, or with the customer."""

    def __init__(self, order: str) -> None:
        super().__init__(say("There is nothing left to deliver of {order}.", order=order))


class AnotherNumber(Refused):
    """Whoever books shows by the number that the purchase is his."""

    def __init__(self) -> None:
        super().__init__(say("The purchase was made with another number. Please give the one in the contract."))


def book_delivery(
    desk: Desk, customer: Person, wish: Wish, by: tuple[Role, PersonId] | None = None
) -> tuple[Ticket, Freight]:
    """Open the delivery and look for a crew; the contract that it belongs to is agreed by that (ORD-06).

    `by` is who of the staff agreed it with the customer.
    Raises SlotTaken, AlreadyBooked, AnotherNumber, or Refused for too many a day.
    """
    if by is None:
        limit_reports(desk, customer)
    sales = to_deliver(desk, wish.order)
    if not sales:
        raise AlreadyBooked(wish.order)
    if any(sale.phone and sale.phone != wish.phone for sale in sales):
        raise AnotherNumber
    place = whereabouts(wish.address, desk.shop.policy)
    if wish.visit and not room_left(desk, crew_need(desk, suburb=place["suburb"]), wish.visit):
        raise SlotTaken
    cost = freight(sales, desk.shop.policy, suburb=place["suburb"])
    contract = contract_of(desk.unit, wish.order)
    ticket = desk.open(
        "delivery", customer.id, facts_of(wish, sales, cost, desk.shop.policy) | place, visit=wish.visit,
        parent=contract.ref if contract else None, by=by,
    )  # fmt: skip
    if by is None and not customer.is_staff:
        desk.know(customer.reached_on(wish.name, wish.phone, own=any(sale.phone == wish.phone for sale in sales)))
    desk.carry_out(Dispatch(), Scene(desk.unit, desk.shop, desk.at, ticket))
    agreed(desk, wish.order, by or (Role.CUSTOMER, customer.id))
    return desk.ticket(ticket.ref), cost


def agreed(desk: Desk, order: str, by: tuple[Role, PersonId]) -> None:
    """What brings the goods of this order is under way, by the word of a seller or of the customer himself."""
    contract = contract_of(desk.unit, order)
    if contract is None:
        return
    meant = by[0] in SELLERS or by == (Role.CUSTOMER, contract.customer)
    desk.act(contract.ref, "agree", *(by if meant else (Role.CLOCK, None)))


def facts_of(wish: Wish, sales: Sequence[Sale], cost: Freight, policy: Policy) -> dict[str, Any]:
    return {
        "order": wish.order,
        "sales": [sale.id for sale in sales],
        "product": goods(sales),
        "category": category_of(sales, policy),
        "categories": sorted({sale.category for sale in fitted(sales, policy)}),
        "to_fit": goods(fitted(sales, policy)),
        "sales_to_fit": [sale.id for sale in fitted(sales, policy)],
        "name": wish.name,
        "phone": wish.phone,
        "address": wish.address,
        "access": wish.access,
        "words": wish.words,
        "installation": wish.installation,
        "requirements": wish.requirements,
        "delivery_free": cost.free,
        "delivery_fee": str(cost.fee),
    }


def category_of(sales: Sequence[Sale], policy: Policy) -> str:
    """Of what has to be fitted, if anything has."""
    return next((sale.category for sale in fitted(sales, policy)), sales[0].category)


def fitted(sales: Sequence[Sale], policy: Policy) -> tuple[Sale, ...]:
    """Of these, what takes more than the crew that brings it (INS-01)."""
    categories = policy.catalogue.categories
    return tuple(sale for sale in sales if sale.category in categories and categories[sale.category].fitted)


def goods(sales: Iterable[Sale]) -> str:
    """Name, model and number of each, as it stands on the papers."""
    return "; ".join(f"{sale.product} {sale.model}".strip() + f" ×{sale.quantity}" for sale in sales)


def to_deliver(desk: Desk, order: str) -> tuple[Sale, ...]:
    """The lines of a sales order that are in the store, and not about to be brought.

    Nothing as long as anything of the contract is missing.
    """
    contract = contract_of(desk.unit, order)
    if contract and contract.state != Contracts.READY:
        return ()
    booked = {
        number
        for ticket in desk.unit.tickets.of_order(order)
        if ticket.kind in {"delivery", "shipment"} and ticket.state not in FINAL
        for number in ticket.facts["sales"]
    }
    sales = desk.unit.sales.of_order(order, MOST_LINES)
    return tuple(sale for sale in reversed(sales) if sale.delivered_on is None and sale.id not in booked)


def orders_of(desk: Desk, phone: str) -> tuple[str, ...]:
    """The sales orders of a phone number of which something is left to deliver."""
    found = desk.unit.sales.of_phone(phone, MOST_LINES) if phone else ()
    orders = dict.fromkeys(sale.order for sale in found if sale.delivered_on is None)
    return tuple(order for order in orders if to_deliver(desk, order))
