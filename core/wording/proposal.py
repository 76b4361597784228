"""Of a proposal: what the committee gives for it, and by when."""

from __future__ import annotations

from decimal import Decimal

from core.kinds.proposal import average
from core.phrases import Value, say
from core.wording.scene import Scene
from core.wording.values import Place, fact, instant, running


def points(scene: Scene) -> Value:
    """What the committee has given on average."""
    return f"{average(scene.ticket):.1f}" if scene.ticket.facts.get("scores") else ""


def grade(scene: Scene) -> Value:
    earned = scene.shop.policy.proposal.grade_for(average(scene.ticket))
    return earned.label if earned else ""


def reward(scene: Scene) -> Value:
    earned = scene.shop.policy.proposal.grade_for(average(scene.ticket))
    return earned.reward if earned else Decimal()


def ownership(scene: Scene) -> Value:
    joint = scene.ticket.facts.get("owner") == "joint"
    return say("What comes of it belongs to both of us, as agreed.") if joint else ""


PROPOSAL: tuple[Place, ...] = (
    ("opinion", fact("opinion")),
    ("opinion_due", running("opinion")),
    ("measure", fact("measure")),
    ("points", points),
    ("grade", grade),
    ("reward", reward),
    ("ownership", ownership),
    ("carried_out_by", instant("carried_out_by")),
    ("kept_until", running("kept")),
)
