"""A fault report becomes a ticket (FLT-01, FLT-02, FLT-11, FLT-21, ESC-06)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from core.casework.renewing import ask_sales, running_contract
from core.casework.repeating import like_it, link_repeat
from core.desk import Desk
from core.diary import read_day
from core.dispatch import Need, has_room, those_able
from core.effects import seller_of
from core.errors import Refused, SlotTaken
from core.kinds.conditions import lacks_purchase, was_repaired_lately
from core.people import Person, Sale
from core.phrases import Span, say
from core.places import in_words
from core.policy import Policy
from core.tickets import Act, Facts, Role, Tell, Ticket
from core.values import dataclass
from core.warranty import Cover, cover, under_contract
from core.wording import Scene

FAULT_OF_YOURS = say("{customer}, {phone}, reports a fault of what you sold: {product}, {symptom}. Ticket {number}.")
OUT_OF_WARRANTY = say(
    "{customer}, {phone}, reports a fault, and the warranty has run out: {product}, {symptom}. "
    "Please agree how this fault is handled. Ticket {number}."
)
LOOK_IT_UP = say(
    "{customer}, {phone}, reports a fault, and our records do not have the purchase: {product}, {symptom}. "
    "Please look it up. If it is not found, the customer is asked for the receipt. Ticket {number}."
)
RECENT = 20  # tickets of one customer that are looked through


@dataclass(frozen=True, slots=True)
class Report:
    """What the customer told, as the form gives it."""

    product: str
    category: str
    symptom: str
    words: str
    name: str
    phone: str  # E.164
    address: str
    urgent: bool
    hazard: bool = False
    sale: Sale | None = None
    proven: bool = False  # the customer has shown that it is his purchase
    photos: tuple[str, ...] = ()
    visit: Span | None = None


def report_fault(desk: Desk, customer: Person, report: Report) -> tuple[Ticket, Cover]:
    """Open the ticket, look for an earlier one like it, and set dispatch going.

    Raises SlotTaken if the visit window has gone, Refused if this customer opened too many tickets today.
    """
    limit_reports(desk, customer)
    covered = cover_of(desk, customer, report.sale)
    facts = facts_of(report, covered, desk.shop.policy)
    diary, need = read_day(desk, report.visit.start if report.visit else desk.at), Need(facts["skill"])
    if report.visit and not has_room(diary, those_able(desk, diary, need), report.visit, need):
        raise SlotTaken
    earlier = like_it(desk, customer.id, facts, desk.at)
    urgent, parent = report.urgent or facts["hazard"], earlier[0].ref if earlier else None
    numbers = [each.number for each in earlier]
    remember(desk, customer, report)
    unknown = report.sale is None and bool(desk.holders(Role.SALES_CLERK))
    facts |= {"repeats": numbers, "purchase_unknown": unknown}
    ticket = desk.open("fault", customer.id, facts, visit=report.visit, urgent=urgent, parent=parent)
    tell_sales(desk, ticket, covered)
    link_repeat(desk, ticket, earlier)
    return desk.send_somebody(flag_series(desk, ticket), diary), covered


def cover_of(desk: Desk, customer: Person, sale: Sale | None) -> Cover:
    """By the warranty, or else by a service contract (FLT-27)."""
    found = cover(sale, desk.shop.policy, desk.at.astimezone(desk.shop.zone).date())
    contract = running_contract(desk, customer.id, sale) if found.free is False else None
    return under_contract(contract.number, str(contract.facts["covered_until"])) if contract else found


def facts_of(report: Report, covered: Cover, policy: Policy) -> dict[str, Any]:
    symptom = policy.catalogue.symptom(report.symptom)
    return (
        {
            "product": report.product,
            "category": report.category,
            "symptom": report.symptom,
            "words": report.words,
            "name": report.name,
            "phone": report.phone,
            "address": report.address,
            "photos": list(report.photos),
            "hazard": report.hazard or bool(symptom and symptom.hazard),
            "skill": symptom.skill if symptom else "",
            "complexity": symptom.complexity if symptom else "simple",
            "technician_calls": bool(policy.promises.technician_contact),
            "portable": policy.dispatch.workshop,
            "may_be_invasive": policy.catalogue.knows_invasive_work,
        }
        | facts_of_purchase(report.sale, covered, policy)
        | whereabouts(report.address, policy)
    )


def facts_of_purchase(sale: Sale | None, covered: Cover, policy: Policy) -> dict[str, Any]:
    """What was bought, of whom, and what follows from it for the cost."""
    return {
        "sale": sale.id if sale else None,
        "seller": sale.seller if sale else None,
        "bought": f"{sale.product} {sale.model}" if sale else "",
        "contract": covered.contract,
        "chargeable": None if covered.free is None else not covered.free,
        "quote_first": covered.free is False and policy.warranty.quote_before == "visit",
        "sales_quote": covered.free is False and "sales_clerk" in policy.warranty.quoted_by,
    }


def solved_by_first_aid(desk: Desk, customer: Person, facts: Facts) -> Ticket:
    """The first-aid text helped: kept on record, without a visit (FLT-09)."""
    ticket = desk.open("fault", customer.id, {"name": customer.own_name} | dict(facts))
    return desk.act(ticket.ref, "helped", Role.CUSTOMER, customer.id)


def repaired_lately(desk: Desk, customer: Person) -> tuple[Ticket, ...]:
    """What the customer may still say of that the fault is back (FLT-17)."""
    act, policy = Act("reopen", Role.CUSTOMER, desk.at, customer.id), desk.shop.policy
    recent = desk.unit.tickets.recent_of(customer.id, RECENT)
    return tuple(t for t in recent if (t.kind, t.state) == ("fault", "closed") and was_repaired_lately(t, act, policy))


def open_question(desk: Desk, customer: Person, called: str) -> Ticket:
    """For somebody who wants to speak to a person about something else: no technician is looked for."""
    facts = {"product": called, "name": customer.own_name, "phone": customer.phone, "question": True}
    return desk.open("fault", customer.id, facts)


def limit_reports(desk: Desk, customer: Person) -> None:
    today = desk.unit.tickets.opened_since(customer.id, desk.at - timedelta(days=1))
    if today >= desk.shop.policy.limits.new_tickets_per_day:
        raise Refused(
            say("You have opened {n} tickets within a day. Please add to one of them, or ask for a person.", n=today)
        )


def remember(desk: Desk, customer: Person, report: Report) -> None:
    """The next report need not ask again."""
    if not customer.is_staff:
        own = report.proven and report.sale is not None and report.sale.phone == report.phone
        desk.know(customer.reached_on(report.name, report.phone, own=own))


def tell_sales(desk: Desk, ticket: Ticket, covered: Cover) -> None:
    """Who sold it hears of the fault (FLT-06); when the warranty has run out, sales does, whoever sold it (WAR-16)."""
    scene = Scene(desk.unit, desk.shop, desk.at, ticket)
    if covered.free is False and desk.holders(Role.SALES_CLERK):
        desk.carry_out(Tell(Role.SALES_CLERK, OUT_OF_WARRANTY), scene)
        ask_sales(desk, ticket)
    elif lacks_purchase(ticket):
        desk.carry_out(Tell(Role.SALES_CLERK, LOOK_IT_UP, buttons=True), scene)
    elif seller_of(desk, ticket):
        desk.carry_out(Tell(Role.SALES_CLERK, FAULT_OF_YOURS), scene)


def flag_series(desk: Desk, ticket: Ticket) -> Ticket:
    """So many like faults within the policy's time are a matter of quality; each series is reported once (ESC-06)."""
    rules, tickets = desk.shop.policy.escalation, desk.unit.tickets
    like = str(ticket.facts["product"]), str(ticket.facts["symptom"]), desk.at - rules.similar_window.time
    if not ticket.facts["symptom"] or tickets.series_noted(*like):
        return ticket
    found = tickets.alike(*like)
    if len(found) < rules.similar_tickets:
        return ticket
    return desk.act(ticket.ref, "note_series", Role.CLOCK, facts={"series": sorted(found)})


def whereabouts(address: str, policy: Policy) -> dict[str, Any]:
    """What follows from an address: what may be shown of it beforehand, and which limit holds (DSP-01)."""
    return {"area": area_of(address), "suburb": policy.visit.is_suburb(address)}


def area_of(address: str) -> str:
    """The part of an address that may be shown before the job is accepted: up to district, or the last words."""
    address = in_words(address)
    for mark in ("区", "县", "市"):
        if mark in address:
            return address[: address.index(mark) + 1]
    return address.rsplit(",", 1)[-1].strip() if "," in address else ""
