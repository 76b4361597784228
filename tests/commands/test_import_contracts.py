"""A shop hands in the contracts of a day as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.people import Person
from core.ports import Unit
from core.tickets import PersonId, Role
from tests.commands.shell import Shell

HEAD = "合同号,客户姓名,电话,送货地址,订货日期,送货日期,产品名称,型号,数量,单价,导购,特殊要求,门店"
GOOD = f"""{HEAD}
HT-1,王小明,13800138000,杭州市西湖区文三路1号,2025-03-01,2025-03-20,三人沙发,KT-3,1,3999,小梅,靠北墙放,一店
HT-1,王小明,13800138000,杭州市西湖区文三路1号,2025-03-01,2025-03-20,茶几,CJ-1,2,899,小梅,,一店
HT-2,李雷,13800138001,杭州市西湖区文三路2号,2025/3/1,,双人床,B-2,1,2999,小梅,,一店
"""


def write(text: str) -> str:
    Path("day.csv").write_text(text, "utf-8")
    return "day.csv"


def hire(unit: Unit) -> PersonId:
    return unit.people.add(Person(PersonId(0), "小梅", roles=frozenset({Role.SALES_CLERK}))).id


def handed_in(unit: Unit) -> list[tuple[str, str]]:
    found = (ticket for order in ("HT-1", "HT-2") for ticket in unit.tickets.of_order(order))
    return [(str(ticket.facts["order"]), str(ticket.facts["product"])) for ticket in found]


@pytest.mark.rule("ORD-01")
@pytest.mark.rule("ORD-02")
def test_the_lines_of_a_contract_become_one_ticket(desk: Shell) -> None:
    clerk = desk.kept(hire)
    said = desk("import-contracts", write(GOOD))
    assert said.out == "Handed in 2 contracts with 3 lines.\nColumns not read: 门店.\n"
    assert desk.kept(handed_in) == [("HT-1", "三人沙发 KT-3 ×1; 茶几 CJ-1 ×2"), ("HT-2", "双人床 B-2 ×1")]
    sales = desk.kept(lambda unit: unit.sales.of_order("HT-1"))
    assert {(sale.seller, sale.delivered_on) for sale in sales} == {(clerk, None)}
    (ticket,) = desk.kept(lambda unit: unit.tickets.of_order("HT-1"))
    assert (ticket.facts["wished_on"], ticket.facts["words"]) == ("2025-03-20", "靠北墙放")


@pytest.mark.rule("ORD-02")
def test_every_missing_field_is_named_and_nothing_is_handed_in(desk: Shell) -> None:
    desk.kept(hire)
    said = desk(
        "import-contracts", write(GOOD.replace("李雷", "").replace(",2999,", ",,").replace("13800138001", "12"))
    )
    assert said.code == 1
    assert said.err.splitlines() == [
        'day.csv: line 4: 电话 "12" is not a telephone number',
        "day.csv: line 4: 客户姓名 is missing",
        "day.csv: line 4: 单价 is missing",
        "Error: 3 values are wrong. Nothing was imported.",
    ]
    assert desk.kept(handed_in) == []


@pytest.mark.rule("ORD-02")
def test_lines_of_one_contract_that_disagree_are_named(desk: Shell) -> None:
    desk.kept(hire)
    said = desk("import-contracts", write(GOOD.replace("HT-2", "HT-1")))
    assert "day.csv: line 4: 客户姓名 differs from line 2, of the same contract" in said.err
    assert desk.kept(handed_in) == []


def test_a_contract_that_is_known_is_not_handed_in_again(desk: Shell) -> None:
    desk.kept(hire)
    assert desk("import-contracts", write(GOOD)).code == 0
    said = desk("import-contracts", write(GOOD.replace("HT-2", "HT-3")))
    assert said.err.splitlines()[0] == "day.csv: line 2: HT-1 is known already"
    assert desk.kept(lambda unit: unit.tickets.of_order("HT-3")) == ()


def test_somebody_must_have_sold_it(desk: Shell) -> None:
    said = desk("import-contracts", write(GOOD))
    assert said.err.splitlines()[0] == "day.csv: line 2: 小梅 is nobody who sells here"
    alone = GOOD.replace(",小梅", ",")
    assert desk("import-contracts", write(alone)).err.startswith("Error: Who sold them?")
    desk.kept(hire)
    assert desk("import-contracts", "--seller", "小王", write(alone)).err.startswith(
        "Error: Nobody who sells is called"
    )
    assert desk("import-contracts", "--seller", "小梅", write(alone)).code == 0


def test_a_rehearsal_keeps_nothing(desk: Shell) -> None:
    assert desk("import-contracts", "--dry-run", write(GOOD)).out.startswith("Could hand in 2 contracts with 3 lines.")
    assert desk.kept(handed_in) == []


def test_a_file_without_what_a_contract_needs_is_refused(desk: Shell) -> None:
    said = desk("import-contracts", write("合同号,产品名称\nHT-1,沙发\n"))
    assert said.err.startswith("Error: day.csv: it has no column for customer")
