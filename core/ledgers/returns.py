"""顾客退换货登记 (RTN-07, RTN-09, RTN-10)."""

from __future__ import annotations

from core.kinds.return_ import PRICE_CASES, WANTS
from core.ledgers.columns import (
    CAUSE,
    ENDED,
    NUMBER,
    PHONE,
    PRODUCT,
    STATE,
    among,
    amount,
    departments,
    fact,
    instant,
    last,
    opened,
    responsible,
)
from core.ledgers.entry import Column, Entry, Ledger
from core.phrases import Value
from core.policy.bilingual import Bilingual
from core.shop import Shop


def rule(entry: Entry, shop: Shop) -> Value | None:
    found = shop.policy.returns.rules.get(str(entry.ticket.facts.get("rule", "")))
    return found.label if found else None


RETURNS = Ledger(
    "returns",
    "return",
    Bilingual("顾客退换货登记", "Register of returns"),
    (
        NUMBER,
        Column("申请时间", "Asked", opened),
        Column("顾客姓名", "Customer", fact("name")),
        PHONE,
        Column("办事处", "Office", fact("office")),
        PRODUCT,
        Column("购买天数", "Days since the purchase", fact("days")),
        Column("要求", "Wants", among("wants", WANTS)),
        Column("说明", "In his words", fact("words")),
        Column("适用规定", "Rule", rule),
        Column("价格依据", "Price", among("price_case", PRICE_CASES)),
        Column("原价款", "Paid", amount("paid")),
        Column("退款金额", "Refund", amount("refund")),
        CAUSE,
        Column("责任部门", "Responsible departments", departments),
        Column("责任人", "Responsible", responsible),
        Column("转手次数", "Times handed on", fact("transfers")),
        Column("批准时间", "Approved", last("approve_return")),
        Column("拒绝或不符的理由", "Why refused or not as described", fact("reason")),
        Column("取回时间", "Collected", instant("collected_at")),
        Column("验货时间", "Checked", instant("checked_at")),
        Column("退款或换货时间", "Paid back or replaced", instant("settled_at")),
        STATE,
        ENDED,
    ),
)
