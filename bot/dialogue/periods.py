"""Periods as people write them: 2026-10, 2026年10月, this month, 上月, 2026, from 2026-10-01 to 2026-10-15."""

from __future__ import annotations

import re
from datetime import date

from bot.dialogue.clean import plain
from core.ledgers.entry import Period
from core.reports.analysing import before, month_of
from core.worktime.intervals import FIRST_YEAR, LAST_YEAR

THIS = frozenset({"this month", "本月", "这个月", "当月"})
LAST = frozenset({"last month", "上月", "上个月"})
MONTH = re.compile(r"(\d{4}) ?[-./年] ?(\d{1,2}) ?月?(?:份)?")
MONTH_ALONE = re.compile(r"(\d{1,2}) ?月(?:份)?")
YEAR = re.compile(r"(\d{4}) ?年?")
DAY = r"(\d{4}) ?[-./年] ?(\d{1,2}) ?[-./月] ?(\d{1,2}) ?[日号]?"
FROM_TO = re.compile(rf"(?:from |从|自)? ?{DAY} ?(?:to|until|till|–|—|~|-|至|到) ?{DAY}(?:为止|止)?")
ONE_DAY = re.compile(DAY)


def period_in(text: str, today: date) -> Period | None:
    """None if it is none; a month without a year is the latest that has begun."""
    said = plain(text)
    if said in THIS:
        return month_of(today.year, today.month)
    if said in LAST:
        return before(month_of(today.year, today.month))
    try:
        period = numbered(said, today)
    except (ValueError, OverflowError):
        return None  # no such day
    return period if period and period.first.year >= FIRST_YEAR and period.last.year <= LAST_YEAR else None


def numbered(said: str, today: date) -> Period | None:
    if found := FROM_TO.fullmatch(said):
        y1, m1, d1, y2, m2, d2 = map(int, found.groups())
        first, last = date(y1, m1, d1), date(y2, m2, d2)
        return Period(first, last) if first <= last else None
    if found := ONE_DAY.fullmatch(said):
        day = date(*map(int, found.groups()))
        return Period(day, day)
    if found := MONTH.fullmatch(said):
        return month_of(int(found[1]), int(found[2]))
    if found := MONTH_ALONE.fullmatch(said):
        month = int(found[1])
        return month_of(today.year - (month > today.month), month)
    if found := YEAR.fullmatch(said):
        year = int(found[1])
        return Period(date(year, 1, 1), date(year, 12, 31))
    return None
