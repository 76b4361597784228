"""Answers in somebody's own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from re import Pattern as Compiled

from typing_extensions import override

from bot.dialogue.answer import Answer, Answers, Misunderstood, words_of
from bot.dialogue.choices import Choice
from bot.dialogue.clean import clean, has_substance, one_line
from bot.dialogue.occasion import Occasion
from bot.envelope import Content
from core.phrases import Phrase, Value, say

NOT_IN_A_LINE = frozenset("?？!！")
LONGEST_CODE = 200  # nothing longer is matched against a pattern


class Written(Answer[str]):
    """What is kept is what was written."""

    @override
    def keep(self, value: str) -> str:
        return value


class FreeText(Written):
    """Lengths are in characters. `anything`: words that begin another form are an answer too."""

    def __init__(self, shortest: int = 1, longest: int = 1000, *, anything: bool = False) -> None:
        self.shortest = shortest
        self.longest = longest
        self.anything = anything

    @override
    def claims(self, word: str) -> bool:
        return self.anything

    @override
    def read(self, content: Content, occasion: Occasion) -> str:
        text = words_of(content)
        if len(text) > self.longest:
            raise Misunderstood(
                say(
                    "That is too long: {length} characters. At most {longest}, please.",
                    length=len(text),
                    longest=self.longest,
                )
            )
        if len(text) < self.shortest or not has_substance(text):
            raise Misunderstood(say("Please write at least {shortest} characters.", shortest=self.shortest))
        return text

    @override
    def recall(self, kept: str) -> str:
        if kept != clean(kept) or not self.shortest <= len(kept) <= self.longest or not has_substance(kept):
            raise ValueError(kept)
        return kept


class Line(Written):
    """A single line that has a letter in it, and asks and shouts nothing; `hint` says what it should look like."""

    def __init__(self, hint: Phrase, shortest: int, longest: int) -> None:
        self.hint = hint
        self.shortest = shortest
        self.longest = longest

    @override
    def read(self, content: Content, occasion: Occasion) -> str:
        line = one_line(words_of(content))
        if not self.fits(line):
            raise Misunderstood(self.hint)
        return line

    @override
    def recall(self, kept: str) -> str:
        if kept != one_line(kept) or not self.fits(kept):
            raise ValueError(kept)
        return kept

    @override
    def called(self, kept: str, occasion: Occasion, answers: Answers) -> Value:
        """A name or an address that is offered is called what it is."""
        return self.shown(kept)

    def fits(self, line: str) -> bool:
        if not self.shortest <= len(line) <= self.longest or NOT_IN_A_LINE & set(line):
            return False
        return any(letter.isalpha() for letter in line)


class PersonName(Line):
    """Offers the name by which the person is known already, unless it is somebody else's that is asked for."""

    def __init__(self, *, own: bool = True) -> None:
        self.own = own
        super().__init__(say("Please give a name, of at most 40 characters."), shortest=1, longest=40)

    @override
    def choices(self, occasion: Occasion, answers: Answers) -> Sequence[Choice]:
        name = one_line(occasion.person.own_name) if self.own else ""
        return (Choice(name, name),) if self.fits(name) else ()


class Pattern(Written):
    """A code such as an order number: the whole text must match, as typed or in capitals."""

    def __init__(self, pattern: str, hint: Phrase) -> None:
        self.pattern: Compiled[str] = re.compile(pattern)
        self.hint = hint

    @override
    def read(self, content: Content, occasion: Occasion) -> str:
        text = unicodedata.normalize("NFKC", words_of(content))
        for candidate in (text, text.upper()):
            if self.fits(candidate):
                return candidate
        raise Misunderstood(self.hint)

    @override
    def recall(self, kept: str) -> str:
        if not self.fits(kept):
            raise ValueError(kept)
        return kept

    @override
    def claims(self, word: str) -> bool:
        return self.fits(word)

    def fits(self, text: str) -> bool:
        return 0 < len(text) <= LONGEST_CODE and bool(self.pattern.fullmatch(text))
