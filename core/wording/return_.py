"""Of a return: by which rule it is judged, and what is paid back."""

from __future__ import annotations

from decimal import Decimal

from core.kinds.return_ import PRICE_CASES, WANTS
from core.kinds.signing import DECIDED
from core.phrases import Value
from core.wording.scene import Scene
from core.wording.values import Place, fact, running


def rule_named(scene: Scene) -> Value:
    """By which rule a return is judged (RTN-01)."""
    found = scene.shop.policy.returns.rules.get(str(scene.ticket.facts.get("rule", "")))
    return found.label if found else ""


def price_case(scene: Scene) -> Value:
    return PRICE_CASES.get(str(scene.ticket.facts.get("price_case", "")), "")


def refund(scene: Scene) -> Value:
    amount = scene.ticket.facts.get("refund")
    return Decimal(str(amount)) if amount else ""


def wants(scene: Scene) -> Value:
    return WANTS.get(str(scene.ticket.facts.get("wants", "")), "")


def defect(scene: Scene) -> Value:
    return scene.shop.policy.catalogue.symptom_label(str(scene.ticket.facts.get("defect", "")))


def decision(scene: Scene) -> Value:
    return DECIDED.get(str(scene.ticket.facts.get("decision", "")), "")


RETURN: tuple[Place, ...] = (
    ("rule", rule_named),
    ("price_case", price_case),
    ("refund", refund),
    ("wants", wants),
    ("office", fact("office")),
    ("defect", defect),
    ("decision", decision),
    ("collect_by", running("collection")),
)
