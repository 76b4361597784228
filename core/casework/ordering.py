"""A sales contract is handed in: its lines become sales records, and the store is asked (ORD-01 to ORD-03)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from core.casework.reporting import whereabouts
from core.contracts import Contract, ContractLine, as_facts, goods_of, lines_of
from core.desk import Desk
from core.errors import NotAllowed, Refused
from core.fulfilment import MOST_LINES
from core.kinds.order_promises import CHECK
from core.kinds.order_states import S
from core.moment import Moment
from core.people import Person, Sale
from core.phrases import Span, say
from core.stocking import missing_by_list
from core.tickets import PersonId, Ref, Role, Tell, Ticket
from core.values import dataclass
from core.wording import Scene

# In which part somebody hands in a contract or looks after the store; the first that he has.
SELLERS = (Role.SALES_CLERK, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER)
STORES = (Role.STORE_KEEPER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER)
STILL_HERE = timedelta(hours=3)  # who has leave within that is not asked
RECEIVED = say(
    "Thank you for your order {order}: {product}. You hear from us as soon as everything is here. Ticket {number}."
)


def says_nothing_sold(desk: Desk, clerk: Person) -> None:
    desk.unit.milestones.reach(silence_of(clerk), desk.at)


def sold_nothing(desk: Moment, clerk: Person, day: date) -> bool:
    """He has said so on that day."""
    said_at = desk.unit.milestones.of(silence_of(clerk))
    return said_at is not None and said_at.astimezone(desk.shop.zone).date() == day


def silent_clerks(desk: Moment, day: date, handed_in: Iterable[Ticket]) -> list[Person]:
    """Who is here today, and has given neither a contract nor a word (ORD-01)."""
    sellers = {ticket.facts.get("seller") for ticket in handed_in}
    away = {absence.person for absence in desk.unit.people.absent(Span(desk.at, desk.at + STILL_HERE))}
    here = (clerk for clerk in desk.unit.people.with_role(Role.SALES_CLERK) if clerk.id not in away)
    return [clerk for clerk in here if clerk.id not in sellers and not sold_nothing(desk, clerk, day)]


def silence_of(clerk: Person) -> str:
    return f"nothing sold:{clerk.id}"


class AlreadyHandedIn(Refused):
    def __init__(self, order: str) -> None:
        super().__init__(say("Contract {order} is known already.", order=order))


def hand_in(desk: Desk, by: Person, contract: Contract) -> Ticket:
    """Raises AlreadyHandedIn."""
    if desk.unit.sales.of_order(contract.order, 1):
        raise AlreadyHandedIn(contract.order)
    desk.unit.sales.add(as_sales(contract, by.id))
    owners = desk.unit.people.with_phone(contract.phone)
    buyer = owners[-1] if owners else desk.unit.people.add(Person(PersonId(0), contract.name, contract.phone))
    facts = facts_of(contract, by.id, in_chat=bool(owners))
    place = whereabouts(contract.address, desk.shop.policy)
    ticket = desk.open("order", buyer.id, facts | place, by=(part_of(by, SELLERS), by.id))
    scene = Scene(desk.unit, desk.shop, desk.at, ticket)
    desk.carry_out(Tell(Role.CUSTOMER, RECEIVED), scene)
    missing = missing_by_list(desk, contract.lines)
    if missing is not None:
        return desk.act(ticket.ref, "check_stock", Role.CLOCK, facts={"missing": missing})
    desk.carry_out(Tell(Role.STORE_KEEPER, CHECK, buttons=True), scene)
    return ticket


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is right instead; None where nothing was wrong. `told` is that in words."""

    name: str | None
    phone: str | None
    address: str | None
    wished_on: date | None
    lines: tuple[ContractLine, ...] | None
    words: str | None
    told: str

    @property
    def facts(self) -> dict[str, Any]:
        given = {"name": self.name, "phone": self.phone, "address": self.address, "words": self.words}
        day = {"wished_on": self.wished_on.isoformat()} if self.wished_on else {}
        goods = {"lines": as_facts(self.lines), "product": goods_of(self.lines)} if self.lines else {}
        return {fact: value for fact, value in given.items() if value} | day | goods | {"correction": self.told}


def amend(desk: Desk, by: Person, ref: Ref, right: Amendment) -> Ticket:
    """Raises NotAllowed, also for other goods once the store has looked."""
    before = desk.seen_by(by, ref)
    if right.lines and before.state not in {S.NEW, S.UNCLEAR}:
        raise NotAllowed(say("The store has looked it up already. Please have {number} sent back first.",
                             number=before.number))  # fmt: skip
    place = whereabouts(right.address, desk.shop.policy) if right.address else {}
    ticket = desk.act_as(by, ref, "amend", right.facts | place)
    keep_sales(desk, ticket)
    return ticket


def keep_sales(desk: Desk, ticket: Ticket) -> None:
    """The sales records say what the contract says, as far as it is not delivered."""
    facts, order = ticket.facts, str(ticket.facts["order"])
    delivered = {sale.model for sale in desk.unit.sales.of_order(order, MOST_LINES) if sale.delivered_on}
    left = tuple(line for line in lines_of(facts) if line.model not in delivered)
    said = Contract(
        order, str(facts["name"]), str(facts["phone"]), str(facts["address"]),
        date.fromisoformat(facts["ordered_on"]), None, left,
    )  # fmt: skip
    desk.unit.sales.take_back(order)
    desk.unit.sales.add(as_sales(said, facts["seller"]))


def facts_of(contract: Contract, seller: PersonId, *, in_chat: bool) -> dict[str, Any]:
    return {
        "order": contract.order,
        "product": goods_of(contract.lines),
        "lines": as_facts(contract.lines),
        "name": contract.name,
        "phone": contract.phone,
        "address": contract.address,
        "ordered_on": contract.ordered_on.isoformat(),
        "wished_on": contract.wished_on.isoformat() if contract.wished_on else "",
        "words": contract.words,
        "contract_photos": list(contract.photos),
        "seller": seller,
        "in_chat": in_chat,
    }


def as_sales(contract: Contract, seller: PersonId) -> list[Sale]:
    """Sold, and not delivered yet."""
    return [
        Sale(
            0, contract.order, contract.phone, contract.name, line.product, line.category, line.model, "",
            contract.ordered_on, None, contract.address, line.quantity, line.price, seller=seller,
        )
        for line in contract.lines
    ]  # fmt: skip


def part_of(person: Person, roles: tuple[Role, ...]) -> Role:
    return next(role for role in roles if role in person.roles)
