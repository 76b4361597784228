"""Production and research answer what breaks: with what they change, or with "none" (CAP-09)."""

from __future__ import annotations

from typing import Any

from core.alerts import holders
from core.desk import Desk
from core.people import Person
from core.reports.report_orders import ANSWERING
from core.tickets import Role, Ticket


def ask_to_answer(desk: Desk, person: Person, period: str, words: str) -> tuple[Ticket, ...]:
    """A task for each part that this person has in it, whose answer quality gets."""
    roles = tuple(role for role in ANSWERING if role in person.roles)
    quality = holders(desk, Role.QUALITY)[1]
    return tuple(asked(desk, person, role, period, words, quality[0]) for role in roles) if quality else ()


def asked(desk: Desk, person: Person, role: Role, period: str, words: str, asker: Person) -> Ticket:
    facts: dict[str, Any] = {"part": role, "report": period, "words": words, "units": []}
    task = desk.open("task", asker.id, facts, by=(Role.CLOCK, asker.id))
    return desk.act(task.ref, "hand_to", Role.CUSTOMER, asker.id, assignee=person.id)
