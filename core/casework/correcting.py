"""A complaint leads to a request for corrective action, and its customer hears what comes of it (CAP-01, CAP-03)."""

from __future__ import annotations

from typing import Any

from core.desk import Desk, role_for
from core.discretion import is_involved
from core.errors import NotAllowed
from core.people import Person
from core.phrases import Phrase, say
from core.tickets import FINAL, Facts, PersonId, Ref, Ticket
from core.wording import Scene, fill


def request_action(desk: Desk, by: Person, ref: Ref, owner: PersonId, words: str) -> Ticket:
    """Numbered and with its owner; it knows product and fault, so that the effect can be counted. Raises NotAllowed."""
    complaint = desk.seen_by(by, ref)
    if is_involved(complaint, owner):
        raise NotAllowed(say("Please name somebody whom {number} is not about.", number=complaint.number))
    role = role_for(by, complaint, "request_capa")
    desk.act_as(by, ref, "request_capa")
    fault = desk.unit.tickets.get(complaint.parent) if complaint.parent else None
    known: Facts = fault.facts if fault else {}
    facts: dict[str, Any] = {
        "words": words,
        "product": known.get("product", ""),
        "fault": known.get("symptom", ""),  # not "symptom": it is no fault itself, and counts as none
        "about_person": complaint.facts.get("about_person"),
    }
    capa = desk.open("capa", by.id, facts, parent=ref, by=(role, by.id))
    return desk.act(capa.ref, "hand_to", role, by.id, assignee=owner)


DRAFT = say(
    "We have found what caused your complaint {parent}. This puts it right: {corrective} "
    "And this keeps it from happening again: {preventive} It is done by {measures_by}."
)


def reply_drafted(desk: Desk, ref: Ref) -> Phrase:
    """What the customer may be told of the measures."""
    return fill(DRAFT, Scene(desk.unit, desk.shop, desk.at, desk.ticket(ref)))


def approve_measures(desk: Desk, by: Person, ref: Ref, reply: str) -> Ticket:
    """The customer reads of them at once, as long as his complaint is open. Raises NotAllowed."""
    before = desk.seen_by(by, ref)
    role = role_for(by, before, "approve_measures")
    complaint = desk.unit.tickets.get(before.parent) if before.parent else None
    told = reply if complaint and complaint.state not in FINAL else ""
    capa = desk.act_as(by, ref, "approve_measures", {"reply": told} if told else {})
    if told and complaint:
        desk.act(complaint.ref, "write", role, by.id, {"note": told})
    return capa
