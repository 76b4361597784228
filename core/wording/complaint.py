"""Of a complaint: how grave it is, who answers for it, what is offered."""

from __future__ import annotations

from decimal import Decimal

from core.kinds.complaint_conditions import level_reached
from core.kinds.complaint_states import LIABLE, WHY_MAJOR
from core.people import ROLE_NAMES
from core.phrases import Value, say
from core.wording.scene import Scene
from core.wording.values import Place, fact, instant, listed, running

MARKED_MAJOR = say("so marked by the supervisor")


def major(scene: Scene) -> Value:
    facts = scene.ticket.facts
    return WHY_MAJOR.get(str(facts.get("why_major", "")), MARKED_MAJOR) if "major_at" in facts else ""


def units(scene: Scene) -> Value:
    """The departments that answer for it."""
    facts, known = scene.ticket.facts, scene.shop.policy.complaint.departments
    part = ROLE_NAMES.get(facts["part"], "") if "part" in facts else ""
    return tuple(known[code].label for code in facts.get("units", ()) if code in known) or part


def level(scene: Scene) -> Value:
    reached = level_reached(scene.ticket, scene.shop.policy)
    return reached.label if reached else say("after-sales")


def compensation(scene: Scene) -> Value:
    return Decimal(str(scene.ticket.facts.get("compensation") or 0))


def goodwill(scene: Scene) -> Value:
    amount = compensation(scene)
    return say("As compensation you get {amount}.", amount=amount) if amount else ""


def liable(scene: Scene) -> Value:
    return LIABLE.get(str(scene.ticket.facts.get("liable", "")), "")


def loss(scene: Scene) -> Value:
    """What it may cost, and which department for the time being (CMP-19)."""
    facts, known = scene.ticket.facts, scene.shop.policy.complaint.departments
    unit = known.get(str(facts.get("loss_unit", "")))
    if unit is None:
        return ""
    if amount := facts.get("loss"):
        return say("Provisional loss of {unit}: {amount}.", unit=unit.label, amount=Decimal(str(amount)))
    return say("For the time being {unit} answers for it.", unit=unit.label)


COMPLAINT: tuple[Place, ...] = (
    ("wish", fact("wish")),
    ("happened", fact("happened")),
    ("about", fact("about")),
    ("told", fact("told")),
    ("plan", fact("plan")),
    ("plan_due", running("complaint_plan")),
    ("result", fact("result")),
    ("answer_by", running("result")),
    ("major", major),
    ("units", units),
    ("liable", liable),
    ("evidence", fact("evidence")),
    ("provisional", fact("provisional")),
    ("body", fact("body")),
    ("letter", fact("letter")),
    ("letter_due", instant("letter_due")),
    ("loss", loss),
    ("level", level),
    ("compensation", compensation),
    ("goodwill", goodwill),
    ("limit", lambda scene: scene.shop.policy.complaint.compensation.manager),
    ("emergency_plan", lambda scene: listed(scene.shop.policy.complaint.emergency_plan)),
)
