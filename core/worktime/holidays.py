"""China's public holidays, and the weekend days on which everybody works instead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from core.values import replace
from core.worktime.calendars import Calendar
from core.worktime.opening_hours import Hours


def with_chinese_holidays(calendar: Calendar, years: Iterable[int], make_up_hours: Hours) -> Calendar:
    """The calendar with the days off of these years, and with the make-up days, which have `make_up_hours`.

    What the calendar says of a date itself stays. The days are announced each November for the year after; a year
    that is not known stays as the weekdays have it: compare `known_until`.
    """
    import chinese_calendar  # noqa: PLC0415  # only the shops that ask for it pay for it

    wanted = frozenset(years)
    days_off = {day for day in chinese_calendar.holidays if day.year in wanted}
    make_up = {day: make_up_hours for day in chinese_calendar.workdays if day.year in wanted}
    kept = {day: hours for day, hours in make_up.items() if day not in calendar.holidays}
    return replace(calendar, holidays=calendar.holidays | days_off, extra_days={**kept, **calendar.extra_days})


def known_until() -> date:
    """The last day of the last year whose holidays are known."""
    import chinese_calendar  # noqa: PLC0415

    return date(max(chinese_calendar.holidays).year, 12, 31)
