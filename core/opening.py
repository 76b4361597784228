"""A shop from its policy: its calendars, with public holidays and make-up days."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from core.policy import Policy, load_policy
from core.policy.sections import Week
from core.shop import Shop
from core.worktime.calendars import Calendar
from core.worktime.holidays import with_chinese_holidays

YEARS_AHEAD = 2


def open_shop(profile: str, at: datetime, overlay: Path | None = None) -> Shop:
    """The shop with this policy profile, its own settings laid over it. Raises WrongSetting."""
    policy = load_policy(profile, overlay)
    return shop_with(policy, at)


def shop_with(policy: Policy, at: datetime) -> Shop:
    return Shop(policy, calendar(policy, policy.hours.office, at), calendar(policy, policy.hours.field, at))


def calendar(policy: Policy, week: Week, at: datetime) -> Calendar:
    """On a make-up day people work the hours of the first open day of the week."""
    zone = ZoneInfo(policy.shop.zone)
    made = Calendar(zone, week.days, frozenset(policy.hours.closures))
    if not policy.hours.chinese_holidays:
        return made
    year = at.astimezone(zone).year
    make_up = next(hours for hours in week.days if hours)
    return with_chinese_holidays(made, range(year - 1, year + YEARS_AHEAD + 1), make_up)
