"""Answers that are chosen from a menu."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias, TypeVar

from typing_extensions import override

from bot.dialogue.answer import CHOOSE, NOTHING, Answer, Answers, Misunderstood, words_of
from bot.dialogue.choices import Choice
from bot.dialogue.clean import plain
from bot.dialogue.occasion import Occasion
from bot.dialogue.written import FreeText
from bot.envelope import Content, Text
from core.phrases import Phrase, Value, say

E = TypeVar("E", bound=StrEnum)
Offering: TypeAlias = Callable[[Occasion, Answers], Sequence[Choice]]

OWN = "own words: "
YES = frozenset(
    {"yes", "y", "yep", "yeah", "sure", "ok", "是", "是的", "对", "对的", "好", "好的", "可以", "行", "嗯", "有", "要"}
    | {"solved", "it helped", "fixed", "解决了", "修好了", "好了", "管用"}
)
NO = frozenset(
    {"no", "n", "nope", "nah", "不", "不是", "否", "不对", "不好", "不行", "不可以", "没", "没有", "不用", "不要", "无"}
    | {
        "not solved",
        "it didn't help",
        "didn't help",
        "still broken",
        "没解决",
        "还没解决",
        "没用",
        "不管用",
        "还是不行",
    }
)
AND_MORE = re.compile(r"[,，.。!！;；]")  # "no, it still sags"
YES_LABEL, NO_LABEL = say("Yes"), say("No")


class OneOf(Answer[E]):
    """A fixed menu: the members that have a label, in that order."""

    asks = "choice"
    closed = True

    def __init__(self, labels: Mapping[E, Value]) -> None:
        self.labels = labels
        self.options = {option.value: option for option in labels}
        self.menu = tuple(Choice(option.value, label) for option, label in labels.items())

    @override
    def read(self, content: Content, occasion: Occasion) -> E:
        raise Misunderstood(CHOOSE)

    @override
    def keep(self, value: E) -> str:
        return value.value

    @override
    def recall(self, kept: str) -> E:
        if kept not in self.options:
            raise ValueError(kept)
        return self.options[kept]

    @override
    def choices(self, occasion: Occasion, answers: Answers) -> Sequence[Choice]:
        return self.menu

    @override
    def shown(self, kept: str) -> Value:
        return self.labels[self.recall(kept)]


class Own(str):
    """None of the choices: the person's own words."""

    __slots__ = ()


class OneOfOffered(Answer[str]):
    """A menu drawn up at the moment of asking. With `or_words` any other text is an answer too, an `Own`.

    `nothing` is said when there is nothing to choose from; the person can then go back, or skip what is optional.
    `reads` is how the form reads a value: where it raises ValueError, the answer was kept by another version.
    """

    def __init__(
        self,
        offer: Offering,
        *,
        or_words: bool = False,
        longest: int = 200,
        nothing: Phrase = NOTHING,
        reads: Callable[[str], object] = str,
    ) -> None:
        self.offer = offer
        self.closed = not or_words
        self.asks = "text" if or_words else "choice"
        self.own_words = FreeText(longest=longest)
        self.nothing_offered = nothing
        self.reads = reads

    @override
    def read(self, content: Content, occasion: Occasion) -> str:
        if self.closed:
            raise Misunderstood(CHOOSE)
        return Own(self.own_words.read(content, occasion))

    @override
    def keep(self, value: str) -> str:
        return OWN + value if isinstance(value, Own) else value

    @override
    def recall(self, kept: str) -> str:
        if not kept.startswith(OWN):
            self.reads(kept)
            return one_chosen(kept)
        if self.closed:
            raise ValueError(kept)
        return Own(self.own_words.recall(kept.removeprefix(OWN)))

    @override
    def choices(self, occasion: Occasion, answers: Answers) -> Sequence[Choice]:
        return self.offer(occasion, answers)

    @override
    def shown(self, kept: str) -> str:
        return kept.removeprefix(OWN)


def one_chosen(kept: str) -> str:
    if not kept:
        raise ValueError(kept)
    return kept


class YesNo(Answer[bool]):
    asks = "choice"
    closed = True

    def __init__(self, yes: Value = YES_LABEL, no: Value = NO_LABEL) -> None:
        self.labels: Mapping[str, Value] = {"yes": yes, "no": no}
        self.menu = Choice("yes", yes), Choice("no", no)

    @override
    def read(self, content: Content, occasion: Occasion) -> bool:
        word = AND_MORE.split(plain(words_of(content)), maxsplit=1)[0] if isinstance(content, Text) else ""
        if word not in YES | NO:
            raise Misunderstood(CHOOSE)
        return word in YES

    @override
    def keep(self, value: bool) -> str:
        return "yes" if value else "no"

    @override
    def recall(self, kept: str) -> bool:
        if kept not in self.labels:
            raise ValueError(kept)
        return kept == "yes"

    @override
    def choices(self, occasion: Occasion, answers: Answers) -> Sequence[Choice]:
        return self.menu

    @override
    def shown(self, kept: str) -> Value:
        return self.labels.get(kept, kept)
