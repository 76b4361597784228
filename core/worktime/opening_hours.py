"""Opening hours as a person writes them down: "mon", "09:00" to "18:00", in "Asia/Shanghai"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from reprlib import repr as shortened
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from core.worktime.written import Unreadable, read_date, read_list, read_object, read_pair, read_text

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MIDNIGHT = timedelta(hours=24)
CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?::([0-5][0-9]))?")


class Opening(NamedTuple):
    """From one time of a day to another, as the clock on the wall shows them, counted from midnight."""

    opens: timedelta
    closes: timedelta


Hours: TypeAlias = tuple[Opening, ...]


def read_zone(written: object, key: str) -> ZoneInfo:
    name = read_text(written, key)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; not a name at all; a folder of the zone database
        raise Unreadable(key, f"{shortened(name)} is not a time zone") from None


def read_week(written: object, key: str) -> tuple[Hours, ...]:
    """Seven days, Monday first; a day that is not written is closed."""
    week = read_object(written, key)
    for day in week:
        if day not in WEEKDAYS:
            raise Unreadable(key, f"{shortened(day)} is not one of {', '.join(WEEKDAYS)}")
    return tuple(read_hours(week.get(day, ()), f"{key}.{day}") for day in WEEKDAYS)


def read_days(written: object, key: str) -> dict[date, Hours]:
    days = read_object(written, key)
    return {read_date(day, key): read_hours(hours, f"{key}.{day}") for day, hours in days.items()}


def read_hours(written: object, key: str) -> Hours:
    """The openings of one day in order; those that touch or overlap become one."""
    joined: list[Opening] = []
    for opening in sorted(read_opening(pair, f"{key}[{n}]") for n, pair in enumerate(read_list(written, key))):
        if joined and opening.opens <= joined[-1].closes:
            joined[-1] = Opening(joined[-1].opens, max(opening.closes, joined[-1].closes))
        else:
            joined.append(opening)
    return tuple(joined)


def read_opening(written: object, key: str) -> Opening:
    opens, closes = (read_clock(clock, key) for clock in read_pair(written, key))
    if closes <= opens:
        raise Unreadable(key, "closes before it opens; a night is written as two days, until 24:00 and from 00:00")
    return Opening(opens, closes)


def read_clock(written: object, key: str) -> timedelta:
    text = read_text(written, key)
    if found := CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        time = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        if time <= MIDNIGHT:
            return time
    raise Unreadable(key, f"{shortened(text)} is not a time of day such as 09:00 or 24:00")
