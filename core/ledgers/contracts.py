"""销售合同登记 (ORD-02): what must stand in a contract, and how far it has come."""

from __future__ import annotations

from core.contracts import lines_of, named, total_of
from core.ledgers.columns import CUSTOMER, ENDED, NUMBER, PHONE, STATE, fact, instant, last, opened
from core.ledgers.entry import Column, Entry, Ledger
from core.phrases import Value, say
from core.policy.bilingual import Bilingual
from core.shop import Shop
from core.tickets import PersonId


def seller(entry: Entry, _: Shop) -> Value | None:
    sold_by = entry.ticket.facts.get("seller")
    return entry.names.get(PersonId(int(sold_by)), str(sold_by)) if sold_by else None


def products(entry: Entry, _: Shop) -> Value | None:
    return "\n".join(line.product for line in lines_of(entry.ticket.facts)) or None


def models(entry: Entry, _: Shop) -> Value | None:
    return "\n".join(line.model for line in lines_of(entry.ticket.facts)) or None


def quantities(entry: Entry, _: Shop) -> Value | None:
    return "\n".join(str(line.quantity) for line in lines_of(entry.ticket.facts)) or None


def prices(entry: Entry, _: Shop) -> Value | None:
    return "\n".join(str(line.price) for line in lines_of(entry.ticket.facts)) or None


def total(entry: Entry, _: Shop) -> Value | None:
    return total_of(lines_of(entry.ticket.facts)) or None


def stock(entry: Entry, _: Shop) -> Value | None:
    """What the store has said last: nothing yet, nothing missing, or what is."""
    missing = entry.ticket.facts.get("missing")
    if missing is None:
        return None
    lacking = [named(line) for line in lines_of(entry.ticket.facts) if line.model in missing]
    return tuple(lacking) or say("Nothing is missing")


CONTRACTS = Ledger(
    "contracts",
    "order",
    Bilingual("销售合同登记", "Sales contracts"),
    (
        NUMBER,
        Column("录入时间", "Handed in", opened),
        Column("合同号", "Contract", fact("order")),
        CUSTOMER,
        PHONE,
        Column("送货地址", "Address", fact("address")),
        Column("订货日期", "Signed", fact("ordered_on")),
        Column("要求送货日期", "Delivery wished", fact("wished_on")),
        Column("产品名称", "Product", products),
        Column("型号", "Model", models),
        Column("数量", "Quantity", quantities),
        Column("单价", "Unit price", prices),
        Column("合计", "Total", total),
        Column("开单人", "Sold by", seller),
        Column("特殊要求", "Wishes", fact("words")),
        Column("缺货", "Missing", stock),
        Column("下生产单时间", "Ordered from the factory", instant("ordered_at")),
        Column("预计到货日期", "Expected", fact("expected_on")),
        Column("货齐时间", "Together", instant("together_at")),
        Column("约定送货时间", "Delivery agreed", last("agree")),
        STATE,
        ENDED,
    ),
)
