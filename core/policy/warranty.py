"""What the shop repairs for nothing, how long, and what the rest costs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from core.policy.setting import Coded, Days, Named, Price, Section, Switch, Words, Years


class Fee(Named):
    """`price` in the shop's currency; without one the line is charged at cost."""

    price: Price | None = None
    unit: Words


class Contract(Section):
    """Service contracts, which go on where the warranty ends."""

    offered: Switch
    ahead: Annotated[Days, Field(le=60)]
    repairs_free: Switch  # while one runs, as under warranty


class Warranty(Section):
    years: Years
    start: Literal["purchase", "receipt", "completion", "shipping"]
    start_text: Words
    after: Literal["tariff", "quote", "actual_cost"]
    after_text: Words
    quote_before: Literal["visit", "work", "never"]
    quoted_by: tuple[Literal["sales_clerk", "technician"], ...]
    visit_fee: Price
    by_category: Mapping[str, Years]
    tariff: Annotated[Mapping[str, Fee], Coded]

    def years_for(self, category: str) -> int:
        return self.by_category.get(category, self.years)

    def starts_on(
        self, bought_on: date, delivered_on: date | None, shipped_on: date | None = None, started_on: date | None = None
    ) -> date:
        """The day from which the term is counted (X05, ORD-09); the purchase where the other day is not known."""
        if self.start == "shipping":
            return started_on or shipped_on or delivered_on or bought_on
        return bought_on if self.start == "purchase" else delivered_on or bought_on
