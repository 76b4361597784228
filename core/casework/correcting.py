"""A complaint leads to a request for corrective action, which goes to whoever answers for the cause (CAP-01)."""

from __future__ import annotations

from typing import Any

from core.desk import Desk, role_for
from core.discretion import is_involved
from core.errors import NotAllowed
from core.people import Person
from core.phrases import say
from core.tickets import Facts, PersonId, Ref, Ticket


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
