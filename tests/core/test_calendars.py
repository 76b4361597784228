"""How calendars are written, and what the clock on the wall does to them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from core.worktime import Calendar, Interval, Unreadable, before, deadline, elapsed

HOUR = timedelta(hours=1)
SUNDAY = {"sun": [["02:30", "09:00"]]}


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def open_on(zone: str, day: str, *hours: tuple[str, str]) -> list[str]:
    """The windows of one day in the zone's own time, with the offset."""
    calendar = Calendar.from_dict({"tz": zone, "hours": {}, "extra_days": {day: hours}})
    on = calendar.on(date.fromisoformat(day))
    return [f"{w.start.astimezone(calendar.zone):%H:%M%z} {w.end.astimezone(calendar.zone):%H:%M%z}" for w in on]


@pytest.mark.parametrize(
    ("opens", "closes", "windows"),
    [
        ("01:00", "04:00", ["01:00+0100 04:00+0200"]),
        ("02:30", "09:00", ["03:30+0200 09:00+0200"]),
        ("01:00", "02:30", ["01:00+0100 03:00+0200"]),
        ("02:30", "03:15", []),
        ("02:10", "02:50", []),
        ("02:00", "03:00", []),
    ],
)
def test_nobody_works_in_the_hour_that_is_skipped(opens: str, closes: str, windows: list[str]) -> None:
    assert open_on("Europe/Berlin", "2024-03-31", (opens, closes)) == windows


@pytest.mark.parametrize(
    ("opens", "closes", "windows"),
    [
        ("01:00", "04:00", ["01:00+0200 04:00+0100"]),
        ("02:30", "09:00", ["02:30+0200 09:00+0100"]),
        ("01:00", "02:30", ["01:00+0200 02:30+0200"]),
    ],
)
def test_a_time_that_comes_twice_is_its_first_coming(opens: str, closes: str, windows: list[str]) -> None:
    assert open_on("Europe/Berlin", "2024-10-27", (opens, closes)) == windows


def test_the_day_that_samoa_left_out_has_no_working_time() -> None:
    assert open_on("Pacific/Apia", "2011-12-30", ("00:00", "24:00")) == []
    assert open_on("Pacific/Apia", "2011-12-30", ("09:00", "18:00")) == []


def test_a_night_is_not_torn_when_the_clock_goes_back_over_midnight() -> None:
    st_johns = Calendar.from_dict({"tz": "America/St_Johns", "hours": {"sun": [["00:00", "24:00"]]}})
    again_saturday = moment("2008-11-02T03:00+00:00")
    assert again_saturday.astimezone(st_johns.zone).isoformat() == "2008-11-01T23:30:00-03:30"
    assert before(st_johns, again_saturday, HOUR / 4) == again_saturday - HOUR / 4
    assert elapsed(st_johns, again_saturday - HOUR / 4, again_saturday) == HOUR / 4


def test_windows_go_forwards_and_backwards() -> None:
    calendar = Calendar.from_dict({"tz": "UTC", "hours": {"mon": [["13:00", "17:00"], ["09:00", "12:00"]]}})
    start, end = moment("2024-01-08T10:00Z"), moment("2024-01-08T14:00Z")
    morning = Interval(start, moment("2024-01-08T12:00Z"))
    assert list(calendar.windows(start, end)) == [morning, Interval(moment("2024-01-08T13:00Z"), end)]
    assert next(calendar.windows_before(end)) == Interval(moment("2024-01-08T13:00Z"), end)
    assert list(calendar.windows(end, start)) == []


def test_hours_that_touch_or_overlap_are_one_window() -> None:
    hours = ("09:00", "12:00"), ("12:00", "14:00"), ("13:00", "13:30")
    assert open_on("UTC", "2024-01-08", *hours) == ["09:00+0000 14:00+0000"]


def test_a_closure_is_taken_out_of_the_windows() -> None:
    calendar = Calendar.from_dict(
        {
            "tz": "UTC",
            "hours": {"mon": [["09:00", "17:00"]]},
            "closures": [["2024-01-08T10:00Z", "2024-01-08T11:00Z"], ["2024-01-08T16:00Z", "2024-01-09T11:00Z"]],
        }
    )
    assert [w.start.hour for w in calendar.on(date(2024, 1, 8))] == [9, 11]
    assert elapsed(calendar, moment("2024-01-08T00:00Z"), moment("2024-01-09T00:00Z")) == 6 * HOUR


