"""Lengths of time in minutes, as people say them: 20, 20分钟, 半小时, an hour and a half."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from typing_extensions import override

from bot.dialogue.answer import Answer, Answers, Misunderstood, words_of
from bot.dialogue.choices import Choice
from bot.dialogue.clean import plain
from bot.dialogue.numerals import whole_number
from bot.dialogue.occasion import Occasion
from bot.envelope import Content
from core.phrases import say

NUMBER = r"(\d{1,5}(?:\.\d)?|[零〇一二两三四五六七八九十百]{1,5}|半)"
HOURS = rf"(?:{NUMBER}\s*个?(半)?\s*(?:小时|钟头|hours?|hrs?|h)(半)?)?"
QUARTERS = rf"(?:{NUMBER}\s*刻钟?)?"
MINUTES = rf"(?:{NUMBER}\s*(?:分钟|分|minutes?|mins?|m)?)?"
LENGTH = re.compile(rf"{HOURS}\s*(?:and)?\s*{QUARTERS}\s*{MINUTES}")
SAYINGS = {
    "half an hour": 30,
    "half hour": 30,
    "an hour": 60,
    "one hour": 60,
    "an hour and a half": 90,
    "quarter of an hour": 15,
    "a quarter of an hour": 15,
}


class Minutes(Answer[int]):
    """Whole minutes from `lo` to `hi`; those of `choices` that lie between are offered."""

    def __init__(self, choices: Sequence[int] = (15, 30, 45, 60), lo: int = 1, hi: int = 24 * 60) -> None:
        self.offered = [minutes for minutes in choices if lo <= minutes <= hi]
        self.lo = lo
        self.hi = hi

    @override
    def read(self, content: Content, occasion: Occasion) -> int:
        minutes = minutes_in(plain(words_of(content)))
        if minutes is None or not self.lo <= minutes <= self.hi:
            raise Misunderstood(say("Please give a number of minutes from {lo} to {hi}.", lo=self.lo, hi=self.hi))
        return minutes

    @override
    def keep(self, value: int) -> str:
        return str(value)

    @override
    def recall(self, kept: str) -> int:
        minutes = whole_number(kept)
        if minutes is None or str(minutes) != kept or not self.lo <= minutes <= self.hi:
            raise ValueError(kept)
        return minutes

    @override
    def choices(self, occasion: Occasion, answers: Answers) -> Sequence[Choice]:
        return tuple(Choice(self.keep(minutes), timedelta(minutes=minutes)) for minutes in self.offered)

    @override
    def shown(self, kept: str) -> timedelta:
        return timedelta(minutes=self.recall(kept))

    @override
    def claims(self, word: str) -> bool:
        return self.lo == 0 and word == "0"


def minutes_in(word: str) -> int | None:
    """None if it is not a length of time."""
    if word in SAYINGS:
        return SAYINGS[word]
    found = LENGTH.fullmatch(word)
    if found is None or not any(found.groups()):
        return None
    hours, half, another_half, quarters, minutes = found.groups()
    halves = bool(half) + bool(another_half)
    return round(60 * amount(hours) + 30 * halves + 15 * amount(quarters) + amount(minutes))


def amount(number: str | None) -> float:
    """Of nothing 0; numerals that make no number count as nothing too."""
    if number is None:
        return 0
    return 0.5 if number == "半" else float(number) if number[0].isdecimal() else whole_number(number) or 0
