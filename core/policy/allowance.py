"""How long something may take, as a policy writes it: "30 working minutes", "2 working days", "48 hours"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Self

from core.values import dataclass

EXAMPLES = '"30 working minutes", "2 working days" or "4 hours"'
LONGEST = timedelta(days=366)

UNITS = {
    "day": timedelta(days=1),
    "hour": timedelta(hours=1),
    "minute": timedelta(minutes=1),
    "second": timedelta(seconds=1),
}
WRITTEN = re.compile(r"([0-9]{1,9})\s+(working\s+)?(second|minute|hour|day)s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Allowance:
    """`days` are working days, whatever their hours; `time` is counted in opening hours if `working`."""

    days: int = 0
    time: timedelta = timedelta()
    working: bool = False

    @classmethod
    def parse(cls, text: object) -> Self:
        """Read what `str` writes. Raises ValueError saying what would be right."""
        found = WRITTEN.fullmatch(text.strip()) if isinstance(text, str) else None
        if not found:
            raise ValueError(f"is not a length of time; write e.g. {EXAMPLES}")
        number, working, unit = int(found[1]), bool(found[2]), found[3].lower()
        if number > LONGEST / UNITS[unit]:
            raise ValueError("is longer than a year; write something shorter")
        if working and unit == "day":
            return cls(days=number, working=True)
        return cls(time=number * UNITS[unit], working=working)

    def __str__(self) -> str:
        counted = "working " if self.working else ""
        days = [numbered(self.days, "working day")] if self.days else []
        time = [] if days and not self.time else [in_largest_unit(self.time, counted)]
        return " ".join(days + time)

    def __bool__(self) -> bool:
        return bool(self.days or self.time)

    @property
    def rough(self) -> timedelta:
        """About how long that is on the wall, an opening day being eight hours: to compare, never to count with."""
        return timedelta(days=self.days) + self.time * (3 if self.working else 1)


def in_largest_unit(time: timedelta, counted: str) -> str:
    """A working hour stays an hour: twenty-four of them are not a day."""
    for unit, length in UNITS.items():
        if unit == "day" and counted:
            continue
        if time and not time % length:
            return numbered(time // length, counted + unit)
    return numbered(int(time.total_seconds()), counted + "second")


def numbered(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
