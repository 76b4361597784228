"""Amounts of money as an answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from typing_extensions import override

from bot.dialogue.answer import Answer, Answers, Misunderstood, words_of
from bot.dialogue.choices import Choice
from bot.dialogue.menus import Offering
from bot.dialogue.occasion import Occasion
from bot.dialogue.written import Pattern
from bot.envelope import Content
from core.phrases import Value, say

HINT = say("Please write an amount, such as 200.")
MONEY = Pattern(r"[1-9]\d{0,6}(\.\d{1,2})?", HINT)
SAID = re.compile(r"(?:CN¥|RMB|CNY|¥)?\s*(\d{1,6}(?:\.\d{1,2})?)\s*(?:元|块|块钱|yuan|CNY|RMB)?", re.IGNORECASE)
KEPT = re.compile(r"\d{1,6}(\.\d{1,2})?")
NOTHING = Choice("0", say("Nothing"))


class Amount(Answer[Decimal]):
    """What something costs, which may be nothing; `offer` proposes what it costs as a rule."""

    def __init__(self, offer: Offering) -> None:
        self.offer = offer

    @override
    def read(self, content: Content, occasion: Occasion) -> Decimal:
        said = SAID.fullmatch(unicodedata.normalize("NFKC", words_of(content)).replace(",", "").strip())
        if said is None:
            raise Misunderstood(HINT)
        return Decimal(said[1])

    @override
    def keep(self, value: Decimal) -> str:
        return str(value)

    @override
    def recall(self, kept: str) -> Decimal:
        if not KEPT.fullmatch(kept):
            raise ValueError(kept)
        return Decimal(kept)

    @override
    def choices(self, occasion: Occasion, answers: Answers) -> Sequence[Choice]:
        return self.offer(occasion, answers)

    @override
    def shown(self, kept: str) -> Value:
        return self.recall(kept)

    @override
    def claims(self, word: str) -> bool:
        return word == "0"


def offered(*amounts: Decimal) -> list[Choice]:
    return [*(Choice(str(amount), amount) for amount in dict.fromkeys(amounts) if amount), NOTHING]
