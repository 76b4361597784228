"""Mobile numbers are read without the library of all numbers, and yet as it reads them."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis.strategies import from_regex

from core.telephone import MOBILE, dialled, in_national_manner

NUMBERS = from_regex(MOBILE, fullmatch=True)


@given(NUMBERS)
def test_a_mobile_number_is_read_as_the_library_reads_it(text: str) -> None:
    number = phonenumbers.parse(text, "CN")
    assert phonenumbers.is_valid_number(number)
    assert dialled(text, "CN") == number


@given(NUMBERS)
def test_a_mobile_number_is_shown_as_the_library_shows_it(text: str) -> None:
    number = phonenumbers.parse(text, "CN")
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    assert in_national_manner(text, "CN") == shown


@pytest.mark.parametrize(
    ("region", "shown"), [("CN", "138 0013 8000"), ("HK", "+86 138 0013 8000"), ("US", "+86 138 0013 8000")]
)
def test_elsewhere_it_is_shown_with_its_country(region: str, shown: str) -> None:
    assert in_national_manner("+8613800138000", region) == shown


def test_elsewhere_the_same_digits_are_no_chinese_number() -> None:
    assert dialled("13800138000", "HK") is None
