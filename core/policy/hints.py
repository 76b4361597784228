"""Words that give away what a sentence is about."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def plain(text: str) -> str:
    """As words are compared: full-width letters narrow, capitals small."""
    return unicodedata.normalize("NFKC", text).casefold()


def weight(text: str, words: tuple[str, ...]) -> int:
    """The length of the longest of `words` in `text` (both plain); 0 if there is none of them."""
    those = found(text, words)
    return max(map(len, those)) if those else 0


def mentions(text: str, words: tuple[str, ...]) -> bool:
    """True if one of `words` is in `text` (both plain)."""
    return bool(found(text, words))


def found(text: str, words: tuple[str, ...]) -> list[str]:
    """Most of what is said has none of them: that is found out at once, not word by word."""
    if not words or any_of(words).search(text) is None:
        return []
    return [word for word in words if word in text and begins(text, word)]


@lru_cache(maxsize=1024)
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


def begins(text: str, word: str) -> bool:
    """A Latin word must begin where a word begins, so that "tap" is not found in "retap" but "leak" in "leaking"."""
    return not word.isascii() or bool(re.search(rf"(?<![a-z0-9]){re.escape(word)}", text))
