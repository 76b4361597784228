"""What a kind of answer must be able to do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Generic, TypeAlias, TypeVar

from bot.dialogue.choices import Choice
from bot.dialogue.clean import clean
from bot.dialogue.occasion import Occasion
from bot.envelope import Content, Text
from core.phrases import Phrase, Value, say

T = TypeVar("T")
Answers: TypeAlias = Mapping[str, str]  # what is kept, by the name of the question; "" was skipped

CHOOSE = say("Please choose one of these.")
NOTHING = say("There is nothing to choose from at the moment.")


class Misunderstood(Exception):
    """The message does not answer the question. `hint` tells the person what would."""

    def __init__(self, hint: Phrase) -> None:
        super().__init__(hint.key)
        self.hint = hint


class Answer(ABC, Generic[T]):
    """A kind of answer: how a message is read, kept in the draft, recalled, and shown in the summary."""

    asks = "text"  # what the page may make easy to give: text, phone, photos, choice
    shares = ""  # phone, place: what a network's own button may give as the answer
    takes_files = False  # a file that comes meanwhile is the answer
    closed = False  # only what is offered can be answered
    nothing_offered = NOTHING  # said instead of the prompt when a closed menu is empty

    @abstractmethod
    def read(self, content: Content, occasion: Occasion) -> T:
        """Understand a message that is none of the choices, or raise Misunderstood."""

    @abstractmethod
    def keep(self, value: T) -> str:
        """What is stored in the draft; never empty, because empty means skipped."""

    @abstractmethod
    def recall(self, kept: str) -> T:
        """Turn what was stored back; raise ValueError if today's form would not accept it."""

    def choices(self, occasion: Occasion, answers: Answers) -> Sequence[Choice]:  # noqa: ARG002
        """The menu to put under the question. A choice's value is what `keep` would give."""
        return ()

    def shown(self, kept: str) -> Value:
        return kept

    def called(self, kept: str, occasion: Occasion, answers: Answers) -> Value:
        """What was answered without seeing the menu has the name that the menu gives it."""
        for choice in self.choices(occasion, answers):
            if choice.value == kept:
                return choice.label
        return self.shown(kept)

    def claims(self, word: str) -> bool:  # noqa: ARG002
        """The word is an answer here, although it steers the conversation elsewhere: 0 is a number."""
        return False


def words_of(content: Content) -> str:
    if not isinstance(content, Text):
        raise Misunderstood(say("Please answer in words."))
    return clean(content.text)
