"""部门协调单 (FLT-30)."""

from __future__ import annotations

from core.ledgers.columns import ENDED, NUMBER, STATE, departments, fact, going, instant, last, opened, parent
from core.ledgers.entry import Column, Ledger
from core.policy.bilingual import Bilingual

TASKS = Ledger(
    "tasks",
    "task",
    Bilingual("部门协调单", "Tasks for departments"),
    (
        NUMBER,
        Column("发出时间", "Asked", opened),
        Column("相关工单", "Ticket", parent),
        Column("协调部门", "Department", departments),
        Column("承办人", "Asked of", going),
        Column("协调内容", "Task", fact("words")),
        Column("要求完成时间", "Wanted by", instant("wanted_by")),
        Column("答复时间", "Answered", last("answer_task")),
        Column("答复内容", "Answer", fact("answer")),
        STATE,
        ENDED,
    ),
)
