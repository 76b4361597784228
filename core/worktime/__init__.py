"""Working time: when an allowance is used up, how much has passed, and why.

Instants are aware and results are in UTC. A moment exactly at closing time belongs to the day that ends. Pauses are
`(start, end)` in any order and may overlap; the end `None` means that the pause still lasts. Every refusal is an
`Unanswerable` (`NaiveInstant`, `NeverOpen`, `StillPaused` …) whose message says what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import NamedTuple, TypeAlias

from core.worktime.calendars import Calendar, NeverOpen
from core.worktime.intervals import (
    BackwardsInterval,
    BeyondCalendar,
    Interval,
    NaiveInstant,
    Unanswerable,
    instant,
    merged,
    minus,
)
from core.worktime.written import Unreadable

__all__ = [
    "BackwardsInterval",
    "BeyondCalendar",
    "Calendar",
    "Counted",
    "Interval",
    "NaiveInstant",
    "NegativeAllowance",
    "NeverOpen",
    "StillPaused",
    "Unanswerable",
    "Unreadable",
    "before",
    "deadline",
    "deadline_days",
    "elapsed",
    "explain",
]

Pauses: TypeAlias = Sequence[tuple[datetime, datetime | None]]

NOTHING = timedelta()
MICROSECOND = timedelta(microseconds=1)


class StillPaused(Unanswerable):
    """The allowance was not used up when a pause began that still lasts."""

    def __init__(self, since: datetime) -> None:
        super().__init__(f"still paused since {since.isoformat()}")


class NegativeAllowance(Unanswerable):
    """Less than no time."""

    def __init__(self) -> None:
        super().__init__("the allowance is less than no time")


class Counted(NamedTuple):
    """A window of the calendar, and how much of it was counted: less than its length if there was a pause."""

    start: datetime
    end: datetime
    counted: timedelta


def deadline(calendar: Calendar, start: datetime, allowance: timedelta, pauses: Pauses = ()) -> datetime:
    """When `allowance` of working time is used up. No allowance out of hours is the next opening."""
    start, left = instant(start), not_negative(allowance)
    if not allowance and elapsed(calendar, start - MICROSECOND, start, pauses):
        return start  # closing time is not put off to the next opening
    for window in counted(calendar, start, None, pauses):
        length = window.end - window.start
        if left <= length:
            return window.start + left
        left -= length
    raise StillPaused(min(since for since, end in pauses if end is None))


def elapsed(calendar: Calendar, start: datetime, end: datetime, pauses: Pauses = ()) -> timedelta:
    """Working time from `start` to `end`, negative if `end` is earlier. A pause that lasts takes all that follows."""
    start, end = instant(start), instant(end)
    if end < start:
        return -elapsed(calendar, end, start, pauses)
    return total(counted(calendar, start, end, pauses))


def before(calendar: Calendar, start: datetime, allowance: timedelta, pauses: Pauses = ()) -> datetime:
    """The moment that lies `allowance` of working time before `start`. A moment exactly at opening stays there."""
    start, left = instant(start), not_negative(allowance)
    if not allowance and elapsed(calendar, start, start + MICROSECOND, pauses):
        return start
    parts = counted_before(calendar, start, pauses)
    part = next(parts)
    while left > (length := part.end - part.start):
        left -= length
        part = next(parts)
    return part.end - left


def deadline_days(
    calendar: Calendar,
    start: datetime,
    days: int,
    *,
    end_of_working_day: bool = False,
    pauses: Pauses = (),
    paused: timedelta = NOTHING,
) -> datetime:
    """The same time on the wall `days` working days later (earlier if negative), at the latest at closing time.

    From a day off the count begins at the next opening (backwards: at the last closing). The working time that was
    lost in `pauses`, and `paused` that somebody else has counted, is added after that.
    """
    start = instant(start)
    moment = days_later(calendar, start, days, end_of_working_day)
    lost = paused
    if pauses:
        lost += elapsed(calendar, start, moment) - elapsed(calendar, start, moment, pauses)
    return deadline(calendar, moment, lost, pauses) if lost else moment


def explain(calendar: Calendar, start: datetime, allowance: timedelta, pauses: Pauses = ()) -> list[Counted]:
    """Why the deadline is when it is: the windows until then. What was counted of them adds up to `allowance`."""
    due = deadline(calendar, start, allowance, pauses)
    breaks, _ = in_order(pauses)
    return [Counted(*window, total(minus(window, breaks))) for window in calendar.windows(start, due)]


def counted(calendar: Calendar, start: datetime, end: datetime | None, pauses: Pauses) -> Iterator[Interval]:
    """Working time without the pauses; it ends where a pause begins that still lasts."""
    if not pauses:
        return calendar.windows(start, end)
    breaks, since = in_order(pauses)
    ends = [moment for moment in (end, since) if moment]
    windows = calendar.windows(start, min(ends, default=None))
    return chain.from_iterable(minus(window, breaks) for window in windows)


def counted_before(calendar: Calendar, end: datetime, pauses: Pauses) -> Iterator[Interval]:
    """Working time without the pauses, the latest first; it ends only by refusal."""
    breaks, since = in_order(pauses)
    for window in calendar.windows_before(min(end, since or end)):
        yield from reversed([*minus(window, breaks)])


def in_order(pauses: Pauses) -> tuple[tuple[Interval, ...], datetime | None]:
    """The pauses that are over, and since when one lasts that is not."""
    over = merged((start, end) for start, end in pauses if end is not None)
    return over, min((instant(start) for start, end in pauses if end is None), default=None)


def days_later(calendar: Calendar, start: datetime, days: int, to_closing: bool) -> datetime:
    begun, wall = start, start.astimezone(calendar.zone)
    backwards = days < 0
    if not calendar.on(wall.date()):
        to_closing = to_closing or backwards
        begun = start if backwards else next(calendar.windows(start)).start
        wall = begun.astimezone(calendar.zone)
    day = calendar.working_day(wall.date(), days)
    if to_closing:
        moment = day.closing
    elif day.shift is None:
        moment = min(day.closing, instant(datetime.combine(day.date, wall.time(), calendar.zone)))
    else:
        moment = min(day.closing, begun + day.shift)
    return moment if backwards else max(start, moment)


def total(intervals: Iterable[Interval]) -> timedelta:
    return sum((interval.end - interval.start for interval in intervals), NOTHING)


def not_negative(allowance: timedelta) -> timedelta:
    if allowance < NOTHING:
        raise NegativeAllowance
    return allowance
