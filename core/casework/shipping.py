"""Something sold is sent to a far customer: asked for, and what is kept when it leaves (ORD-07, ORD-09)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from core.casework.booking import AlreadyBooked, agreed, category_of, goods, to_deliver
from core.casework.reporting import whereabouts
from core.desk import Desk
from core.fulfilment import contract_of
from core.people import Person, Sale
from core.phrases import say
from core.tickets import PersonId, Ref, Role, Tell, Ticket
from core.values import dataclass, replace
from core.wording import Scene

MOST_LINES = 100
WRITERS = (Role.SALES_CLERK, Role.STORE_KEEPER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER)
ANNOUNCED = say(
    "We are going to send you {product}. You hear from us when it is paid and when it leaves. Ticket {number}."
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the clerk wrote; what he left out is as it stands in the sales records."""

    order: str
    name: str
    phone: str  # E.164
    address: str
    installation: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What stands on the waybill and on the plates of the goods, in the order of the lines of the sale."""

    carrier: str
    waybill: str
    serials: tuple[str, ...] = ()
    made_on: date | None = None
    photos: tuple[str, ...] = ()


def request_shipment(desk: Desk, by: Person, asked: Request) -> Ticket:
    """Nothing leaves before finance has confirmed that it is paid. Raises AlreadyBooked."""
    sales = to_deliver(desk, asked.order)
    if not sales:
        raise AlreadyBooked(asked.order)
    customer = customer_of(desk, asked)
    role = next(role for role in WRITERS if role in by.roles)
    contract = contract_of(desk.unit, asked.order)
    ticket = desk.open(
        "shipment", customer, facts_of(desk, asked, sales), by=(role, by.id), parent=contract.ref if contract else None
    )
    agreed(desk, asked.order, (role, by.id))
    scene = Scene(desk.unit, desk.shop, desk.at, ticket)
    desk.carry_out(Tell(Role.CUSTOMER, ANNOUNCED, buttons=True), scene)
    return ticket


def facts_of(desk: Desk, asked: Request, sales: Sequence[Sale]) -> dict[str, Any]:
    about = {
        "order": asked.order,
        "sales": [sale.id for sale in sales],
        "product": goods(sales),
        "category": category_of(sales, desk.shop.policy),
        "name": asked.name,
        "phone": asked.phone,
        "address": asked.address,
        "installation": asked.installation,
        "words": asked.words,
        "seller": next((sale.seller for sale in sales if sale.seller), None),
    }
    return about | whereabouts(asked.address, desk.shop.policy)


def customer_of(desk: Desk, asked: Request) -> PersonId:
    """Who had to do with this order before, or has this number as his own; else somebody whom we only phone."""
    known = [each for each in desk.unit.tickets.of_order(asked.order) if each.kind != "task"]  # which is a colleague's
    if known:
        return known[-1].customer
    return reached_on(desk, asked.name, asked.phone)


def reached_on(desk: Desk, name: str, phone: str) -> PersonId:
    owners = desk.unit.people.with_phone(phone)
    return (owners[-1] if owners else desk.unit.people.add(Person(PersonId(0), name, phone))).id


def ship(desk: Desk, by: Person, ref: Ref, parcel: Parcel) -> Ticket:
    """The goods leave; the sales records know from now on what and when, as the warranty may begin with it."""
    facts = {
        "carrier": parcel.carrier,
        "waybill": parcel.waybill,
        "serials": ", ".join(parcel.serials),
        "made_on": parcel.made_on.isoformat() if parcel.made_on else "",
        "shipped_on": today(desk).isoformat(),
        "checked_photos": list(parcel.photos),
    }
    ticket = desk.act_as(by, ref, "ship_goods", {name: value for name, value in facts.items() if value})
    if "sent_again" not in ticket.facts:
        desk.unit.sales.add([*recorded(desk, lines_of(desk, ticket), parcel)])
    return ticket


def recorded(desk: Desk, sales: Sequence[Sale], parcel: Parcel) -> list[Sale]:
    serials = parcel.serials or tuple(sale.serial for sale in sales)
    day = today(desk)
    return [
        replace(sale, serial=serial, made_on=parcel.made_on, shipped_on=day)
        for sale, serial in zip(sales, serials, strict=True)
    ]


def lines_of(desk: Desk, ticket: Ticket) -> tuple[Sale, ...]:
    """What is sent, in the order in which it stands on the papers."""
    sales = desk.unit.sales.of_order(str(ticket.facts["order"]), MOST_LINES)
    return tuple(sale for sale in reversed(sales) if sale.id in ticket.facts["sales"])


def today(desk: Desk) -> date:
    return desk.at.astimezone(desk.shop.zone).date()
