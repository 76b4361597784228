"""What concerns several departments: each gets a task of its own, and one person coordinates them (FLT-13, FLT-30)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from core.desk import Desk, role_for
from core.discretion import is_involved
from core.errors import NotAllowed
from core.people import Person
from core.phrases import say
from core.tickets import PersonId, Ref, Role, Ticket
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of whom; without a day the policy's time counts."""

    unit: str
    who: PersonId
    words: str
    by: datetime | None = None


def ask_department(
    desk: Desk, asker: Person, ref: Ref, wanted: Wanted, *, answers_to: PersonId | None = None
) -> Ticket:
    """Numbered, with a name and a date; the answer is for whoever asks or coordinates. Raises NotAllowed, NotFound."""
    about = desk.seen_by(asker, ref)
    if is_involved(about, wanted.who):
        raise NotAllowed(say("Please name somebody whom {number} is not about.", number=about.number))
    role = role_for(asker, about, "ask_department")
    desk.act_as(asker, ref, "ask_department", {"task": wanted.words})
    facts: dict[str, Any] = {
        "words": wanted.words,
        "units": [wanted.unit],
        "wanted_by": wanted.by.isoformat() if wanted.by else "",
        "photos": about.facts.get("photos", []),
        "about_person": about.facts.get("about_person"),
    }
    if about.kind == "order":
        facts["order"] = about.facts["order"]  # promised with the sale, which is not complete without it (FLT-29)
    owner = answers_to or asker.id
    task = desk.open("task", owner, facts, parent=ref, by=(role, asker.id))
    return desk.act(task.ref, "hand_to", Role.CUSTOMER, owner, assignee=wanted.who)
