"""What crews and the store take along, on paper."""

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
FACTS = {"product": "NOVA 沙发 ×1; 茶几 ×2", "name": "李雷", "phone": "+8613800138000", "address": "文三路 1 号"}


def two_stops(unit: Unit) -> None:
    desk = Desk(unit, shop_with(policy(), AT), AT)
    driver = unit.people.add(Person(PersonId(0), "孙师傅", roles=frozenset({Role.TECHNICIAN}), crew="1"))
    customer = unit.people.add(Person(PersonId(0), "李雷"))
    for hours in (24, 29):
        start = AT + timedelta(hours=hours)
        visit = Span(start, start + timedelta(hours=2))
        ticket = desk.open("delivery", customer.id, {**FACTS, "delivery_fee": "80", "delivery_free": True}, visit=visit)
        desk.act(ticket.ref, "assign", Role.DISPATCHER, assignee=driver.id)


def test_a_sheet_for_each_crew_and_one_for_the_store(desk: Shell) -> None:
    desk.kept(two_stops)
    (desk.folder / "out").mkdir()
    said = desk("stops", "--on", "2026-11-24", "--folder", "out")
    assert (said.code, said.out) == (0, "out: stops 2, crews 1.\n")
    made = sorted((desk.folder / "out").iterdir())
    assert [file.name for file in made] == ["goods-2026-11-24.pdf", "stops-2026-11-24-1.pdf"]
    assert all(file.read_bytes().startswith(b"%PDF-") for file in made)


def test_a_day_without_deliveries_has_none(desk: Shell) -> None:
    said = desk("stops", "--on", "2026-11-25", "--folder", ".")
    assert said.out == "No crew has a delivery on 2026-11-25. Nothing was written.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("stops", "--on", "9999-12-31", "--folder", "."),
        ("report", "faults", "--month", "9999-12", "--folder", "."),
        ("export", "repairs", "repairs.xlsx", "--from", "0001-01-01"),
    ],
)
def test_a_day_beyond_all_calendars_is_refused(desk: Shell, words: tuple[str, ...]) -> None:
    said = desk(*words)
    assert said.code == 2
    assert said.err.endswith("calendars are kept for the years 1900 to 2199\n")
