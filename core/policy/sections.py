"""The shorter sections of a policy. What each setting is for is said beside it in policies/furniture.toml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from core.policy.setting import (
    Coded,
    Count,
    Currency,
    Days,
    DayWindow,
    Duration,
    Hint,
    Months,
    Named,
    Phone,
    RestWindow,
    Section,
    Switch,
    Words,
    Zone,
)
from core.worktime.opening_hours import Hours as Openings

Staff: TypeAlias = Literal["technician", "dispatcher", "supervisor", "manager"]


class Shop(Section):
    name: Words
    zone: Zone
    currency: Currency
    phones: Annotated[tuple[Phone, ...], Field(min_length=1)]
    address: Words
    emergency_numbers: Words
    emergency_words: tuple[Hint, ...]


class Week(Section):
    mon: tuple[DayWindow, ...]
    tue: tuple[DayWindow, ...]
    wed: tuple[DayWindow, ...]
    thu: tuple[DayWindow, ...]
    fri: tuple[DayWindow, ...]
    sat: tuple[DayWindow, ...]
    sun: tuple[DayWindow, ...]

    @property
    def days(self) -> tuple[Openings, ...]:
        """As a calendar wants them, Monday first."""
        week = (self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun)
        return tuple(tuple(window.opening for window in sorted(day)) for day in week)


class Hours(Section):
    quiet: tuple[RestWindow, ...]
    night: tuple[RestWindow, ...]
    chinese_holidays: Switch
    closures: tuple[date, ...]
    office: Week
    field: Week


class Dispatch(Section):
    auto: Switch
    auto_crew: Switch
    role: Staff
    standin: Staff
    crew_size: Annotated[Count, Field(le=10)]
    daily_cap: Annotated[Count, Field(le=50)]
    workshop: Switch
    refusal_reasons: Annotated[Mapping[str, Named], Coded]


class Escalation(Section):
    ack: Duration
    act: Duration
    levels: Annotated[tuple[Staff, ...], Field(min_length=1)]
    quiet: tuple[RestWindow, ...]
    urgent_wakes: Switch
    digest_head_start: Duration
    repeat_window: Duration
    similar_tickets: Count
    similar_window: Duration


class Survey(Section):
    on: Switch
    low_score: Annotated[Count, Field(le=3)]


class Conversation(Section):
    nudge_after: Duration
    close_after: Duration


class Limits(Section):
    new_tickets_per_day: Count
    photos_per_ticket: Count
    nudge_every: Duration
    reopen_within: Duration


class Retention(Section):
    """Days after the thing is done with; months after the ticket was closed, None for ever."""

    inbox_days: Days
    outbox_days: Days
    photos_days: Days
    quality_days: Days
    person_months: Months
