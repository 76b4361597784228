"""Where somebody lives: in words, which a place on the map may precede, as no map knows floor and flat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from typing_extensions import override

from bot.dialogue.answer import Answers, Misunderstood, words_of
from bot.dialogue.choices import Choice
from bot.dialogue.clean import has_substance, one_line
from bot.dialogue.draft import Draft
from bot.dialogue.menus import Offering
from bot.dialogue.occasion import Occasion
from bot.dialogue.question import Question
from bot.dialogue.written import Line
from bot.envelope import Content, Place
from core.phrases import say
from core.places import in_words, placed
from core.values import replace

IN_WORDS: Final = say("Thank you, I have the place. Please add house number, floor and flat in words.")


class Address(Line):
    """Of who is asked, who may be there and share his place; not `own`: of somebody else. `offer`: where it may be."""

    def __init__(self, offer: Offering | None = None, *, own: bool = True) -> None:
        self.offer = offer
        self.shares = "place" if own else ""
        hint = say("Please give the full address: district, street, house number and flat.")
        super().__init__(hint, shortest=5, longest=200)

    def read_near(self, content: Content, place: str) -> str:
        """With a place, a house number is enough. Raises Misunderstood."""
        line = one_line(words_of(content))
        if not has_substance(line) or len(line) > self.longest:
            raise Misunderstood(IN_WORDS)
        return line + place

    @override
    def choices(self, occasion: Occasion, answers: Answers) -> Sequence[Choice]:
        return self.offer(occasion, answers) if self.offer else ()

    @override
    def recall(self, kept: str) -> str:
        words = in_words(kept)
        if words == kept:
            return super().recall(kept)
        if words != one_line(words) or not has_substance(words) or len(words) > self.longest:
            raise ValueError(kept)
        return kept


def with_place(draft: Draft, question: Question[Any], place: Place) -> Draft:
    kept = placed("", place.latitude, place.longitude)
    return replace(draft, gathered={**draft.gathered, question.name: kept})


def place_of(draft: Draft, question: Question[Any]) -> str:
    """What was shared for this question and waits for words; what was answered before may wait there too."""
    kept = draft.gathered.get(question.name)
    return kept if kept and isinstance(question.accepts, Address) and not in_words(kept) else ""
