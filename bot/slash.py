"""The commands that a network may list: what is in the menu, by its English word, and what can be said anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.conversations import CONVERSATIONS
from bot.handlers import handlers_of
from core.people import Person
from core.phrases import Phrase, say
from core.values import dataclass

WORD = re.compile(r"[a-z0-9_]{1,32}", re.ASCII)
EVERYWHERE = (
    ("help", say("What can be done here")),
    ("cancel", say("Cancel what is being asked")),
    ("language", say("Change the language")),
    ("mydata", say("What we keep about you")),
)


@dataclass(frozen=True, slots=True)
class Command:
    word: str  # what is said after the slash
    about: Phrase


def commands(person: Person) -> tuple[Command, ...]:
    """Those that this person may use, each once, in the order of the menu."""
    found: dict[str, Phrase] = {}
    for word, about in (*own(person), *EVERYWHERE):
        found.setdefault(word, about)
    return tuple(Command(word, about) for word, about in found.items())


def own(person: Person) -> Iterator[tuple[str, Phrase]]:
    for form in CONVERSATIONS:
        slashed = (word[1:] for word in form.opens_with if word.startswith("/"))
        if form.in_menu_of(person) and (word := first_word(slashed)):
            yield word, form.title
    for handler in handlers_of(person.roles):
        if handler.label and (word := first_word(handler.words)):
            yield word, handler.label


def first_word(words: Iterable[str]) -> str:
    return next((word for word in words if WORD.fullmatch(word)), "")
