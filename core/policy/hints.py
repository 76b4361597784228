"""Words that give away what a sentence is about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable


def plain(text: str) -> str:
    """As words are compared: full-width letters narrow, capitals small."""
    return unicodedata.normalize("NFKC", text).casefold()


def weight(text: str, words: Iterable[str]) -> int:
    """The length of the longest of `words` in `text` (both plain); 0 if there is none of them."""
    return max(map(len, found(text, words)), default=0)


def mentions(text: str, words: Iterable[str]) -> bool:
    """True if one of `words` is in `text` (both plain)."""
    return bool(found(text, words))


def found(text: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word in text and begins(text, word)]


def begins(text: str, word: str) -> bool:
    """A Latin word must begin where a word begins, so that "tap" is not found in "retap" but "leak" in "leaking"."""
    return not word.isascii() or bool(re.search(rf"(?<![a-z0-9]){re.escape(word)}", text))
