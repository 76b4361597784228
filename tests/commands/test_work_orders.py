"""The repairs of a day, on paper."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core.desk import Desk
from core.opening import shop_with
from core.people import Person
from core.phrases import Span
from core.ports import Unit
from core.tickets import PersonId, Role
from tests.commands.shell import Shell
from tests.core.policies import policy

AT = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
FACTS = {
    "product": "沙发", "category": "sofa", "symptom": "sofa.sagging", "words": "坐垫塌了", "name": "李雷",
    "phone": "+8613800138000", "address": "文三路 1 号", "chargeable": False,
}  # fmt: skip


def three_repairs(unit: Unit) -> None:
    """Nobody goes to the last one yet."""
    desk = Desk(unit, shop_with(policy(), AT), AT)
    technician = unit.people.add(Person(PersonId(0), "张师傅", roles=frozenset({Role.TECHNICIAN})))
    customer = unit.people.add(Person(PersonId(0), "李雷"))
    for hours in (24, 27, 29):
        start = AT + timedelta(hours=hours)
        ticket = desk.open("fault", customer.id, FACTS, visit=Span(start, start + timedelta(hours=2)))
        if hours < 29:
            desk.act(ticket.ref, "assign", Role.DISPATCHER, assignee=technician.id)


@pytest.mark.rule("FLT-04")
@pytest.mark.rule("FLT-18")
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_each_repair_that_somebody_goes_to_has_a_sheet_of_its_own(desk: Shell, language: str) -> None:
    desk.kept(three_repairs)
    said = desk("work-orders", "--on", "2026-11-24", "--folder", ".", "--language", language)
    assert (said.code, said.out) == (0, "work-orders-2026-11-24.pdf: 2 work orders.\n")
    made = (desk.folder / "work-orders-2026-11-24.pdf").read_bytes()
    assert made.startswith(b"%PDF-")
    assert b"/Count 2" in made


@pytest.mark.rule("FLT-04")
def test_a_day_without_repairs_has_none(desk: Shell) -> None:
    said = desk("work-orders", "--on", "2026-11-25", "--folder", ".")
    assert said.out == "Nobody goes to a repair on 2026-11-25. Nothing was written.\n"
