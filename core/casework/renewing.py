"""Service contracts are offered before a warranty ends, and whoever wants one is called by sales (FLT-27, WAR-16)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from core.desk import Desk
from core.kinds.service_contract import OFFER
from core.news import wants_news
from core.people import Person, Sale
from core.reach import missing_since
from core.tickets import PersonId, Role, Tell, Ticket
from core.warranty import ends_on
from core.wording import Scene

AT_ONCE = 200  # offers of one day
LATEST = timedelta(days=7)  # after that day: the desk may have been out of order


def offer_contracts(desk: Desk, day: date) -> int:
    """To whoever bought what is covered for only so many days more; each purchase once. How many were offered."""
    due = [sale for sale in ending(desk, day) if desk.unit.milestones.of(offered_for(sale)) is None][:AT_ONCE]
    for sale in due:
        desk.unit.milestones.reach(offered_for(sale), desk.at)
        offer(desk, sale)
    return len(due)


def offered_for(sale: Sale) -> str:
    return f"contract offered:{sale.id}"


def ending(desk: Desk, day: date) -> Iterator[Sale]:
    policy = desk.shop.policy
    last = day + timedelta(days=policy.contract.ahead)
    for years in {policy.warranty.years, *policy.warranty.by_category.values()}:
        until = last - timedelta(days=365 * years)
        since = until - LATEST - timedelta(days=years // 4 + 2)  # leap days
        for sale in desk.unit.sales.dated(since, until):
            if sale.phone and policy.warranty.years_for(sale.category) == years:
                end = ends_on(sale, policy)
                if day <= end and last - LATEST <= end <= last:
                    yield sale


def offer(desk: Desk, sale: Sale) -> Ticket | None:
    """In chat, if he can be asked there. Somebody whom the desk does not know is called by sales."""
    found = desk.unit.people.with_phone(sale.phone)
    person = found[-1] if found else desk.unit.people.add(Person(PersonId(0), sale.customer, sale.phone))
    if not wants_news(desk, person):
        return None
    ticket = desk.open("service_contract", person.id, facts_of(desk, sale), by=(Role.CLOCK, None))
    if desk.unit.chats.of(person.id) and missing_since(desk.unit, person.id) is None:
        desk.carry_out(Tell(Role.CUSTOMER, OFFER, buttons=True), Scene(desk.unit, desk.shop, desk.at, ticket))
        return ticket
    return desk.act(ticket.ref, "to_sales", Role.CLOCK)


def facts_of(desk: Desk, sale: Sale) -> dict[str, Any]:
    return {
        "product": f"{sale.product} {sale.model}".strip(),
        "sale": sale.id,
        "order": sale.order,
        "name": sale.customer,
        "phone": sale.phone,
        "address": sale.address,
        "seller": sale.seller,
        "covered_until": ends_on(sale, desk.shop.policy).isoformat(),
    }


def running_contract(desk: Desk, customer: PersonId, sale: Sale | None) -> Ticket | None:
    """The service contract under which the purchase is repaired today, where it is repaired free (FLT-27)."""
    if sale is None or not desk.shop.policy.contract.repairs_free:
        return None
    today = desk.at.astimezone(desk.shop.zone).date().isoformat()
    his = desk.unit.tickets.open_of(customer)
    running = (each for each in his if (each.kind, each.state) == ("service_contract", "running"))
    those = (each for each in running if each.facts.get("sale") == sale.id)
    return next((each for each in those if str(each.facts.get("covered_until", "")) >= today), None)


def ask_sales(desk: Desk, fault: Ticket) -> None:
    """The warranty has run out: a task for sales, unless there is one for this purchase (WAR-16)."""
    sale = desk.unit.sales.get(fault.facts["sale"]) if fault.facts.get("sale") else None
    known = (each for each in desk.unit.tickets.open_of(fault.customer) if each.kind == "service_contract")
    if sale is None or any(each.facts.get("sale") == sale.id for each in known):
        return
    told = {name: fault.facts[name] for name in ("name", "phone", "address")}
    ticket = desk.open("service_contract", fault.customer, facts_of(desk, sale) | told, parent=fault.ref)
    desk.act(ticket.ref, "to_sales", Role.CLOCK)
