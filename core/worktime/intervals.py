"""Stretches of time between two instants, and what remains when others are taken out of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1900, 2199  # also bounds every search, so that no question can run for ever


class Interval(NamedTuple):
    """From `start` until just before `end`, both in UTC."""

    start: datetime
    end: datetime


class Unanswerable(ValueError):
    """A question about working time that has no answer. The message says why."""


class NaiveInstant(Unanswerable):
    """A time without an offset: nobody knows which moment is meant."""


class BackwardsInterval(Unanswerable):
    """It ends before it starts."""


class BeyondCalendar(Unanswerable):
    """A moment outside the years that calendars are kept for."""

    def __init__(self) -> None:
        super().__init__(f"calendars are kept for the years {FIRST_YEAR} to {LAST_YEAR}")


def instant(at: datetime) -> datetime:
    """The same moment in UTC. Raises `NaiveInstant`, `BeyondCalendar`."""
    if at.tzinfo is not UTC and at.utcoffset() is None:
        raise NaiveInstant(f"{at.isoformat()} has no offset from UTC")
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise BeyondCalendar
    return at if at.tzinfo is UTC else at.astimezone(UTC)


def interval(start: datetime, end: datetime) -> Interval:
    """Raises `BackwardsInterval`, and what `instant` raises."""
    found = Interval(instant(start), instant(end))
    if found.end < found.start:
        raise BackwardsInterval(f"{end.isoformat()} is before {start.isoformat()}")
    return found


def merged(intervals: Iterable[tuple[datetime, datetime]]) -> tuple[Interval, ...]:
    """The same time in order, without overlaps, in as few intervals as possible."""
    joined: list[Interval] = []
    for start, end in sorted(interval(start, end) for start, end in intervals):
        if joined and start <= joined[-1].end:
            joined[-1] = Interval(joined[-1].start, max(end, joined[-1].end))
        elif start < end:
            joined.append(Interval(start, end))
    return tuple(joined)


def minus(window: Interval, gaps: Sequence[Interval]) -> Iterator[Interval]:
    """What is left of `window`, in order. The gaps must be `merged`."""
    start = window.start
    for number in range(bisect_right(gaps, start, key=attrgetter("end")), len(gaps)):
        gap = gaps[number]
        if gap.start >= window.end:
            break
        if start < gap.start:
            yield Interval(start, gap.start)
        start = gap.end
    if start < window.end:
        yield Interval(start, window.end)
