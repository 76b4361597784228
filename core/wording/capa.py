"""Of corrective and preventive measures: what they are, and whether they have helped."""

from __future__ import annotations

from datetime import datetime

from core.phrases import Value, say
from core.wording.scene import Scene
from core.wording.values import Place, fact, instant, running


def recurrence(scene: Scene) -> Value:
    """How often the same fault has come back since the measures were carried out (CAP-05)."""
    facts = scene.ticket.facts
    if not (since := facts.get("carried_out_at")):
        return ""
    if not (facts.get("product") and facts.get("fault")):
        return say("No product and fault are known to count by.")
    alike = scene.unit.tickets.alike(str(facts["product"]), str(facts["fault"]), datetime.fromisoformat(since))
    return say("Like faults since it was carried out: {n}.", n=len(alike))


CAPA: tuple[Place, ...] = (
    ("corrective", fact("corrective")),
    ("preventive", fact("preventive")),
    ("standard", fact("standard")),
    ("rounds", fact("rounds")),
    ("recurrence", recurrence),
    ("measures_by", instant("measures_by")),
    ("capa_due", running("measures")),
    ("effect_due", running("effect")),
)
