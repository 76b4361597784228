"""When a shop, or one of its people, works: weekly hours in a time zone, and the days that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import NamedTuple, Self
from zoneinfo import ZoneInfo

from core.values import dataclass, replace
from core.worktime.intervals import (
    FIRST_YEAR,
    LAST_YEAR,
    BeyondCalendar,
    Interval,
    Unanswerable,
    instant,
    merged,
    minus,
)
from core.worktime.opening_hours import Hours, read_days, read_week, read_zone
from core.worktime.wall_clock import closing_at, opening_at, shift
from core.worktime.written import read_date, read_interval, read_list, read_object

DAY = timedelta(days=1)
PATIENCE = timedelta(days=5 * 366)
DAYS_KEPT = 4096  # eleven years; what a desk asks about lies within
# A moment of the first or last year can have a date outside it on the wall, and windows are looked for one day on.
FIRST_DATE, LAST_DATE = date(FIRST_YEAR - 1, 12, 30), date(LAST_YEAR + 1, 1, 2)


class NeverOpen(Unanswerable):
    """Five years on end without any working time."""

    def __init__(self, day: date) -> None:
        super().__init__(f"the calendar has no working time within five years of {day.isoformat()}")


class WorkingDay(NamedTuple):
    """One that was looked for from another day on."""

    date: date
    closing: datetime
    shift: timedelta | None  # how much later any time on the wall comes on it; None if that depends on the time


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working time. A date in `extra_days` has those hours, be it a holiday or a Sunday."""

    zone: ZoneInfo
    hours: tuple[Hours, ...]  # seven, Monday first
    holidays: frozenset[date] = frozenset()
    extra_days: Mapping[date, Hours] = field(default_factory=dict[date, Hours], hash=False)
    closures: tuple[Interval, ...] = ()
    _seen: dict[date, tuple[Interval, ...]] = field(
        default_factory=dict[date, tuple[Interval, ...]], init=False, repr=False, compare=False
    )
    _later: dict[tuple[date, int], WorkingDay] = field(
        default_factory=dict[tuple[date, int], "WorkingDay"], init=False, repr=False, compare=False
    )

    @classmethod
    def from_dict(cls, written: object) -> Self:
        """Read `{"tz", "hours", "holidays", "closures", "extra_days"}`; only the first two must be there.

        Raises `Unreadable`, which names the key.
        """
        entry = read_object(written, "calendar")
        holidays = read_list(entry.get("holidays", ()), "holidays")
        closures = read_list(entry.get("closures", ()), "closures")
        return cls(
            zone=read_zone(entry.get("tz"), "tz"),
            hours=read_week(entry.get("hours"), "hours"),
            holidays=frozenset(read_date(day, f"holidays[{n}]") for n, day in enumerate(holidays)),
            extra_days=read_days(entry.get("extra_days", {}), "extra_days"),
            closures=tuple(read_interval(pair, f"closures[{n}]") for n, pair in enumerate(closures)),
        )

    def __post_init__(self) -> None:
        object.__setattr__(self, "closures", merged(self.closures))

    def without(self, intervals: Iterable[tuple[datetime, datetime]]) -> Calendar:
        """The same calendar closed at these times too, as for somebody's leave."""
        return replace(self, closures=merged([*self.closures, *intervals]))

    def windows(self, start: datetime, end: datetime | None = None) -> Iterator[Interval]:
        """Working time from `start` on, in order. Without `end` it goes on until `NeverOpen` or `BeyondCalendar`."""
        start, end = instant(start), end and instant(end)
        for day in self.working_days(self.date_of(start), end and self.date_of(end) + DAY):
            for window in self.on(day):
                if end and window.start >= end:
                    return
                if window.end > start:
                    yield clipped(window, start, end)

    def windows_before(self, end: datetime) -> Iterator[Interval]:
        """Working time until `end`, the latest window first, back until `NeverOpen` or `BeyondCalendar`."""
        end = instant(end)
        # A clock set back over midnight shows yesterday's date while today's window is open.
        for day in self.working_days(self.date_of(end) + DAY, step=-DAY):
            for window in reversed(self.on(day)):
                if window.start < end:
                    yield clipped(window, window.start, end)

    def working_days(self, first: date, last: date | None = None, step: timedelta = DAY) -> Iterator[date]:
        """Local dates with working time. Without `last` it goes on until `NeverOpen` or `BeyondCalendar`."""
        day, open_on = first, first
        while last is None or day <= last:
            if not FIRST_DATE <= day <= LAST_DATE:
                raise BeyondCalendar
            if self.on(day):
                open_on = day
                yield day
            elif last is None and abs(day - open_on) > PATIENCE:
                raise NeverOpen(open_on)
            day += step

    def working_day(self, first: date, days: int) -> WorkingDay:
        """From `first`, or the working day after it, so many working days later; earlier if `days` is negative.

        Everything that was promised on one day asks for the same few.
        """
        found = self._later.get((first, days))
        if found is None:
            if len(self._later) >= DAYS_KEPT:
                self._later.clear()
            coming = self.working_days(first, step=-DAY if days < 0 else DAY)
            day = next(islice(coming, abs(days), None))
            known = FIRST_YEAR <= day.year <= LAST_YEAR
            later = shift(self.zone, first, day) if known else None
            found = self._later[first, days] = WorkingDay(day, self.on(day)[-1].end, later)
        return found

    def on(self, day: date) -> tuple[Interval, ...]:
        """The working time of a local date."""
        windows = self._seen.get(day)
        if windows is None:
            if len(self._seen) >= DAYS_KEPT:
                self._seen.clear()
            windows = self._seen[day] = tuple(self._windows_on(day))
        return windows

    def date_of(self, at: datetime) -> date:
        """The date on the wall."""
        return at.astimezone(self.zone).date()

    def _windows_on(self, day: date) -> Iterator[Interval]:
        midnight = datetime.combine(day, time(), self.zone)
        for opens, closes in self._hours_on(day):
            window = Interval(opening_at(midnight + opens), closing_at(midnight + closes))
            yield from minus(window, self.closures)

    def _hours_on(self, day: date) -> Hours:
        if day in self.extra_days:
            return self.extra_days[day]
        return () if day in self.holidays else self.hours[day.weekday()]


def clipped(window: Interval, start: datetime, end: datetime | None) -> Interval:
    if window.start >= start and (end is None or window.end <= end):
        return window
    return Interval(max(window.start, start), window.end if end is None else min(window.end, end))
