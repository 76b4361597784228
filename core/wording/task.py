"""Of a task for a department: what it answers, and by when."""

from __future__ import annotations

from core.wording.values import Place, fact, running

TASK: tuple[Place, ...] = (
    ("answer", fact("answer")),
    ("task_due", running("task")),
)
