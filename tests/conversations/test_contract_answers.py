"""What a clerk and a store keeper type: days, the lines of a contract, some of its lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.dialogue.answer import Misunderstood
from bot.dialogue.contract_lines import ContractLines
from bot.dialogue.days import Day, day_in
from bot.dialogue.some_lines import SomeLines, every_line
from bot.envelope import Photo, Text
from core.contracts import ContractLine
from core.phrases import in_english, say
from core.tickets import Role
from tests.conversations.desks import room

TODAY = date(2026, 11, 23)
SOFA = ContractLine("NOVA sofa", "sofa", "NOVA-3", 1, Decimal(3999))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-11-30", date(2026, 11, 30)),
        ("11月30日", date(2026, 11, 30)),
        ("11-30", date(2026, 11, 30)),
        ("1.15", date(2027, 1, 15)),
        ("明天", date(2026, 11, 24)),
        ("tomorrow", date(2026, 11, 24)),
        ("周五", date(2026, 11, 27)),
        ("下周五", date(2026, 12, 4)),
        ("星期天", date(2026, 11, 29)),
        ("friday", date(2026, 11, 27)),
        ("next monday", date(2026, 11, 30)),
        ("2.30", None),
        ("soon", None),
    ],
)
def test_a_day_to_come(said: str, day: date | None) -> None:
    assert day_in(said, TODAY, ahead=True) == day


def test_without_a_year_a_day_of_the_past_is_the_last_one() -> None:
    assert day_in("12-30", TODAY, ahead=False) == date(2025, 12, 30)
    assert day_in("11-20", TODAY, ahead=False) == date(2026, 11, 20)
    assert day_in("周五", TODAY, ahead=False) == date(2026, 11, 20)


def test_a_day_out_of_reach_is_asked_again_with_one_within() -> None:
    here = room(Role.SALES_CLERK, "", "en").occasion()
    with pytest.raises(Misunderstood) as no:
        Day(0, 366).read(Text("2026-11-20"), here)
    assert in_english(no.value.hint) == "Please give a day, such as 2026-11-23."


@pytest.mark.rule("ORD-02")
@pytest.mark.parametrize(
    "said",
    [
        "NOVA sofa, NOVA-3, 1, 3999",
        "NOVA sofa，nova-3，１，¥3,999.00元".replace("3,999", "3999"),
        "  NOVA sofa | NOVA-3 | 1 | 3999  ;",
    ],
)
def test_a_line_in_many_hands(said: str) -> None:
    here = room(Role.SALES_CLERK, "", "en").occasion()
    answer = ContractLines()
    (line,) = answer.read(Text(said), here)
    assert line == SOFA
    assert answer.recall(answer.keep((line,))) == (line,)


@pytest.mark.rule("ORD-02")
@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("NOVA sofa, NOVA-3, 1", "Line 1, “NOVA sofa, NOVA-3, 1”: four things are needed"),
        ("a, b, 0, 3", "the quantity is a number from 1 to 9999"),
        ("a, b, 1, cheap", "the price is a number"),
        ("a, b, 1, 3\nc, B, 2, 4", "A model stands there twice."),
        ("a, " + "b" * 101 + ", 1, 3", "product and model have at most 100 characters"),
        ("a, b, 1, 3\n" * 31, "From 1 to 30 lines, please."),
    ],
)
def test_what_is_wrong_with_a_line_is_said(said: str, why: str) -> None:
    here = room(Role.SALES_CLERK, "", "en").occasion()
    with pytest.raises(Misunderstood) as no:
        ContractLines().read(Text(said), here)
    assert why in here.words(no.value.hint)


@pytest.mark.rule("ORD-03")
@pytest.mark.parametrize(("said", "kept"), [("1 2", "1,2"), ("2、1", "1,2"), ("二", "2"), ("1 and 2", "1,2")])
def test_several_lines_by_their_numbers(said: str, kept: str) -> None:
    here = room(Role.STORE_KEEPER, "order new", "en").occasion()
    answer = SomeLines(every_line, say("Nothing is missing"), say("All of it is missing"))
    assert answer.keep(answer.read(Text(said), here)) == kept
    assert answer.recall(kept) == answer.read(Text(said), here)


@pytest.mark.parametrize("said", [Text("3"), Text("0"), Text("the sofa"), Photo("a")])
def test_a_line_that_is_not_there_is_asked_again(said: Text | Photo) -> None:
    here = room(Role.STORE_KEEPER, "order new", "en").occasion()
    with pytest.raises(Misunderstood):
        SomeLines(every_line, say("Nothing is missing"), say("All of it is missing")).read(said, here)
