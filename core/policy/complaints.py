"""What a policy says about complaints: how one is recognised, who has it, how high it goes, what may be promised."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from core.policy.hints import mentions, plain
from core.policy.setting import Coded, Count, Duration, Hint, Named, Price, Section, Words


class Level(Named):
    """Somebody whom a complaint goes up to. `role` is whose business it is here; outside is nobody's (CMP-24)."""

    role: Literal["supervisor", "manager", "outside"]


class Limits(Section):
    """What may be promised to a customer in one complaint without asking anybody higher."""

    technician: Price
    dispatcher: Price
    supervisor: Price
    manager: Price

    def of(self, role: str) -> Decimal:
        found: Decimal = getattr(self, role, Decimal())
        return found


class Complaint(Section):
    words: tuple[Hint, ...]
    upset_words: tuple[Hint, ...]
    major_words: tuple[Hint, ...]
    major_amount: Price
    rounds_before_alert: Count
    report_head_start: Duration
    emergency_plan: tuple[Words, ...]
    departments: Annotated[Mapping[str, Named], Coded, Field(min_length=1)]
    causes: Annotated[Mapping[str, Named], Coded, Field(min_length=1)]
    levels: Annotated[Mapping[str, Level], Coded, Field(min_length=1)]
    compensation: Limits

    def is_heard_in(self, text: str) -> bool:
        """It is called a complaint, or the customer is beside himself (CMP-01, CMP-21)."""
        return mentions(plain(text), self.hard_words)

    @cached_property
    def hard_words(self) -> tuple[Hint, ...]:
        """Looked for together, in all that is said; a policy is never changed."""
        return self.words + self.upset_words

    def level_after(self, times: int) -> Level:
        """Where it goes when the customer was not satisfied for the so-and-so-many-th time, counted from nought."""
        levels = tuple(self.levels.values())
        return levels[min(times, len(levels) - 1)]
