"""Windows of the day on the local clock: opening hours, visit windows, hours of rest."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Self, cast

from core.phrases import Span
from core.values import dataclass
from core.worktime.opening_hours import MIDNIGHT as WHOLE_DAY
from core.worktime.opening_hours import Opening

EXAMPLE = '["09:00", "12:00"]'
MIDNIGHT = time()


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """From `start` up to `end`, local time. An end not after the start is on the next day; 00:00 ends this one."""

    start: time
    end: time

    @classmethod
    def parse(cls, value: object) -> Self:
        """Read ["20:00", "08:00"]. Raises ValueError saying what would be right."""
        pair = cast("list[object]", value) if isinstance(value, list) else []
        if len(pair) != 2:  # noqa: PLR2004
            raise ValueError(f"is not a window of the day; write e.g. {EXAMPLE}")
        window = cls(clock_time(pair[0]), clock_time(pair[1]))
        if window.start == window.end != MIDNIGHT:
            raise ValueError(f"is an empty window; write e.g. {EXAMPLE}")
        return window

    @classmethod
    def parse_within_a_day(cls, value: object) -> Self:
        window = cls.parse(value)
        if window.crosses_midnight:
            raise ValueError(f'ends before it starts; write e.g. {EXAMPLE}, with "24:00" for midnight')
        return window

    @property
    def crosses_midnight(self) -> bool:
        return MIDNIGHT < self.end <= self.start

    @property
    def opening(self) -> Opening:
        """As working calendars have it; only for a window within a day."""
        return Opening(since_midnight(self.start), since_midnight(self.end) or WHOLE_DAY)

    def holds(self, at: time) -> bool:
        if self.end <= self.start:
            return at >= self.start or at < self.end
        return self.start <= at < self.end

    def overlaps(self, other: Window) -> bool:
        return self.holds(other.start) or other.holds(self.start)

    def on(self, day: date, zone: tzinfo) -> Span:
        """The window that starts on `day`, as instants."""
        last = day + timedelta(days=1) if self.end <= self.start else day
        return Span(datetime.combine(day, self.start, zone), datetime.combine(last, self.end, zone))

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


def clock_time(value: object) -> time:
    try:
        return MIDNIGHT if value == "24:00" else datetime.strptime(str(value), "%H:%M").time()  # noqa: DTZ007
    except ValueError:
        raise ValueError(f"has {value!r}, which is not a time of day; write e.g. {EXAMPLE}") from None


def since_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)
