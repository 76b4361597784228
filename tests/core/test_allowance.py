from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.policy.allowance import Allowance


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10 seconds", Allowance(time=timedelta(seconds=10))),
        ("30 minutes", Allowance(time=timedelta(minutes=30))),
        ("30 working minutes", Allowance(time=timedelta(minutes=30), working=True)),
        ("4 working hours", Allowance(time=timedelta(hours=4), working=True)),
        ("1 working day", Allowance(days=1, working=True)),
        ("2 working days", Allowance(days=2, working=True)),
        ("3 days", Allowance(time=timedelta(days=3))),
        (" 48  Hours ", Allowance(time=timedelta(hours=48))),
    ],
)
def test_a_length_of_time_is_read_as_people_write_it(written: str, meant: Allowance) -> None:
    assert Allowance.parse(written) == meant


@pytest.mark.parametrize(
    "nonsense",
    ["", "soon", "30", "minutes", "-3 days", "1.5 hours", "2 work days", "3 weeks", "٣ days", 30, None, True],
)
def test_anything_else_is_refused_with_examples(nonsense: object) -> None:
    with pytest.raises(ValueError, match=r'is not a length of time; write e\.g\. "30 working minutes"'):
        Allowance.parse(nonsense)


@pytest.mark.parametrize("endless", ["367 days", "999999999 working days", "8785 hours"])
def test_more_than_a_year_is_absurd(endless: str) -> None:
    with pytest.raises(ValueError, match="longer than a year"):
        Allowance.parse(endless)


@given(st.integers(0, 366), st.sampled_from(["second", "minute", "hour", "day"]), st.booleans())
def test_what_is_written_out_is_read_back_the_same(number: int, unit: str, working: bool) -> None:
    allowance = Allowance.parse(f"{number} {'working ' * working}{unit}s")
    assert Allowance.parse(str(allowance)).rough == allowance.rough
    if allowance:
        assert Allowance.parse(str(allowance)) == allowance


@pytest.mark.parametrize(
    ("allowance", "written"),
    [
        (Allowance(days=1, working=True), "1 working day"),
        (Allowance(time=timedelta(hours=24), working=True), "24 working hours"),
        (Allowance(time=timedelta(hours=24)), "1 day"),
        (Allowance(time=timedelta(minutes=90)), "90 minutes"),
        (Allowance(days=2, time=timedelta(hours=4), working=True), "2 working days 4 working hours"),
        (Allowance(), "0 seconds"),
    ],
)
def test_it_is_written_in_the_largest_unit_that_fits(allowance: Allowance, written: str) -> None:
    assert str(allowance) == written


def test_nothing_is_no_allowance() -> None:
    assert not Allowance.parse("0 minutes")
    assert Allowance.parse("1 working day")


def test_a_day_of_work_is_roughly_a_day() -> None:
    assert Allowance.parse("8 working hours").rough == Allowance.parse("1 working day").rough == timedelta(days=1)
