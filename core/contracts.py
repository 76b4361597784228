"""What a sales contract says (销售合同, ORD-02)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from core.tickets import Facts
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class ContractLine:
    """`model` tells the lines of one contract apart; `price` is that of one piece."""

    product: str
    category: str
    model: str
    quantity: int
    price: Decimal


@dataclass(frozen=True, slots=True)
class Contract:
    order: str
    name: str
    phone: str  # E.164
    address: str
    ordered_on: date
    wished_on: date | None
    lines: tuple[ContractLine, ...]
    words: str = ""
    photos: tuple[str, ...] = ()


def as_facts(lines: Iterable[ContractLine]) -> list[dict[str, Any]]:
    return [
        {
            "product": line.product,
            "category": line.category,
            "model": line.model,
            "quantity": line.quantity,
            "price": str(line.price),
        }
        for line in lines
    ]


def lines_of(facts: Facts) -> tuple[ContractLine, ...]:
    return tuple(
        ContractLine(each["product"], each["category"], each["model"], each["quantity"], Decimal(each["price"]))
        for each in facts.get("lines", ())
    )


def goods_of(lines: Iterable[ContractLine]) -> str:
    """Name, model and number of each, as it stands on the papers."""
    return "; ".join(f"{named(line)} ×{line.quantity}" for line in lines)


def named(line: ContractLine) -> str:
    return line.product if line.model == line.product else f"{line.product} {line.model}"


def total_of(lines: Sequence[ContractLine]) -> Decimal:
    return sum((line.price * line.quantity for line in lines), Decimal())
