"""Of a fault and its repair, and of the call that may follow."""

from __future__ import annotations

from datetime import datetime

from core.facts import Facts
from core.judging import course
from core.kinds.factory import HANDING
from core.phrases import Span, Value, say
from core.wording.scene import Scene
from core.wording.values import Place, fact, length, listed, running, told


def department(scene: Scene) -> Value:
    """Whose business the cause is (FLT-12)."""
    cause = scene.shop.policy.catalogue.causes.get(str(scene.ticket.facts.get("cause", "")))
    return cause.goes_to if cause and cause.goes_to else ""


def bring(scene: Scene) -> Value:
    """The usual parts and tools for this fault (VIS-18)."""
    catalogue = scene.shop.policy.catalogue
    symptom = catalogue.symptom(str(scene.ticket.facts.get("symptom", "")))
    return listed(catalogue.brought_for(symptom)) if symptom and symptom.bring else say("the usual tools")


def by_list(facts: Facts) -> Value:
    """What the store has of the parts that were named by their models (DSP-07)."""
    there = facts.get("in_store")
    return say("By the store's list there are: {models}.", models=tuple(there)) if there else ""


def why_call(scene: Scene) -> Value:
    """Why a customer is to be called back."""
    if scene.ticket.facts.get("rating"):
        return say("The customer was not satisfied. {comment}", comment=told(scene.ticket.facts.get("comment", "")))
    return say("The customer has not answered the survey.")


FAULT: tuple[Place, ...] = (
    ("special", lambda scene: Span(*map(datetime.fromisoformat, scene.ticket.facts.get("special_asked", ())))),
    ("department", department),
    ("bring", bring),
    ("course", lambda scene: course(scene.ticket, scene.unit.clocks.of(scene.ticket.ref))),
    ("alike", lambda scene: len(scene.ticket.facts.get("series", ()))),
    ("series", lambda scene: tuple(scene.ticket.facts.get("series", ()))),
    ("period", lambda scene: length(scene.shop.policy.escalation.similar_window)),
    ("reopen", lambda scene: length(scene.shop.policy.limits.reopen_within)),
    ("why", why_call),
    ("handing", lambda scene: HANDING.get(str(scene.ticket.facts.get("handing", "")), "")),
    ("in_store", lambda scene: by_list(scene.ticket.facts)),
    ("sales_note", fact("sales_note")),
    ("workshop_due", running("workshop_repair")),
)
