"""Going to the customer: when, at what price, and what is looked through on the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from core.policy.hints import plain, weight
from core.policy.setting import Days, DayWindow, Duration, Hint, Margin, Price, Section, Switch, TimeOfDay, Words


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
    stops_seen_at: TimeOfDay
    goods_check: tuple[Words, ...]


class Installation(Checklists):
    offered: Switch
    checks: Mapping[str, tuple[Words, ...]] = {}  # by category


class Leaflet(Section):
    """What a customer hears of the shop's other goods."""

    every_days: Days
    text: Words


class Order(Section):
    """Sales contracts, where the shop hands them to after-sales."""

    cutoff: TimeOfDay
    date_ahead: Duration