def test_dates_and_times_may_come_as_toml_gives_them() -> None:
    calendar = Calendar.from_dict(
        {
            "tz": "UTC",
            "hours": {"mon": [["9:00", "17:00:30"]]},
            "holidays": [date(2024, 1, 8)],
            "closures": [[datetime(2024, 1, 15, tzinfo=UTC), datetime(2024, 1, 16, tzinfo=UTC)]],
            "note": "what else is written does not matter",
        }
    )
    assert deadline(calendar, moment("2024-01-08T10:00Z"), timedelta()) == moment("2024-01-22T09:00Z")


def test_a_calendar_is_a_value() -> None:
    written = {"tz": "UTC", "hours": SUNDAY}
    one, other = Calendar.from_dict(written), Calendar.from_dict(written)
    assert list(one.windows(moment("2024-01-08T10:00Z"), moment("2024-03-08T10:00Z")))
    assert one == other
    assert len({one, other}) == 1


def test_an_answer_over_decades_forgets_no_day() -> None:
    sundays = Calendar.from_dict({"tz": "UTC", "hours": {"sun": [["10:00", "11:00"]]}})
    start, end = moment("1990-01-01T00:00Z"), moment("2029-12-31T00:00Z")
    assert elapsed(sundays, start, end) == (end - start) // timedelta(days=7) * HOUR
    assert elapsed(sundays, start, end) == sum((elapsed(sundays, a, b) for a, b in decades()), timedelta())


def decades() -> list[tuple[datetime, datetime]]:
    years = [datetime(year, 1, 1, tzinfo=UTC) for year in (1990, 2000, 2010, 2020)]
    return [*zip(years, [*years[1:], moment("2029-12-31T00:00Z")], strict=True)]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"tz": None}, "tz: is missing"),
        ({"tz": 8}, "tz: must be a text, not int"),
        ({"tz": "Mars/Olympus"}, "tz: 'Mars/Olympus' is not a time zone"),
        ({"tz": "Europe"}, "tz: 'Europe' is not a time zone"),
        ({"tz": "../passwd"}, "tz: '../passwd' is not a time zone"),
        ({"hours": {"monday": []}}, "hours: 'monday' is not one of mon, tue, wed, thu, fri, sat, sun"),
        ({"hours": {"mon": "09:00-18:00"}}, "hours.mon: must be a list, not str"),
        ({"hours": {"mon": [["09:00"]]}}, "hours.mon[0]: must be a pair, from and to"),
        ({"hours": {"mon": [["09:00", "24:01"]]}}, "hours.mon[0]: '24:01' is not a time of day such as 09:00 or 24:00"),
        ({"hours": {"mon": [["nine", "10:00"]]}}, "hours.mon[0]: 'nine' is not a time of day such as 09:00 or 24:00"),
        ({"hours": {"mon": [["22:00", "06:00"]]}}, "hours.mon[0]: closes before it opens"),
        ({"holidays": ["1 May"]}, "holidays[0]: '1 May' is not a date such as 2024-02-04"),
        ({"extra_days": {"2024-02-04": [[1, 2]]}}, "extra_days.2024-02-04[0]: must be a text, not int"),
        ({"closures": [["soon", "later"]]}, "closures[0]: 'soon' is not a time such as 2024-02-04T09:00:00+08:00"),
        ({"closures": [["2024-02-04T09:00", "2024-02-04T10:00"]]}, "closures[0]: 2024-02-04T09:00:00 has no offset"),
        ({"closures": [["2024-02-04T09:00Z", "2024-02-04T08:00Z"]]}, "closures[0]: ends before it starts"),
    ],
)
def test_what_is_wrong_is_named_with_its_key(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        Calendar.from_dict({"tz": "UTC", "hours": SUNDAY, **wrong})
    assert str(refusal.value).startswith(message)


def test_a_calendar_is_an_object() -> None:
    with pytest.raises(Unreadable, match="calendar: must be an object, not list"):
        Calendar.from_dict([])
