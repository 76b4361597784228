"""What somebody means who answers a menu."""

from __future__ import annotations

import pytest

from bot.dialogue.choices import Offer, chosen
from bot.dialogue.numerals import whole_number

VISITS = (Offer("mon", "Mon 09:00"), Offer("tue", "Tue 09:00"), Offer("thu", "Thu 09:00"))
STARS = (Offer("5", "5"), Offer("4", "4"), Offer("1", "1"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", "mon"),
        ("１", "mon"),
        ("一", "mon"),
        ("(2)", "tue"),
        ("第三个", "thu"),
        ("thu  09:00", "thu"),
        ("tu", "tue"),
    ],
)
def test_number_label_and_beginning(text: str, value: str) -> None:
    assert chosen(text, VISITS, closed=True) == next(offer for offer in VISITS if offer.value == value)


@pytest.mark.parametrize("text", ["t", "0", "4", "", "?", "09:00", "fri", "x" * 100_000])
def test_what_is_ambiguous_or_unknown_means_nothing(text: str) -> None:
    assert chosen(text, VISITS, closed=True) is None


def test_a_label_that_is_a_number_means_itself() -> None:
    assert chosen("5", STARS, closed=True) == STARS[0]
    assert chosen("2", STARS, closed=True) == STARS[1]


def test_the_beginning_of_a_label_is_not_enough_where_own_words_are_welcome() -> None:
    assert chosen("tu", VISITS, closed=False) is None
    assert chosen("Tue 09:00", VISITS, closed=False) == VISITS[1]


def test_a_label_given_twice_means_neither_but_its_number_does() -> None:
    twice = (Offer("a", "Sofa"), Offer("b", "Sofa"))
    assert chosen("sofa", twice, closed=True) is None
    assert chosen("2", twice, closed=True) == twice[1]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("0", 0),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("四十五", 45),
        ("一百二十", 120),
        ("一百零五", 105),
        ("两", 2),
        ("٣", 3),
    ],
)
def test_numbers_as_they_are_typed(word: str, number: int) -> None:
    assert whole_number(word) == number


@pytest.mark.parametrize("word", ["", "x", "百", "1.5", "1" * 10, "十十", "²"])
def test_what_is_no_number(word: str) -> None:
    assert whole_number(word) is None
