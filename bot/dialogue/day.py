"""A day, written out."""

from __future__ import annotations

from datetime import date

from typing_extensions import override

from bot.dialogue.answer import Answer, Misunderstood, words_of
from bot.dialogue.occasion import Occasion
from bot.envelope import Content
from core.phrases import say
from core.sales_import.days import read_day


class Day(Answer[date]):
    """With its year, as 2026-10-15, 2026/10/15 or 2026年10月15日."""

    @override
    def read(self, content: Content, occasion: Occasion) -> date:
        day = read_day(words_of(content))
        if day is None:
            raise Misunderstood(say("Please write the day like 2026-10-15."))
        return day

    @override
    def keep(self, value: date) -> str:
        return value.isoformat()

    @override
    def recall(self, kept: str) -> date:
        return date.fromisoformat(kept)
