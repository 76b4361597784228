"""The analysis of faults, against what SQL counts by itself."""

from __future__ import annotations

import random
import sqlite3
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.people import Person
from core.ports import Unit
from core.tickets import Event, PersonId, Ref, Role, Ticket
from tests.commands.shell import Shell
from tests.sheets import sheet_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")
START, OCTOBER, NOVEMBER = (datetime(2026, n, 1, tzinfo=SHANGHAI) for n in (9, 10, 11))
FINISHED = "SELECT count(*) FROM tickets, events e WHERE e.ticket = ref AND action = 'finish' AND at >= :a AND at < :b"
OPENED = "SELECT count(*) FROM tickets WHERE opened_at >= :a AND opened_at < :b"
SAGS = " AND product = 'NOVA sofa' AND symptom = 'sofa.sagging'"
SQL = {
    "Faults reported": OPENED,
    "Repaired": FINISHED,
    "Reported again": OPENED + " AND facts ->> '$.repeats[0]' IS NOT NULL",
    "NOVA sofa, The seat has sunk in": OPENED + SAGS,
    "NOVA sofa, The seat has sunk in: Faulty material": FINISHED + SAGS + " AND e.facts ->> '$.cause' = 'material'",
}


def faults(unit: Unit) -> None:
    luck = random.Random(3)
    customer = unit.people.add(Person(PersonId(0), "王芳")).id
    for n in range(120):
        at = START + timedelta(hours=17 * n)
        facts = {"product": luck.choice(("NOVA sofa", "OAK wardrobe")), "symptom": luck.choice(("sofa.sagging", ""))}
        repeats = luck.choice(([], [], ["F-1"]))
        ref = Ref(f"r{n}")
        ticket = Ticket(ref, "", "fault", "closed", customer, at, facts=facts | {"repeats": repeats})
        unit.tickets.add(ticket, "F", at.astimezone(SHANGHAI).date())
        unit.tickets.note(ref, Event(at, "open", Role.CUSTOMER, customer, "", "new"))
        if luck.random() < 0.7:
            done = at + timedelta(days=luck.randint(0, 9))
            cause = {"cause": luck.choice(("material", "design"))}
            unit.tickets.note(ref, Event(done, "finish", Role.TECHNICIAN, customer, "on_site", "closed", cause))


@pytest.mark.rule("CAP-09")
@pytest.mark.parametrize("figure", SQL)
def test_each_figure_is_what_sql_counts(desk: Shell, figure: str) -> None:
    desk.kept(faults)
    said = desk("report", "faults", "--month", "2026-10", "--folder", ".", "--language", "en")
    assert said.code == 0, said.err
    lines = sheet_of(desk.folder / "faults-2026-10-01-2026-10-31.xlsx", "Figures").iter_rows(
        min_row=2, values_only=True
    )
    figures = {line[1]: line[2:4] for line in lines if line[0] != "Reported again"}
    assert figures[figure] == (counted(desk, figure, OCTOBER, NOVEMBER), counted(desk, figure, START, OCTOBER))
    assert all(figures[figure])


def counted(desk: Shell, figure: str, a: datetime, b: datetime) -> int:
    between = {name: (at - EPOCH) // timedelta(microseconds=1) for name, at in (("a", a), ("b", b))}
    with sqlite3.connect(desk.folder / "data" / "aftercare.db") as database:
        ((number,),) = database.execute(SQL[figure], between)
    database.close()
    return int(number)


def test_a_month_without_faults_says_so(desk: Shell) -> None:
    said = desk("report", "faults", "--month", "2026-10", "--folder", ".", "--language", "en")
    assert said.out.endswith("No faults.\n")
