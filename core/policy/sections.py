"""The sections of a policy. What each setting is for is said beside it in policies/furniture.toml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from core.policy.allowance import Allowance
from core.policy.hints import plain, weight
from core.policy.setting import (
    Coded,
    Count,
    Currency,
    Days,
    DayWindow,
    Duration,
    Hint,
    Length,
    LengthOrNever,
    Margin,
    Months,
    Named,
    Phone,
    Price,
    RestWindow,
    Section,
    Switch,
    TimeOfDay,
    Words,
    Years,
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


class Promises(Section):
    greeting: Length
    first_human_contact: Length
    technician_contact: LengthOrNever
    technician_reminder: Length
    human_answer: Length
    urgent_ack: Length
    routing: Length
    reply_outer_limit: Length
    plan: Length
    resolve_simple: Length
    resolve_complex: Length
    progress_every: Length
    warn_before: Length
    warn_complex_first: Length
    warn_complex_last: Length
    escalate_after: Length
    dispatch_timeout: Length
    offer_answer: Length
    arrival_city: Length
    arrival_suburb: Length
    call_ahead: Duration
    call_ahead_phone: Duration
    leave_ahead: Duration
    leave_ahead_suburb: Duration
    apology_after: Length
    help_answer: Length
    parts_check: Length
    customer_reminder: Length
    customer_silence: Length
    acceptance_reminder: Length
    acceptance_limit: Length
    survey_delay: Length
    survey_reminder: Length
    survey_expires: Length
    callback: Length
    complaint_routing: Length
    complaint_feedback: Length
    complaint_plan: Length
    complaint_result: Length
    complaint_warn: Length
    complaint_approval: Length
    crew_named: Length
    instruction: Length
    unloading: Length
    signature_reminder: Length
    signature: Length
    goods_back: Length
    installer_ack: Length
    fitting: Length
    proposal_opinion: Length
    proposal_decision: Length
    proposal_reminder: Length
    proposal_kept: Length
    proposal_carried_out: Length
    return_decision: Length
    return_task: Length
    capa_measures: Length
    capa_approval: Length
    capa_carrying: Length
    capa_effect: Length

    @property
    def at_once(self) -> Allowance:
        return Allowance()


class Checklists(Section):
    """What is looked through before leaving, at the door, before beginning, and before leaving again."""

    kit: tuple[Words, ...]
    doorstep: tuple[Words, ...]
    before_work: tuple[Words, ...]
    leaving: tuple[Words, ...]


class Visit(Checklists):
    windows: Annotated[tuple[DayWindow, ...], Field(min_length=1)]
    days_ahead: Annotated[Days, Field(le=60)]
    notice: Margin
    arrive_early_least: Margin
    arrive_early_most: Margin
    travel_city: Margin
    travel_suburb: Margin
    knock_every: Duration
    no_answer: Duration
    suburb_words: tuple[Hint, ...]
    city_words: tuple[Hint, ...]

    def is_suburb(self, address: str) -> bool:
        """The longest word decides, in doubt for the city, whose promise is the shorter one (DSP-01)."""
        said = plain(address)
        return weight(said, self.suburb_words) > weight(said, self.city_words)


class Delivery(Checklists):
    offered: Switch
    free_from: Price
    fee: Price
    fee_suburb: Price
    pick_list_at: TimeOfDay
    notice_at: TimeOfDay
    goods_check: tuple[Words, ...]


class Installation(Checklists):
    offered: Switch
    checks: Mapping[str, tuple[Words, ...]] = {}  # by category


class Dispatch(Section):
    auto: Switch
    auto_crew: Switch
    role: Staff
    standin: Staff
    crew_size: Annotated[Count, Field(le=10)]
    daily_cap: Annotated[Count, Field(le=50)]
    refusal_reasons: Annotated[Mapping[str, Named], Coded]


class Escalation(Section):
    ack: Duration
    levels: Annotated[tuple[Staff, ...], Field(min_length=1)]
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
    person_months: Months


class Fee(Named):
    """`price` in the shop's currency; without one the line is charged at cost."""

    price: Price | None = None
    unit: Words


class Warranty(Section):
    years: Years
    start: Literal["purchase", "receipt", "completion", "shipping"]
    start_text: Words
    after: Literal["tariff", "quote", "actual_cost"]
    after_text: Words
    visit_fee: Price
    by_category: Mapping[str, Years]
    tariff: Annotated[Mapping[str, Fee], Coded]

    def years_for(self, category: str) -> int:
        return self.by_category.get(category, self.years)

    def starts_on(self, bought_on: date, delivered_on: date | None) -> date:
        """The day from which the term is counted (X05); the purchase where the other day is not known."""
        return bought_on if self.start == "purchase" else delivered_on or bought_on
