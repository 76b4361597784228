"""The analysis of complaints, against what SQL counts by itself."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from bot.printing.chart import chinese_face
from core.casework.complaining import Grievance, complain
from core.desk import Desk
from core.opening import shop_with
from core.people import Person
from core.ports import Unit
from core.ports.reports import Kept
from core.reports.analysing import month_of
from core.reports.complaint_report import Greeted, Report
from core.reports.report_record import as_json
from core.tickets import PersonId, Role
from tests.commands.shell import Shell
from tests.core.policies import policy
from tests.sheets import sheet_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
START, OCTOBER, NOVEMBER = (datetime(2026, n, 1, tzinfo=ZoneInfo("Asia/Shanghai")) for n in (8, 10, 11))
STORIES = (
    "", "withdraw", "route plan", "make_major route", "make_major make_ordinary route plan answer",
    "route plan answer satisfied", "make_major route plan answer satisfied", "route plan answer close",
    "route plan answer not_satisfied route plan answer satisfied", "route plan answer not_satisfied",
)  # fmt: skip
CUSTOMERS = {"withdraw", "satisfied", "not_satisfied"}
REPORT = "complaints-2026-10-01-2026-10-31"


def lives(unit: Unit) -> None:
    """Complaints from August to the end of the year, each going its own way."""
    luck, shop = random.Random(7), shop_with(policy(), START)
    clerk = unit.people.add(Person(PersonId(0), "小陈", roles=frozenset({Role.MANAGER}))).id
    for n in range(90):
        at = START + timedelta(hours=31 * n)
        customer = unit.people.add(Person(PersonId(0), f"客户{n}")).id
        told = Grievance(luck.choice(("quality", "service", "conduct")), "words", "wish", "name")
        if n % 3 == 0:
            repair = Desk(unit, shop, at).open("fault", customer, {"product": "NOVA sofa", "question": True})
            told = replace(told, ticket=repair.ref)
        ref = complain(Desk(unit, shop, at), customer, told).ref
        for action in luck.choice(STORIES).split():
            at += timedelta(hours=luck.choice((1, 5, 30, 60)))
            by, who = (Role.CUSTOMER, customer) if action in CUSTOMERS else (Role.MANAGER, clerk)
            told_then: dict[str, dict[str, Any]] = {
                "route": {"units": luck.sample(("workmanship", "material", "service"), luck.choice((1, 2)))},
                "answer": {"cause": luck.choice(("workmanship", "material")), "result": "result"},
            }
            facts = told_then.get(action, {"reason": "reason"})
            if action == "plan" and told.subject == "quality":
                Desk(unit, shop, at).act(ref, "decide_liability", Role.MANAGER, clerk, {"liable": "supplier"})
            Desk(unit, shop, at).act(ref, action, by, who, facts, assignee=clerk if action == "route" else None)


SQL = {
    "Production (workmanship)": "SELECT number FROM tickets WHERE opened_at >= :a AND opened_at < :b"
    " AND (SELECT e.facts ->> '$.units' FROM events e WHERE e.ticket = ref AND action = 'route' AND at < :b"
    " ORDER BY id DESC LIMIT 1) LIKE '%workmanship%'",
    "not routed yet": "SELECT number FROM tickets WHERE opened_at >= :a AND opened_at < :b"
    " AND NOT EXISTS (SELECT 1 FROM events e WHERE e.ticket = ref AND action = 'route' AND at < :b)",
    "NOVA sofa": "SELECT t.number FROM tickets t, tickets f WHERE t.parent = f.ref AND t.opened_at >= :a"
    " AND t.opened_at < :b AND f.facts ->> '$.product' = 'NOVA sofa'",
    "Lodged": "SELECT number FROM tickets WHERE opened_at >= :a AND opened_at < :b",
    "Quality of the product": "SELECT number FROM tickets WHERE opened_at >= :a AND opened_at < :b"
    " AND facts ->> '$.subject' = 'quality'",
    "The customer is satisfied": "SELECT number FROM tickets, events e WHERE e.ticket = ref AND action = 'satisfied'"
    " AND at >= :a AND at < :b",
    "The customer is not satisfied": "SELECT number FROM tickets, events e WHERE e.ticket = ref"
    " AND action = 'not_satisfied' AND at >= :a AND at < :b",
    "Closed without his word": "SELECT number FROM tickets, events e WHERE e.ticket = ref AND action = 'close'"
    " AND at >= :a AND at < :b",
    "withdrawn": "SELECT number FROM tickets, events e WHERE e.ticket = ref AND action = 'withdraw'"
    " AND at >= :a AND at < :b",
    "Answered in time": "SELECT number FROM tickets, events e WHERE e.ticket = ref AND action = 'answer' AND at >= :a"
    " AND at < :b AND NOT EXISTS (SELECT 1 FROM clocks c WHERE c.ticket = ref AND promise = 'result'"
    " AND ended_at = at AND due_at < at AND NOT warning)",
    "Answered late": "SELECT number FROM tickets, events e WHERE e.ticket = ref AND action = 'answer' AND at >= :a"
    " AND at < :b AND EXISTS (SELECT 1 FROM clocks c WHERE c.ticket = ref AND promise = 'result'"
    " AND ended_at = at AND due_at < at AND NOT warning)",
    "Open at the end": "SELECT number FROM tickets WHERE (SELECT target FROM events e WHERE e.ticket = ref AND at < :b"
    " ORDER BY id DESC LIMIT 1) NOT IN ('closed', 'cancelled')",
    "Material": "SELECT number FROM tickets WHERE (SELECT e.facts ->> '$.cause' FROM events e"
    " WHERE e.ticket = ref AND action = 'answer' AND at >= :a AND at < :b ORDER BY id DESC LIMIT 1) = 'material'",
    "Major ones": "SELECT number FROM tickets WHERE opened_at >= :a AND opened_at < :b AND 'make_major' = (SELECT"
    " action FROM events e WHERE e.ticket = ref AND action LIKE 'make_m%' AND at < :b OR e.ticket = ref AND"
    " action = 'make_ordinary' AND at < :b ORDER BY id DESC LIMIT 1)",
}


def microseconds(at: datetime) -> int:
    return (at - EPOCH) // timedelta(microseconds=1)


@pytest.fixture
def told(desk: Shell) -> Shell:
    desk.kept(lives)
    return desk


def asked(desk: Shell, *words: str) -> str:
    said = desk("report", "complaints", "--folder", ".", "--language", "en", *words)
    assert said.code == 0, said.err
    return said.out


@pytest.mark.rule("CMP-13")
@pytest.mark.parametrize("figure", SQL)
def test_each_figure_and_its_cases_are_what_sql_counts(told: Shell, figure: str) -> None:
    asked(told, "--month", "2026-10")
    file = told.folder / f"{REPORT}.xlsx"
    figures = {line[1]: line[2] for line in sheet_of(file, "Figures").iter_rows(min_row=2, values_only=True)}
    lines = [line for line in sheet_of(file, "Cases").iter_rows(min_row=2, values_only=True) if line[1] == figure]
    with sqlite3.connect(told.folder / "data" / "aftercare.db") as database:
        between = {"a": microseconds(OCTOBER), "b": microseconds(NOVEMBER)}
        expected = Counter(number for (number,) in database.execute(SQL[figure], between) if number[0] == "T")
    database.close()
    assert expected
    assert figures[figure] == expected.total()
    assert Counter(line[3] for line in lines if line[2] == "This period") == expected


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_picture_has_a_bar_for_each_period(told: Shell, language: str) -> None:
    said = told("report", "complaints", "--month", "2026-10", "--folder", ".", "--language", language)
    assert bool(said.err) is (language == "zh_CN" and chinese_face() is None)
    with Image.open(told.folder / f"{REPORT}.png") as picture:
        colours = {colour for _, colour in picture.getcolors(1 << 16) or []}
        assert picture.width == 1000
    assert {(0x1F, 0x6F, 0xEB), (0xB9, 0xC4, 0xD0)} <= colours


@pytest.mark.rule("CMP-13")
def test_the_month_before_stands_beside_it(told: Shell) -> None:
    text = asked(told, "--month", "2026-10")
    assert text.startswith("Complaints from 2026-10-01 to 2026-10-31, and from 2026-09-01 to 2026-09-30\n")
    september = asked(told, "--month", "2026-09")
    before = {line.split(": ")[0]: line.split("(")[1][:-1] for line in text.splitlines()[1:]}
    for line in september.splitlines()[1:]:
        what, _, numbers = line.partition(": ")
        assert before.get(what, "0") == numbers.split(" ")[0]


def test_the_same_period_gives_the_same_figures_whatever_happened_since(desk: Shell) -> None:
    def some(unit: Unit) -> None:
        customer = unit.people.add(Person(PersonId(0), "王芳")).id
        complain(Desk(unit, SHOP, OCTOBER), customer, Grievance("service", "words", "wish", "name"))

    def later(unit: Unit) -> None:
        ticket = unit.tickets.numbered("T-261001-0001")
        assert ticket
        Desk(unit, SHOP, NOVEMBER).act(ticket.ref, "make_major", Role.MANAGER, ticket.customer)
        Desk(unit, SHOP, NOVEMBER).act(ticket.ref, "withdraw", Role.CUSTOMER, ticket.customer, {"reason": "no"})

    desk.kept(some)
    first = asked(desk, "--month", "2026-10")
    desk.kept(later)
    assert asked(desk, "--month", "2026-10") == first
    assert "withdrawn: 1 (0)" in asked(desk, "--from", "2026-11-01", "--to", "2026-11-02")


def test_what_was_counted_when_the_month_was_over_is_said_again(desk: Shell) -> None:
    october, september = month_of(2026, 10), month_of(2026, 9)
    counted = as_json(Report(october, september, (), Greeted(4, 3)))
    desk.kept(lambda unit: unit.reports.keep(Kept(october.first, october.last, NOVEMBER, counted)))
    assert "Greeted at once: 75.0% of 4" in asked(desk, "--month", "2026-10")
    assert "Greeted at once" not in asked(desk, "--from", "2026-10-01", "--to", "2026-10-30")


SHOP = shop_with(policy(), START)


def test_nothing_and_nonsense(desk: Shell) -> None:
    assert asked(desk, "--month", "2026-10").endswith("No complaints.\n")
    assert "Give either --month" in desk("report", "complaints", "--folder", ".").err
    assert "Give either --month" in desk(
        "report", "complaints", "--folder", ".", "--from", "2026-10-02", "--to", "2026-10-01"
    ).err  # fmt: skip
