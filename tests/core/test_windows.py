from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.phrases import Span
from core.policy.windows import Window

SHANGHAI = ZoneInfo("Asia/Shanghai")
MORNING = Window.parse(["09:00", "12:00"])
NIGHT = Window.parse(["20:00", "08:00"])


def test_a_window_holds_its_beginning_but_not_its_end() -> None:
    assert MORNING.holds(time(9))
    assert not MORNING.holds(time(12))


def test_a_night_goes_on_until_the_next_morning() -> None:
    assert NIGHT.holds(time(23))
    assert NIGHT.holds(time(7, 59))
    assert not NIGHT.holds(time(8))
    assert NIGHT.on(date(2026, 1, 18), SHANGHAI) == Span(
        datetime(2026, 1, 18, 20, tzinfo=SHANGHAI), datetime(2026, 1, 19, 8, tzinfo=SHANGHAI)
    )


def test_windows_that_only_touch_do_not_overlap() -> None:
    assert not MORNING.overlaps(Window.parse(["12:00", "14:00"]))
    assert not NIGHT.overlaps(Window.parse(["08:00", "20:00"]))
    assert NIGHT.overlaps(Window.parse(["07:00", "09:00"]))
    assert MORNING.overlaps(Window.parse(["10:00", "11:00"]))


def test_midnight_may_end_a_day_or_a_whole_day_long() -> None:
    evening, day = Window.parse(["20:00", "24:00"]), Window.parse_within_a_day(["00:00", "24:00"])
    assert evening.opening == (timedelta(hours=20), timedelta(hours=24))
    assert day.opening == (timedelta(), timedelta(hours=24))
    assert day.holds(time())
    assert evening.on(date(2026, 1, 18), UTC).end == datetime(2026, 1, 19, tzinfo=UTC)


def test_it_is_shown_as_on_a_door() -> None:
    assert str(NIGHT) == "20:00-08:00"


@pytest.mark.parametrize(
    ("nonsense", "why"),
    [
        ("09:00-12:00", "is not a window of the day"),
        (["09:00"], "is not a window of the day"),
        (["09:00", "25:00"], "not a time of day"),
        (["9 am", "12:00"], "not a time of day"),
        ([9, 12], "not a time of day"),
        (["09:00", "09:00"], "is an empty window"),
    ],
)
def test_nonsense_is_refused(nonsense: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Window.parse(nonsense)


def test_opening_hours_stay_within_a_day() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        Window.parse_within_a_day(["20:00", "08:00"])
