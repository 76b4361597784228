"""Some lines of the contract that a form is about, kept as their numbers: "1,3", or "none"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from typing_extensions import override

from bot.dialogue.answer import Answer, Answers, Misunderstood, words_of
from bot.dialogue.choices import Choice
from bot.dialogue.numerals import whole_number
from bot.dialogue.occasion import Occasion
from bot.envelope import Content
from core.contracts import ContractLine, goods_of, lines_of
from core.phrases import Phrase, Value, say
from core.tickets import Ref, Ticket

NONE = "none"
KEPT = re.compile(r"none|[1-9]\d?(,[1-9]\d?)*", re.ASCII)
BETWEEN = re.compile(r"[\s,，、;；和]+|and")


class SomeLines(Answer[tuple[int, ...]]):
    """Of the lines that `of` gives for the ticket. `none` and `every` are what the two other choices are called."""

    asks = "choice"

    def __init__(self, of: Callable[[Ticket], Sequence[ContractLine]], none: Phrase, every: Phrase) -> None:
        self.of = of
        self.none = none
        self.every = every

    def lines(self, occasion: Occasion) -> Sequence[ContractLine]:
        return self.of(occasion.desk.ticket(Ref(occasion.about)))

    @override
    def read(self, content: Content, occasion: Occasion) -> tuple[int, ...]:
        numbers = [whole_number(part) for part in BETWEEN.split(words_of(content)) if part]
        last = len(self.lines(occasion))
        if not numbers or not all(number and 1 <= number <= last for number in numbers):
            raise Misunderstood(say("Please choose one, or type the numbers of several, such as 1 3."))
        return tuple(sorted({number for number in numbers if number}))

    @override
    def keep(self, value: tuple[int, ...]) -> str:
        return ",".join(map(str, value)) or NONE

    @override
    def recall(self, kept: str) -> tuple[int, ...]:
        if not KEPT.fullmatch(kept):
            raise ValueError(kept)
        return () if kept == NONE else tuple(map(int, kept.split(",")))

    @override
    def choices(self, occasion: Occasion, answers: Answers) -> Sequence[Choice]:
        """The lines come first, so that what is typed is the number of a line as well as of a choice."""
        found = self.lines(occasion)
        each = [Choice(str(number), goods_of((line,))) for number, line in enumerate(found, 1)]
        whole = [Choice(",".join(str(n + 1) for n in range(len(found))), self.every)] if len(found) > 1 else []
        return [*each, Choice(NONE, self.none), *whole]

    @override
    def shown(self, kept: str) -> Value:
        return self.none if kept == NONE else kept.replace(",", " ")


def every_line(ticket: Ticket) -> Sequence[ContractLine]:
    return lines_of(ticket.facts)


def missing_lines(ticket: Ticket) -> Sequence[ContractLine]:
    return [line for line in lines_of(ticket.facts) if line.model in (ticket.facts.get("missing") or ())]


def models(lines: Sequence[ContractLine], numbers: Sequence[int]) -> list[str]:
    """Of the lines with these numbers that are still there."""
    return [lines[number - 1].model for number in numbers if number <= len(lines)]
