"""China's public holidays in a shop's calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from core.worktime import Calendar, deadline, elapsed
from core.worktime.holidays import known_until, with_chinese_holidays
from core.worktime.opening_hours import read_hours
from tests.core.vectors import CALENDARS

OFFICE = [["09:00", "18:00"]]
WEEK = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), OFFICE)
HOUR = timedelta(hours=1)
MAKE_UP = read_hours(OFFICE, "make_up")


def shop(**more: object) -> Calendar:
    return Calendar.from_dict({"tz": "Asia/Shanghai", "hours": WEEK, **more})


def shanghai(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


def test_the_days_are_those_the_state_council_announced() -> None:
    announced = Calendar.from_dict(CALENDARS["cn_9_18"])
    assert with_chinese_holidays(shop(), (2024, 2025, 2026), MAKE_UP) == announced


def test_a_fault_reported_before_spring_festival_is_due_after_it() -> None:
    calendar = with_chinese_holidays(shop(), [2025], MAKE_UP)
    assert deadline(calendar, shanghai("2025-01-27T17:30"), 2 * HOUR) == shanghai("2025-02-05T10:30")
    assert deadline(shop(), shanghai("2025-01-27T17:30"), 2 * HOUR) == shanghai("2025-01-28T10:30")


def test_on_the_make_up_sunday_the_given_hours_are_worked() -> None:
    calendar = with_chinese_holidays(shop(), [2025], read_hours([["10:00", "15:00"]], "make_up"))
    assert elapsed(calendar, shanghai("2025-09-28T00:00"), shanghai("2025-09-29T00:00")) == 5 * HOUR


@pytest.mark.parametrize(
    ("own", "day", "worked"),
    [
        ({"extra_days": {"2025-10-01": [["10:00", "12:00"]]}}, "2025-10-01", 2),
        ({"extra_days": {"2025-09-28": [["10:00", "12:00"]]}}, "2025-09-28", 2),
        ({"holidays": ["2025-09-28"]}, "2025-09-28", 0),
        ({"holidays": ["2025-09-29"]}, "2025-09-29", 0),
    ],
)
def test_what_the_shop_says_of_a_day_itself_stays(own: dict[str, object], day: str, worked: int) -> None:
    calendar = with_chinese_holidays(shop(**own), [2025], MAKE_UP)
    begins = shanghai(f"{day}T00:00")
    assert elapsed(calendar, begins, begins + 24 * HOUR) == worked * HOUR


def test_a_year_nobody_has_announced_has_plain_weekdays() -> None:
    unknown = known_until().year + 1
    assert with_chinese_holidays(shop(), [unknown], MAKE_UP) == shop()
    assert known_until() >= date(2026, 12, 31)
