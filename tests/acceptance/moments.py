"""Moments as a script names them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

MONDAY_MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)  # 09:30 in Shanghai
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def moment_of(time: str, at: datetime, zone: tzinfo) -> datetime:
    """From "2 hours" or "until Mon 12:05", the next one after `at`."""
    if not time.startswith("until "):
        number, unit = time.split()
        return at + timedelta(**{unit.rstrip("s") + "s": int(number)})
    day, clock = time.removeprefix("until ").split()
    local = at.astimezone(zone)
    hour, minute = map(int, clock.split(":"))
    ahead = timedelta(days=(DAYS.index(day) - local.weekday()) % len(DAYS))
    moment = (local + ahead).replace(hour=hour, minute=minute, second=0, microsecond=0)
    return (moment if moment > local else moment + timedelta(days=len(DAYS))).astimezone(UTC)
