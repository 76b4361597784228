"""A shop hands over its sales records."""

from __future__ import annotations

from pathlib import Path

from core.ports import Unit
from tests.commands.shell import Shell

GOOD = """订单号,手机,客户,产品名称,类别,型号,购买日期,送货日期,地址,备注
SO-1,13800138000,王小明,三人沙发,沙发,KT-3,2025-03-01,2025-03-09,杭州市,
SO-1,13800138000,王小明,茶几,桌椅,CJ-1,2025-03-01,,杭州市,易碎
SO-2,,李雷,双人床,bed,B-2,2025/4/1,,上海市,
"""


def orders(unit: Unit) -> list[str]:
    return [sale.product for order in ("SO-1", "SO-2") for sale in unit.sales.of_order(order)]


def write(text: str, encoding: str = "utf-8") -> str:
    Path("sales.csv").write_text(text, encoding)
    return "sales.csv"


def test_sales_are_taken_over_and_summed_up(desk: Shell) -> None:
    said = desk("import-sales", write(GOOD.replace("桌椅", "table"), "gb18030"))
    assert said.out == (
        "Imported 3 sales of 2 orders, bought from 2025-03-01 to 2025-04-01.\n"
        "1 have no telephone number: they are found by their order number only.\n"
        "Columns not read: 备注.\n"
    )
    assert said.code == 0
    assert sorted(desk.kept(orders)) == ["三人沙发", "双人床", "茶几"]


def test_the_same_file_twice_changes_nothing(desk: Shell) -> None:
    for _ in range(2):
        assert desk("import-sales", write(GOOD.replace("桌椅", "table"))).code == 0
    assert len(desk.kept(orders)) == 3


def test_one_bad_line_and_nothing_is_taken_over(desk: Shell) -> None:
    said = desk("import-sales", write(GOOD.replace("桌椅", "table").replace("2025/4/1", "next week")))
    assert said.code == 1
    assert said.err == (
        'sales.csv: line 4: 购买日期 "next week" is not a day that I can read; write it like 2024-01-31\n'
        "Error: 1 values are wrong. Nothing was imported.\n"
    )
    assert desk.kept(orders) == []


def test_a_rehearsal_keeps_nothing(desk: Shell) -> None:
    said = desk("import-sales", "--dry-run", write(GOOD.replace("桌椅", "table")))
    assert said.out.startswith("Could import 3 sales of 2 orders")
    assert desk.kept(orders) == []


def test_a_file_that_is_no_table_or_not_there_is_named(desk: Shell) -> None:
    assert desk("import-sales", write("Dear shop,\nplease find…")).err.startswith(
        "Error: sales.csv: it has no column for order"
    )
    assert desk("import-sales", "none.csv").err == "Error: none.csv: No such file or directory\n"
