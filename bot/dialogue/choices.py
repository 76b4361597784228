"""A menu, and what somebody means who answers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.dialogue.clean import plain
from bot.dialogue.numerals import place_in_line, whole_number
from bot.dialogue.words import Words
from core.phrases import Value
from core.values import dataclass

AROUND_A_NUMBER = "()（）[]第个项号条选、. \ufe0f\u20e3"  # "2)", "第二个", and what makes a digit a keycap


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is what is kept in the draft when this is chosen."""

    value: str
    label: Value


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice as the person saw it, so that "2" goes on meaning what it meant."""

    value: str
    label: str


def as_seen(choices: Iterable[Choice], words: Words) -> tuple[Offer, ...]:
    return tuple([Offer(choice.value, words(choice.label)) for choice in choices])


def labelled(text: str, offered: Sequence[Offer]) -> Offer | None:
    """The one choice that is called exactly that."""
    word = plain(text) if offered else ""
    return only([offer for offer in offered if plain(offer.label) == word]) if word else None


def chosen(text: str, offered: Sequence[Offer], *, closed: bool) -> Offer | None:
    """The choice meant by its label, its number or, where nothing else can be answered, the beginning of its label."""
    return labelled(text, offered) or numbered(text, offered, closed=closed)


def numbered(text: str, offered: Sequence[Offer], *, closed: bool) -> Offer | None:
    """The choice meant by what is not its whole label."""
    if not offered:
        return None
    word = plain(text)
    number = place_in_line(word) or whole_number(word.strip(AROUND_A_NUMBER))
    if number is not None and 1 <= number <= len(offered):
        return offered[number - 1]
    return only([offer for offer in offered if word and plain(offer.label).startswith(word)]) if closed else None


def only(found: list[Offer]) -> Offer | None:
    return found[0] if len(found) == 1 else None
