"""A real desk on an SQLite database in memory, where everything that a test does is taken back before the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from bot.dialogue.occasion import Occasion
from bot.dialogue.words import Words
from core.casework.complaining import Grievance, complain
from core.casework.coordinating import Wanted, ask_department
from core.casework.correcting import request_action
from core.casework.grouping import group
from core.casework.ordering import as_sales, hand_in
from core.casework.proposing import propose
from core.casework.recalling import Found, tell_owners
from core.casework.returning import Asked, Verdict, ask_back, judge
from core.contracts import Contract, ContractLine
from core.desk import Desk
from core.opening import open_shop
from core.people import Chat, Person
from core.phrases import Span
from core.storage.connection import Connection
from core.storage.engines import engine_for
from core.storage.open import fill
from core.storage.unit import SqlUnit
from core.tickets import Ref, Role
from tests.conversations.lives import LIVES, REPAIR

AT = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)  # Monday, half past nine in Shanghai
SHOP = open_shop("furniture", AT)
VISIT = Span(AT + timedelta(hours=5), AT + timedelta(hours=7))
FACTS: dict[str, Any] = {
    "product": "Sofa", "category": "sofa", "symptom": "sofa.sagging", "words": "It sags", "name": "Ann Lee",
    "phone": "+8613800138000", "address": "1 Wensan Road, Hangzhou", "skill": "upholstery", "photos": [],
}  # fmt: skip
BOUGHT: dict[str, Any] = {**FACTS, "order": "S-1", "sales": [], "delivery_fee": "80", "delivery_free": False}
TOLD: dict[str, Any] = {"done": "Refilled", "agreement_photos": ["a"], "wrong": "damaged"}
GRIEVANCE = Grievance("service", "Nobody came", "A call", "Ann Lee", "+8613800138000")
ROUTE: tuple[str, dict[str, Any]] = ("route", {"units": ["service"]})
PLAN: tuple[str, dict[str, Any]] = ("plan", {"plan": "A call"})
COMPLAINED: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "new": (),
    "routed": (ROUTE,),
    "findings": (ROUTE, ("decide_liability", {"liable": "customer"})),
    "planned": (ROUTE, PLAN),
    "to_approve": (ROUTE, PLAN, ("answer", {"result": "Done", "compensation": "900"})),
    "answered": (ROUTE, PLAN, ("answer", {"result": "Done"})),
}
CONTRACT = Contract(
    "HT-1", "Ann Lee", "+8613800138000", "1 Wensan Road, Hangzhou", date(2026, 11, 23), None,
    (ContractLine("Sofa", "sofa", "NOVA-3", 1, Decimal(3999)), ContractLine("Table", "table", "R-1", 2, Decimal(899))),
)  # fmt: skip
LOOKED: tuple[str, dict[str, Any]] = ("check_stock", {"missing": ["R-1"]})
ORDERED: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "new": (),
    "unclear": (("not_clear", {"reason": "Which table?"}),),
    "to_order": (LOOKED,),
    "waiting": (LOOKED, ("order_goods", {"expected_on": "2026-11-27"})),
    "ready": (("check_stock", {"missing": []}),),
}
PAID: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "quoted": (("quote", {"quote_total": "80"}),),
    "workshop": (("to_workshop", {}), ("receive", {})),
}


@dataclass(frozen=True, slots=True)
class Room:
    """`occasion()` is each time the same moment: whatever was done before has not happened."""

    unit: SqlUnit
    role: Role
    about: Ref
    language: str

    def occasion(self) -> Occasion:
        cursor = self.unit.connection.cursor
        cursor.execute("ROLLBACK TO beginning")
        person = self.unit.chats.open(Chat("test", "", self.role), self.language).person
        return Occasion(Desk(self.unit, SHOP, AT), person, Words(self.language, SHOP.zone), AT, self.about)


@cache
def room(role: Role, state: str, language: str) -> Room:
    """Somebody of that role, and a ticket in that state; "" for none.

    It is a fault's, but "due" a callback's, "complaint new" a complaint's and "delivery new" a delivery's.
    """
    engine = engine_for("sqlite://")
    lent = engine.raw_connection()
    fill(engine)
    cursor: Any = lent.driver_connection.cursor() if lent.driver_connection else None
    unit = SqlUnit(Connection(cursor, engine.dialect))
    cursor.execute("BEGIN")
    people: dict[Role, Person] = {each: hired(unit, each, language) for each in Role if each is not Role.CLOCK}
    about = ticket_in(state, Desk(unit, SHOP, AT), people) if state else Ref("")
    cursor.execute("SAVEPOINT beginning")
    ROOMS.append(lent)
    return Room(unit, role, about, language)


ROOMS: list[Any] = []  # the connections, which must stay open


def hired(unit: SqlUnit, role: Role, language: str) -> Person:
    person = unit.chats.open(Chat("test", "", role), language).person
    skills = frozenset(SHOP.policy.catalogue.skills) if role is Role.TECHNICIAN else frozenset[str]()
    unit.people.save(replace(person, name=role.title(), roles=frozenset({role}), skills=skills))
    return replace(person, name=role.title(), roles=frozenset({role}), skills=skills)


def ticket_in(state: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    if state == "due":
        return desk.open("callback", people[Role.CUSTOMER].id, FACTS).ref
    special, _, wanted = state.partition(" ")
    if special in MADE:
        return MADE[special](wanted, desk, people)
    kind, _, wanted = state.rpartition(" ")
    life, facts = LIVES.get(kind, REPAIR), BOUGHT if kind else FACTS
    ticket = desk.open(kind or "fault", people[Role.CUSTOMER].id, facts, visit=VISIT)
    for reached, action, by in life:
        if action:
            assignee = people[Role.TECHNICIAN].id if action == "assign" else None
            desk.act_as(people[by], ticket.ref, action, TOLD, assignee=assignee)
        if reached == wanted:
            return ticket.ref
    raise ValueError(state)


def paid_in(state: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    """A repair that the customer has a quote for, or that is made in the workshop."""
    ref = desk.open("fault", people[Role.CUSTOMER].id, FACTS).ref
    for action, facts in PAID[state]:
        desk.act_as(people[Role.DISPATCHER], ref, action, facts)
    return ref


def order_in(state: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    """Of a customer who is known by his own number."""
    desk.unit.people.save(replace(people[Role.CUSTOMER], phone=CONTRACT.phone, phone_is_own=True))
    ref = hand_in(desk, people[Role.SALES_CLERK], CONTRACT).ref
    for action, facts in ORDERED[state]:
        desk.act_as(people[Role.STORE_KEEPER], ref, action, facts)
    assert desk.ticket(ref).state == state
    return ref


def complaint_in(state: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    """The dispatcher looks into it. It is about the service, unless it says "about quality"."""
    state, _, subject = state.partition(" about ")
    ticket = complain(desk, people[Role.CUSTOMER].id, replace(GRIEVANCE, subject=subject or "service"))
    for action, facts in COMPLAINED[state]:
        assignee = people[Role.DISPATCHER].id if action == "route" else None
        desk.act_as(people[Role.SUPERVISOR], ticket.ref, action, facts, assignee=assignee)
    assert desk.ticket(ticket.ref).state == state
    return ticket.ref


def proposal_in(state: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    """A technician studies it."""
    ticket = propose(desk, people[Role.CUSTOMER], "service", "Come on Saturdays", "Ann", ())
    if state == "studied":
        desk.act_as(people[Role.SUPERVISOR], ticket.ref, "forward", assignee=people[Role.TECHNICIAN].id)
    return ticket.ref


def incident_in(_: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    """One of the two households has its repair behind it, closed by the supervisor."""
    first, second = (desk.open("fault", people[Role.CUSTOMER].id, FACTS) for _ in range(2))
    ref = group(desk, people[Role.DISPATCHER], first.ref, (second,), "A pipe burst").ref
    desk.act_as(people[Role.SUPERVISOR], second.ref, "close", {"reason": "Dried"})
    return ref


def service_contract_in(_: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    facts = FACTS | {"covered_until": "2026-12-01", "sale": 1}
    ref = desk.open("service_contract", people[Role.CUSTOMER].id, facts).ref
    return desk.act(ref, "want_contract", Role.CUSTOMER, people[Role.CUSTOMER].id).ref


def piano_in(_: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    """Decided by the supervisor, to be signed by the dealer."""
    pianos = Desk(desk.unit, open_shop("piano", AT), AT)
    asked = Asked("ARIA piano", "money", "defect", 300, proved=True)
    ref = ask_back(pianos, people[Role.CUSTOMER].id, asked, Verdict("defects", None, "paid")).ref
    decided = {"decision": "refuse", "decided_by": people[Role.SUPERVISOR].id, "reason": "We glue them"}
    return pianos.act_as(people[Role.SUPERVISOR], ref, "refuse_return", decided).ref


def recall_in(_: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    """The customer has bought what is known to be wrong."""
    desk.unit.people.save(replace(people[Role.CUSTOMER], phone=CONTRACT.phone, phone_is_own=True))
    desk.unit.sales.add(as_sales(CONTRACT, people[Role.SALES_CLERK].id))
    day = AT.date()
    tell_owners(desk, people[Role.SUPERVISOR], Found("NOVA", "", day, day, "It tips", day, day + timedelta(days=3)))
    (ticket,) = desk.unit.tickets.standing("recall", "told")
    return ticket.ref


def return_in(state: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    asked = Asked("NOVA sofa", "money", "defect", 3, proved=True)
    ref = ask_back(desk, people[Role.CUSTOMER].id, asked, judge(asked, SHOP.policy)).ref
    for action in ("approve_return", "collected") if state == "checking" else ():
        desk.act_as(people[Role.SUPERVISOR], ref, action)
    return ref


def task_in(state: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    """The dispatcher asks a technician."""
    wanted = Wanted("material", people[Role.TECHNICIAN].id, "Which batch?")
    ref = ask_department(desk, people[Role.DISPATCHER], complaint_in("routed", desk, people), wanted).ref
    if state == "answered":
        desk.act_as(people[Role.TECHNICIAN], ref, "answer_task", {"answer": "Batch 7"})
    return ref


def capa_in(state: str, desk: Desk, people: dict[Role, Person]) -> Ref:
    """A technician finds cause and measures."""
    owner, supervisor = people[Role.TECHNICIAN], people[Role.SUPERVISOR]
    ref = request_action(desk, supervisor, complaint_in("answered", desk, people), owner.id, "It cracks").ref
    life = (
        ("proposed", "propose_measures", owner),
        ("", "approve_measures", supervisor),
        ("checking", "measures_done", owner),
    )
    for reached, action, who in life if state != "requested" else ():
        desk.act_as(who, ref, action, {"cause": "material", "corrective": "Glue", "preventive": "Check"})
        if reached == state:
            break
    return ref


MADE: dict[str, Callable[[str, Desk, dict[Role, Person]], Ref]] = {
    "complaint": complaint_in,
    "return": return_in,
    "recall": recall_in,
    "piano": piano_in,
    "service_contract": service_contract_in,
    "incident": incident_in,
    "task": task_in,
    "capa": capa_in,
    "proposal": proposal_in,
    "order": order_in,
    "paid": paid_in,
}
