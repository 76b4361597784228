"""报修登记 (FLT-01, FLT-02, FLT-04, FLT-24)."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from core.kinds.fault_states import S
from core.kinds.quote_conditions import is_agreed, quoted
from core.ledgers.columns import (
    ARRIVED,
    CUSTOMER,
    ENDED,
    NUMBER,
    PHONE,
    PRODUCT,
    STATE,
    fact,
    from_the_list,
    going,
    instant,
    opened,
    visit_from,
    visit_to,
    whether,
)
from core.ledgers.entry import Column, Entry, Ledger
from core.phrases import Value, say
from core.policy.bilingual import Bilingual
from core.shop import Shop
from core.worktime import elapsed

HOUR = timedelta(hours=1)
HELD_UP = frozenset({S.NEEDS_HELP, S.NEEDS_PARTS})


def symptom(entry: Entry, shop: Shop) -> Value | None:
    return shop.policy.catalogue.symptom_label(str(entry.ticket.facts.get("symptom") or ""))


def urgency(entry: Entry, _: Shop) -> Value | None:
    return say("Yes") if entry.ticket.urgent else None


def held_up(entry: Entry, shop: Shop) -> Value | None:
    """Working hours in which it waited for help or parts, and goes on since (ESC-05)."""
    waited = [
        elapsed(shop.office, event.at, after.at)
        for event, after in pairwise(e for e in entry.history if e.source != e.target)
        if event.target in HELD_UP
    ]
    return round(Decimal(sum(waited, timedelta()) / HOUR), 1) if waited else None


def cost(entry: Entry, _: Shop) -> Value | None:
    """What the customer has agreed to pay."""
    return quoted(entry.ticket) if is_agreed(entry.ticket) else None


REPAIRS = Ledger(
    "repairs",
    "fault",
    Bilingual("报修登记", "Repair register"),
    (
        NUMBER,
        Column("报修时间", "Reported", opened),
        CUSTOMER,
        PHONE,
        Column("地址", "Address", fact("address")),
        PRODUCT,
        Column("型号", "Model", fact("bought")),
        Column("故障现象", "Symptom", symptom),
        Column("问题描述", "Problem", fact("words")),
        Column("紧急", "Urgent", urgency),
        Column("维修人员", "Technician", going),
        Column("上门起", "Visit from", visit_from),
        Column("上门止", "Visit to", visit_to),
        ARRIVED,
        Column("故障原因", "Cause", from_the_list("cause")),
        Column("处理措施", "Work done", from_the_list("done")),
        Column("更换配件", "Parts", fact("parts")),
        Column("工时（分钟）", "Minutes", fact("work_minutes")),
        Column("受阻时长（小时）", "Held up (hours)", held_up),
        Column("收费", "Charged", whether("chargeable")),
        Column("费用", "Cost", cost),
        Column("返工次数", "Rework", fact("rework")),
        Column("完工时间", "Finished", instant("finished_at")),
        Column("验收时间", "Accepted", instant("accepted_at")),
        Column("满意度（3 最高）", "Rating (3 is best)", fact("rating")),
        STATE,
        ENDED,
    ),
)
