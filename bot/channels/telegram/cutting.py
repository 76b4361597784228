"""Long texts in pieces that Telegram takes, cut where a reader would pause, and never within a character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

TEXT: Final = 4096  # UTF-16 code units, as Telegram counts
CAPTION: Final = 1024
# Where to cut, the best first: between paragraphs, lines, sentences, words.
BREAKS: Final = tuple(map(regex.compile, (r"\n\s*\n", r"\n", r"(?<=[。！？；])|(?<=[.!?;])\s", r"\s+|(?<=[，、])")))
CHARACTER: Final = regex.compile(r"\X")


def pieces(text: str, most: int = TEXT) -> Iterator[str]:
    """None is empty; what is between two of them is only space."""
    rest = text.strip()
    while units(rest) > most:
        piece, rest = split(rest, most)
        yield piece.rstrip()
        rest = rest.lstrip()
    if rest:
        yield rest


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def split(text: str, most: int) -> tuple[str, str]:
    """At the last good place in the second half of what fits."""
    ends = fitting(text, most)
    middle, end = ends[-1] // 2, ends[-1]
    whole = set(ends)
    for place in BREAKS:
        cuts = [at for found in place.finditer(text, 0, end) if (at := found.end()) > middle and at in whole]
        if cuts:
            return text[: cuts[-1]], text[cuts[-1] :]
    return text[:end], text[end:]


def fitting(text: str, most: int) -> list[int]:
    """Where the characters end that fit; of one that is too long alone, as much as fits of it."""
    ends, counted = list[int](), 0
    for character in CHARACTER.finditer(text):
        counted += units(character.group())
        if counted > most:
            break
        ends.append(character.end())
    return ends or [len(text.encode("utf-16-le")[: most * 2].decode("utf-16-le", "ignore"))]
