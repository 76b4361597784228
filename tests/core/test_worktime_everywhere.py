"""What holds of working time in every zone, with any hours, leave and pauses."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import assume, given
from hypothesis import strategies as st

from core.worktime import Calendar, Interval, before, deadline, deadline_days, elapsed, explain
from core.worktime.opening_hours import Opening

ZONES = sorted(available_timezones())
QUARTER = timedelta(minutes=15)
STEP = timedelta(minutes=5)
MICROSECOND = timedelta(microseconds=1)


zones = st.sampled_from(ZONES).map(ZoneInfo)
edges = st.lists(st.integers(0, 96), min_size=2, max_size=6, unique=True).map(sorted)
hours = edges.map(lambda at: tuple(Opening(a * QUARTER, b * QUARTER) for a, b in zip(at[::2], at[1::2], strict=False)))
instants = st.datetimes(datetime(1975, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
allowances = st.timedeltas(timedelta(), timedelta(days=30))
stretches = st.timedeltas(timedelta(), timedelta(days=4))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    week = draw(st.lists(hours | st.just(()), min_size=7, max_size=7).filter(any))
    return Calendar(draw(zones), tuple(week))


@st.composite
def pauses_after(draw: st.DrawFn, start: datetime) -> list[tuple[datetime, datetime]]:
    lengths = draw(st.lists(st.tuples(stretches, stretches), max_size=5))
    return [(start + ahead, start + ahead + length) for ahead, length in lengths]


@given(calendars(), instants, allowances, st.data())
def test_at_the_deadline_exactly_the_allowance_has_passed(
    calendar: Calendar, start: datetime, allowance: timedelta, data: st.DataObject
) -> None:
    pauses = data.draw(pauses_after(start))
    due = deadline(calendar, start, allowance, pauses)
    assert due >= start
    assert elapsed(calendar, start, due, pauses) == allowance
    assert sum((window.counted for window in explain(calendar, start, allowance, pauses)), timedelta()) == allowance


@given(calendars(), instants, allowances, allowances, st.data())
def test_a_deadline_is_reached_in_two_steps_as_in_one(
    calendar: Calendar, start: datetime, first: timedelta, second: timedelta, data: st.DataObject
) -> None:
    pauses = data.draw(pauses_after(start))
    assume(first)
    half_way = deadline(calendar, start, first, pauses)
    assert deadline(calendar, half_way, second, pauses) == deadline(calendar, start, first + second, pauses)
    assert half_way <= deadline(calendar, start, first + second, pauses)


@given(calendars(), instants, allowances.filter(bool), st.data())
def test_going_back_from_a_deadline_leads_to_where_its_time_began(
    calendar: Calendar, start: datetime, allowance: timedelta, data: st.DataObject
) -> None:
    pauses = data.draw(pauses_after(start))
    due = deadline(calendar, start, allowance, pauses)
    began = before(calendar, due, allowance, pauses)
    assert began >= start
    assert elapsed(calendar, start, began, pauses) == timedelta()
    assert deadline(calendar, began, allowance, pauses) == due


@given(calendars(), instants, allowances)
def test_going_back_and_forth_counts_the_same_time(calendar: Calendar, end: datetime, allowance: timedelta) -> None:
    began = before(calendar, end, allowance)
    assert elapsed(calendar, began, end) == allowance
    assert elapsed(calendar, end, began) == -allowance
    assert elapsed(calendar, deadline(calendar, began, allowance), end) == timedelta()


@given(calendars(), instants, allowances, st.data())
def test_the_order_of_pauses_does_not_matter_and_closing_is_like_pausing(
    calendar: Calendar, start: datetime, allowance: timedelta, data: st.DataObject
) -> None:
    pauses = data.draw(pauses_after(start))
    due = deadline(calendar, start, allowance, pauses)
    assert deadline(calendar, start, allowance, data.draw(st.permutations(pauses))) == due
    assert deadline(calendar.without(pauses), start, allowance) == due
    assert deadline(calendar, start, allowance, pauses[1:]) <= due


@given(calendars(), instants, st.integers(0, 60), st.booleans(), st.data())
def test_more_days_are_never_due_earlier(
    calendar: Calendar, start: datetime, days: int, to_closing: bool, data: st.DataObject
) -> None:
    pauses = data.draw(pauses_after(start))
    due = deadline_days(calendar, start, days, end_of_working_day=to_closing, pauses=pauses)
    assert start <= due <= deadline_days(calendar, start, days + 1, end_of_working_day=to_closing, pauses=pauses)


@given(zones, instants, allowances)
def test_round_the_clock_every_microsecond_counts_in_every_zone(
    zone: ZoneInfo, start: datetime, allowance: timedelta
) -> None:
    calendar = Calendar(zone, ((Opening(timedelta(), timedelta(days=1)),),) * 7)
    assert deadline(calendar, start, allowance) == start + allowance
    assert before(calendar, start, allowance) == start - allowance
    assert elapsed(calendar, start, start + MICROSECOND) == MICROSECOND


@given(st.data(), zones, st.integers(1975, 2037), hours)
def test_where_the_clock_changes_working_time_is_what_the_wall_showed(
    data: st.DataObject, zone: ZoneInfo, year: int, opening: tuple[Opening, ...]
) -> None:
    day = data.draw(st.sampled_from(days_of_change(zone, year)))
    assume(not any(is_doubtful(day, edge, zone) for pair in opening for edge in pair))
    calendar = Calendar(zone, ((),) * 7, extra_days={day: opening})
    start, end = (datetime.combine(day, time(), UTC) + timedelta(days=n) for n in (-1, 2))
    shown = (at.astimezone(zone) for at in every_step(Interval(start, end)))
    inside = [wall for wall in shown if wall.date() == day and is_open(wall.time(), opening)]
    assert elapsed(calendar, start, end) == len(inside) * STEP


@cache
def days_of_change(zone: ZoneInfo, year: int) -> list[date]:
    midnights = [datetime(year, 1, 1, tzinfo=zone) + timedelta(days=n) for n in range(365)]
    changes = [a.date() for a, b in pairwise(midnights) if a.utcoffset() != b.utcoffset()]
    return changes or [date(year, 1, 1)]


def is_doubtful(day: date, edge: timedelta, zone: ZoneInfo) -> bool:
    wall = datetime.combine(day, time(), zone) + edge
    return wall.utcoffset() != wall.replace(fold=1).utcoffset()


def every_step(stretch: Interval) -> list[datetime]:
    return [stretch.start + n * STEP for n in range((stretch.end - stretch.start) // STEP)]


def is_open(clock: time, opening: tuple[Opening, ...]) -> bool:
    since_midnight = timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second)
    return any(opens <= since_midnight < closes for opens, closes in opening)
