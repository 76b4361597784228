"""The same fault on the same product again: linked, counted as rework, told to whoever follows a complaint (FLT-21)."""

from __future__ import annotations

from datetime import datetime

from core.alerts import sound
from core.desk import Desk
from core.phrases import say
from core.tickets import Alert, Facts, PersonId, Role, Ticket
from core.wording import Scene


def like_it(desk: Desk, customer: PersonId, facts: Facts, at: datetime) -> tuple[Ticket, ...]:
    """Of the policy's days before that moment and after it, the newest first; own words may mean anything."""
    if not facts.get("symptom"):
        return ()
    since = at - desk.shop.policy.escalation.repeat_window.time
    return desk.unit.tickets.similar(customer, str(facts["product"]), str(facts["symptom"]), since)


def link_repeat(desk: Desk, ticket: Ticket, earlier: tuple[Ticket, ...]) -> None:
    """Rework of the repair before it; the supervisor hears, and so does who looks into a complaint about it."""
    if not earlier:
        return
    text = say("{number} repeats {earlier}: the same fault again.", earlier=earlier[0].number)
    sound(desk, Alert(Role.SUPERVISOR, text), Scene(desk.unit, desk.shop, desk.at, ticket))
    repaired = next((each for each in earlier if "finished_at" in each.facts), None)
    if repaired:
        desk.act(repaired.ref, "note_repeat", Role.CLOCK, facts={"repeat": ticket.number})
    refs = {each.ref for each in earlier}
    for complaint in desk.unit.tickets.open_of(ticket.customer):
        if complaint.kind == "complaint" and complaint.parent in refs:
            numbers = [*complaint.facts.get("repeats", ()), ticket.number]
            desk.act(complaint.ref, "note_repeat", Role.CLOCK, facts={"repeat": ticket.number, "repeats": numbers})


def repeats_of(desk: Desk, about: Ticket | None) -> list[str]:
    """The numbers of the other reports of that fault, for a complaint about it."""
    if about is None or about.kind != "fault":
        return []
    found = like_it(desk, about.customer, about.facts, about.opened_at)
    return [each.number for each in found if each.ref != about.ref]
