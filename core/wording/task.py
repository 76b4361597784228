"""Of a task for a department: what it answers, and by when."""

from __future__ import annotations

from core.phrases import Value, say
from core.wording.scene import Scene
from core.wording.values import Place, fact, running

WHY_REVIEWED = {
    "transfers": say("the return was handed on more often than the shop allows."),
    "complaint": say("the customer complains about this return."),
}


def review(scene: Scene) -> Value:
    """Why the conduct of colleagues is looked into (RTN-08)."""
    return WHY_REVIEWED.get(str(scene.ticket.facts.get("review", "")), "")


TASK: tuple[Place, ...] = (
    ("review", review),
    ("answer", fact("answer")),
    ("task_due", running("task")),
)
