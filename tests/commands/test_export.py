"""A ledger at the command line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from core.ledgers import LEDGERS
from core.ledgers.entry import Ledger
from core.people import Person
from core.ports import Unit
from core.tickets import Event, PersonId, Ref, Role, Ticket
from tests.commands.shell import Shell
from tests.sheets import sheet_of

SHANGHAI = ZoneInfo("Asia/Shanghai")
MIDNIGHT = datetime(2026, 10, 31, 16, tzinfo=UTC)  # in Shanghai it is the first of November
NEXT = datetime(2026, 11, 30, 16, tzinfo=UTC)
HOSTILE = ("=1+1", "+86", "-2+3", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")', "#N/A")


def lodge(desk: Shell, ref: str, at: datetime = MIDNIGHT, **facts: object) -> None:
    def work(unit: Unit) -> None:
        customer = unit.people.add(Person(PersonId(0), "王芳")).id
        ticket = Ticket(Ref(ref), "", "complaint", "new", customer, at, facts={"phone": "+8613800138000"} | facts)
        unit.tickets.add(ticket, "T", at.astimezone(SHANGHAI).date())
        unit.tickets.note(Ref(ref), Event(at, "open", Role.CUSTOMER, customer, "", "new"))

    desk.kept(work)


def export(desk: Shell, *words: str) -> list[tuple[Any, ...]]:
    """The lines under the headings."""
    said = desk("export", *words, "--from", "2026-11-01", "--to", "2026-11-30")
    assert said.code == 0, said.err
    return list(sheet_of(desk.folder / words[1]).iter_rows(min_row=2))


def test_the_month_begins_and_ends_on_the_clock_of_the_shop(desk: Shell) -> None:
    for n, at in enumerate((MIDNIGHT - timedelta(seconds=1), MIDNIGHT, NEXT - timedelta(seconds=1), NEXT)):
        lodge(desk, f"r{n}", at)
    found = export(desk, "complaints", "t.xlsx")
    assert [line[0].value for line in found] == ["T-261101-0001", "T-261130-0001"]
    assert [line[1].value for line in found] == [datetime(2026, 11, 1), datetime(2026, 11, 30, 23, 59, 59)]  # noqa: DTZ001 - on a sheet


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_customer_wrote_is_never_a_formula(desk: Shell, words: str) -> None:
    lodge(desk, "r1", name=words, words="\x01bell\x0b and " + "长" * 40_000)
    (line,) = export(desk, "complaints", "t.xlsx")
    name, phone, content = line[2], line[3], line[8]
    assert (name.data_type, name.number_format) == ("s", "@")
    assert name.quotePrefix is (words != "#N/A")
    assert name.value.strip() == words.strip()
    assert (phone.value, phone.data_type) == ("+8613800138000", "s")
    assert len(content.value) <= 32_767


@pytest.mark.rule("CMP-25")
@pytest.mark.parametrize("whose", ["138 0013 8000", "t-261101-0001"])
def test_the_file_of_one_customer_holds_all_his_complaints_and_nobody_elses(desk: Shell, whose: str) -> None:
    lodge(desk, "r1")
    lodge(desk, "r2", phone="+8613900139000")
    said = desk("export", "complaints", "t.xlsx", "--of", whose, "--to", "2026-12-31")
    assert said.code == 0, said.err
    assert [line[0].value for line in sheet_of(desk.folder / "t.xlsx").iter_rows(min_row=2)] == ["T-261101-0001"]


def test_more_than_one_page_is_complete_and_in_order(desk: Shell) -> None:
    def work(unit: Unit) -> None:
        customer = unit.people.add(Person(PersonId(0), "王芳")).id
        for n in range(1_101):
            ticket = Ticket(Ref(f"r{n}"), "", "complaint", "new", customer, MIDNIGHT)
            unit.tickets.add(ticket, "T", MIDNIGHT.astimezone(SHANGHAI).date())

    desk.kept(work)
    numbers = [line[0].value for line in export(desk, "complaints", "t.xlsx")]
    assert numbers == [f"T-261101-{n:04}" for n in range(1, 1_102)]


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda ledger: ledger.name)
def test_an_empty_ledger_has_its_headings_in_both_languages(desk: Shell, ledger: Ledger) -> None:
    assert export(desk, ledger.name, "t.xlsx") == []
    sheet = sheet_of(desk.folder / "t.xlsx")
    assert sheet.title == ledger.title.zh
    headings = [cell.value for cell in sheet[1]]
    assert headings == [column.heading for column in ledger.columns]
    assert len(set(headings)) == len(headings)


def test_only_its_owner_reads_the_file_and_nothing_is_replaced_unasked(desk: Shell) -> None:
    export(desk, "repairs", "t.xlsx")
    file = desk.folder / "t.xlsx"
    assert file.stat().st_mode & 0o077 == 0
    assert "Use --overwrite" in desk("export", "repairs", "t.xlsx").err
    assert desk("export", "repairs", "t.xlsx", "--overwrite").code == 0
    assert sorted(path.name for path in desk.folder.iterdir()) == ["data", "t.xlsx"]


def test_what_cannot_be_meant_is_refused(desk: Shell) -> None:
    assert "must end in .xlsx" in desk("export", "repairs", "t.csv").err
    assert "is before" in desk("export", "repairs", "t.xlsx", "--from", "2026-11-02", "--to", "2026-11-01").err
    assert "no/t.xlsx" in desk("export", "repairs", "no/t.xlsx").err
    assert "'gifts' is not one of" in desk("export", "gifts", "t.xlsx").err


def test_without_a_database_it_says_so(shell: Shell) -> None:
    assert "run `aftercare migrate`" in shell("export", "repairs", "t.xlsx").err
    assert not Path(shell.folder / "t.xlsx").exists()
