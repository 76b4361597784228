"""Days, in the notations found in sales records."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from core.sales_import.lines import Cell

FIRST, LAST = date(1980, 1, 1), date(2100, 12, 31)
EXCEL_DAY_0 = date(1899, 12, 30)
SERIALS = range((FIRST - EXCEL_DAY_0).days, (LAST - EXCEL_DAY_0).days + 1)
TIME = r"(?:[T ]\s*\d{1,2}:\d{2}.*)?"
NOTATIONS = tuple(
    re.compile(pattern + TIME)
    for pattern in (
        r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*[日号]?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<day>\d{1,2})\.\s*(?P<month>\d{1,2})\.\s*(?P<year>\d{4})",
    )
)


def read_day(cell: Cell) -> date | None:
    """None if it is none, or could be another one: 3/4/2024 is April here and March there."""
    if isinstance(cell, datetime):
        return within_reason(cell.date())
    if isinstance(cell, date):
        return within_reason(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return numbered(cell)
    return spelled(unicodedata.normalize("NFKC", cell).strip()) if isinstance(cell, str) else None


def spelled(text: str) -> date | None:
    for notation in NOTATIONS:
        if found := notation.fullmatch(text):
            try:
                return within_reason(date(int(found["year"]), int(found["month"]), int(found["day"])))
            except ValueError:
                return None
    return numbered(int(text)) if re.fullmatch(r"\d{5}", text) else None


def numbered(number: float) -> date | None:
    """Spreadsheets number the days, and some files give only the number; others write 20240131 as a number."""
    if int(number) in SERIALS:
        return EXCEL_DAY_0 + timedelta(days=int(number))
    return spelled(str(int(number))) if number == int(number) and len(str(int(number))) == len("20240131") else None


def within_reason(day: date) -> date | None:
    return day if FIRST <= day <= LAST else None
