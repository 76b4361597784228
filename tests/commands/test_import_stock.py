"""A shop hands over a count of its store."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.ports import Unit
from tests.commands.shell import Shell

GOOD = """型号,产品名称,库存数量,库位
NOVA-3,三人布艺沙发,4,A-01
rock-120,岩板茶几,0,B-07
"""


def write(text: str) -> str:
    Path("stock.csv").write_text(text, "utf-8")
    return "stock.csv"


def there(unit: Unit) -> dict[str, int]:
    return {model: each.there for model, each in unit.stock.of(["NOVA-3", "ROCK-120"]).items()}


@pytest.mark.rule("ORD-03")
def test_what_was_counted_is_known_until_it_is_counted_again(desk: Shell) -> None:
    said = desk("import-stock", write(GOOD))
    assert said.out == "Imported 2 models, 4 pieces.\nColumns not read: 库位.\n"
    assert desk.kept(there) == {"NOVA-3": 4, "ROCK-120": 0}
    assert desk("import-stock", write("model,in stock\nNOVA-3,2\n")).code == 0
    assert desk.kept(there) == {"NOVA-3": 2, "ROCK-120": 0}


@pytest.mark.rule("ORD-03")
def test_every_bad_value_is_named_and_nothing_is_taken_over(desk: Shell) -> None:
    said = desk("import-stock", write(GOOD.replace(",4,", ",some,") + "NOVA-3,沙发,1,\n,茶几,,\n"))
    assert said.code == 1
    assert said.err.splitlines() == [
        'stock.csv: line 2: 库存数量 "some" is not a number of pieces from 0 to 999999',
        "stock.csv: line 4: 型号 NOVA-3 stands in line 2 already",
        "stock.csv: line 5: 型号 is missing",
        "stock.csv: line 5: 库存数量 is missing",
        "Error: 4 values are wrong. Nothing was imported.",
    ]
    assert desk.kept(there) == {}


def test_a_rehearsal_keeps_nothing(desk: Shell) -> None:
    assert desk("import-stock", "--dry-run", write(GOOD)).out.startswith("Could import 2 models, 4 pieces.")
    assert desk.kept(there) == {}


def test_a_file_that_says_nothing_of_quantities_is_refused(desk: Shell) -> None:
    said = desk("import-stock", write("型号,产品名称\nNOVA-3,沙发\n"))
    assert said.err.startswith("Error: stock.csv: it has no column for quantity")
