"""Make what people type fit to be kept, shown and compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Control characters (NUL cannot be stored), characters that turn the direction of all that follows, halves of
# characters that cannot be encoded, and the byte order mark.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
AROUND = " \n.。!！?？,，、…"


def clean(text: str) -> str:
    """The same words without what cannot be seen, stored or trusted; lines end in a newline only."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text.strip()
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")).strip()


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """As words are compared: narrow, small, without the marks around them.

    One message is compared with everything that could be meant by it, and always with the same words.
    """
    return " ".join(unicodedata.normalize("NFKC", clean(text)).casefold().split()).strip(AROUND)


def shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def has_substance(text: str) -> bool:
    """Something can be seen: not only spaces, joiners and marks of direction."""
    return any(letter.isprintable() and not letter.isspace() for letter in text)
