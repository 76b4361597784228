"""Days as an answer, kept as 2026-11-24: typed in the usual notations, with or without the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from typing_extensions import override

from bot.dialogue.answer import Answer, Answers, Misunderstood, words_of
from bot.dialogue.choices import Choice
from bot.dialogue.clean import plain
from bot.dialogue.occasion import Occasion
from bot.envelope import Content
from core.phrases import Value, say
from core.sales_import.days import read_day

SHORT = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
SAYINGS = {"today": 0, "今天": 0, "今日": 0, "yesterday": -1, "昨天": -1, "tomorrow": 1, "明天": 1, "后天": 2}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NAMED = re.compile(rf"(下|next )?(?:个)?(?:(?:周|星期|礼拜)([一二三四五六日天])|({'|'.join(WEEKDAYS)}))")
HINT = say("Please give a day, such as {example}.")
NEAR = {-1: say("Yesterday"), 0: say("Today"), 1: say("Tomorrow")}


class Day(Answer[date]):
    """From `first` to `last`, in days from today; `offers` are shown as choices."""

    def __init__(self, first: int, last: int, offers: Sequence[int] = ()) -> None:
        self.first = first
        self.last = last
        self.offers = offers

    @override
    def read(self, content: Content, occasion: Occasion) -> date:
        today = today_of(occasion)
        day = day_in(plain(words_of(content)), today, ahead=self.last > 0)
        if day is None or not self.first <= (day - today).days <= self.last:
            example = today + timedelta(days=min(max(self.first, 0), self.last))
            raise Misunderstood(say(HINT.key, example=example.isoformat()))
        return day

    @override
    def keep(self, value: date) -> str:
        return value.isoformat()

    @override
    def recall(self, kept: str) -> date:
        day = date.fromisoformat(kept)
        if day.isoformat() != kept:
            raise ValueError(kept)
        return day

    @override
    def choices(self, occasion: Occasion, answers: Answers) -> Sequence[Choice]:
        today = today_of(occasion)
        days = [(offset, today + timedelta(days=offset)) for offset in self.offers]
        return [Choice(self.keep(day), NEAR.get(offset, day)) for offset, day in days]

    @override
    def shown(self, kept: str) -> Value:
        """Of what is to come the year goes without saying."""
        return self.recall(kept) if self.first >= 0 else kept


def today_of(occasion: Occasion) -> date:
    return occasion.at.astimezone(occasion.words.zone).date()


def day_in(said: str, today: date, *, ahead: bool) -> date | None:
    """Without a year it is the next such day, or the last one where only the past is meant."""
    if said in SAYINGS:
        return today + timedelta(days=SAYINGS[said])
    if found := NAMED.fullmatch(said):
        number = "一二三四五六日".index(found[2].replace("天", "日")) if found[2] else WEEKDAYS.index(found[3])
        return on_weekday(number, today, ahead=ahead, next_week=bool(found[1]))
    if found := SHORT.fullmatch(said):
        month, day = map(int, found.groups())
        years = (today.year - 1, today.year, today.year + 1)
        near = [each for year in years if (each := existing(year, month, day))]
        those = [each for each in near if (each >= today if ahead else each <= today)]
        return (min(those) if ahead else max(those)) if those else None
    return read_day(said)


def on_weekday(number: int, today: date, *, ahead: bool, next_week: bool) -> date:
    """From Monday, which is 0: the next such day or the last one, or the one of the week to come."""
    if next_week:
        return today + timedelta(days=7 - today.weekday() + number)
    days = (number - today.weekday()) % 7 or 7
    return today + timedelta(days=days if ahead else days - 7)


def existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
