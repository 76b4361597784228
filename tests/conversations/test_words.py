"""How sentences, days and lengths of time are said in each language."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.clean import clean, has_substance
from bot.dialogue.words import Words
from core.phrases import Phrase, Span, Value, say
from tests.conversations.sample import said
from tests.conversations.transcript import SHANGHAI

ENGLISH, CHINESE = Words("en", SHANGHAI), Words("zh_CN", SHANGHAI)
NINE = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


class Checklist:
    """A text of the shop's own, in both languages."""

    def in_(self, language: str) -> str:
        return "鞋套" if language == "zh_CN" else "shoe covers"


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        ("Ann", "Ann", "Ann"),
        (3, "3", "3"),
        (Phrase("Cancel"), "Cancel", "取消"),
        (NINE, "Sun 22 Nov, 09:00", "11月22日 周日 09:00"),
        (Span(NINE, NINE + timedelta(hours=3)), "Sun 22 Nov, 09:00–12:00", "11月22日 周日 09:00–12:00"),
        (Span(NINE, NINE + timedelta(hours=15)), "Sun 22 Nov, 09:00–24:00", "11月22日 周日 09:00–24:00"),
        (
            Span(NINE, NINE + timedelta(days=1)),
            "Sun 22 Nov, 09:00 – Mon 23 Nov, 09:00",
            "11月22日 周日 09:00 – 11月23日 周一 09:00",
        ),
        (timedelta(minutes=30), "30 minutes", "30分钟"),
        (timedelta(hours=2), "2 hours", "2小时"),
        (timedelta(hours=1, minutes=1, seconds=40), "1 hour 2 minutes", "1小时2分钟"),
        (timedelta(days=1, minutes=5), "1 day 5 minutes", "1天5分钟"),
        (timedelta(seconds=40), "40 seconds", "40秒"),
        (timedelta(seconds=59.7), "1 minute", "1分钟"),
        (timedelta(0), "0 minutes", "0分钟"),
        (timedelta(seconds=-0.1), "0 minutes", "0分钟"),
        (timedelta(minutes=-90), "-1 hour 30 minutes", "-1小时30分钟"),
        (("a", 2, Phrase("Yes")), "a, 2, Yes", "a、2、是"),
        (Checklist(), "shoe covers", "鞋套"),
        (
            Phrase("Greeted at once: {share}% of {n}", {"share": 90, "n": 10}),
            "Greeted at once: 90% of 10",
            "即时问候：90%（共 10 次）",
        ),
        (
            Phrase("{label}: {answer}", {"label": Phrase("Back"), "answer": NINE}),
            "Back: Sun 22 Nov, 09:00",
            "返回：11月22日 周日 09:00",
        ),
    ],
)
def test_a_value_is_said_as_people_say_it(value: Value, english: str, chinese: str) -> None:
    assert (ENGLISH(value), CHINESE(value)) == (english, chinese)


def test_times_are_said_in_the_shops_zone() -> None:
    assert Words("en", UTC)(NINE) == "Sun 22 Nov, 01:00"


def test_money_is_said_in_the_shops_currency() -> None:
    assert (CHINESE.money(120), Words("en", UTC, "EUR").money(Decimal("9.5"))) == ("¥120.00", "€9.50")


def test_what_somebody_wrote_is_never_read_as_a_pattern() -> None:
    assert ENGLISH(Phrase("{a} and {b}", {"a": "{b} {0} %s {", "b": "x"})) == "{b} {0} %s { and x"


def test_a_forgotten_value_does_not_stop_the_sentence() -> None:
    assert ENGLISH(Phrase("{number} is {state}.", {"number": "R-1"})) == "R-1 is …."


def test_a_sentence_without_translation_is_said_in_english() -> None:
    assert CHINESE(said("Not in any catalogue")) == "Not in any catalogue"


def test_what_found_its_way_here_unexpectedly_is_shown_as_it_is() -> None:
    surprise: Value = None  # type: ignore[assignment]
    assert ENGLISH(Phrase("{x}", {"x": surprise})) == "None"


def test_a_place_at_the_end_that_is_empty_leaves_no_blank_line() -> None:
    assert ENGLISH(Phrase("Booked.\n{note}", {"note": ""})) == "Booked."


def test_what_cannot_be_seen_or_stored_or_turns_the_line_is_left_out() -> None:
    assert ENGLISH("a\x00\u202eb\u2066\ud800\x85\r\nc\td\ufeff ") == "ab\nc d"
    assert ENGLISH("שלום <b>👩‍🔧</b>") == "שלום <b>👩‍🔧</b>"


@given(st.text(st.characters(codec=None)))
def test_whatever_was_cleaned_can_be_stored_and_is_clean(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert "\x00" not in cleaned.encode().decode()
    assert ENGLISH(Phrase("{x}", {"x": text})) == cleaned


def test_joiners_alone_are_nothing() -> None:
    assert not has_substance("\u200b \u200d")
    assert has_substance("👍")


def test_say_marks_a_sentence_and_keeps_its_values() -> None:
    assert ENGLISH(say("Yes")) == "Yes"
