"""A shop's sales, as its system may write them, and what comes of reading that."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook

from core.people import Sale
from core.policy import load_policy
from core.sales_import import BadLines, Found, NoTable, columns, read_sales
from core.sales_import.columns import Column

CATALOGUE = load_policy("furniture").catalogue
TODAY = date(2026, 1, 18)
NAMES = [column.value for column in Column if column in columns.NAMES]
SOFA = Sale(
    id=0,
    order="SO-1",
    phone="+8613800138000",
    customer="王小明",
    product="三人沙发",
    category="sofa",
    model="KT-3",
    serial="KT3-0001",
    bought_on=date(2025, 3, 1),
    delivered_on=date(2025, 3, 9),
    address="杭州市拱墅区松柏路 1 号",
    quantity=2,
    price=Decimal("2999.50"),
)
LINE = [
    "SO-1",
    "138 0013 8000",
    "王小明",
    "三人沙发",
    "沙发",
    "KT-3",
    "KT3-0001",
    "2025-03-01",
    "2025/3/9",
    SOFA.address,
    "2",
    "¥2,999.50",
]


def text(*lines: Sequence[str], separator: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(lines)
    return out.getvalue()


def book(*lines: Sequence[str | float | date]) -> bytes:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for line in lines:
        sheet.append(list(line))
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def read(data: bytes | str) -> Found:
    return read_sales(data.encode() if isinstance(data, str) else data, CATALOGUE, TODAY)


def complaints(data: bytes | str) -> list[str]:
    with pytest.raises(BadLines) as bad:
        read(data)
    return str(bad.value).splitlines()


def refusal(data: bytes | str) -> str:
    with pytest.raises(NoTable) as no:
        read(data)
    return str(no.value)


def changed(**cells: str) -> list[str]:
    return [cells.get(name, cell) for name, cell in zip(NAMES, LINE, strict=True)]


def of(**cells: str) -> Sale:
    (sale,) = read(text(NAMES, changed(**cells))).sales
    return sale
