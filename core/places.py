"""An address in words, with the place on the map that somebody shared for it."""

from __future__ import annotations

import re
from typing import Final

from core.phrases import Value, say

PLACED: Final = re.compile(r"(.*) \(GPS (-?\d{1,2}\.\d{5}), (-?\d{1,3}\.\d{5})\)", re.DOTALL)


def placed(words: str, latitude: float, longitude: float) -> str:
    """Degrees, to the metre."""
    return f"{words} (GPS {latitude:.5f}, {longitude:.5f})"


def in_words(address: str) -> str:
    found = PLACED.fullmatch(address)
    return found[1] if found else address


def on_map(address: str) -> Value:
    """A link to the place, on a map that works where its reader's language is spoken; nothing if none was shared."""
    found = PLACED.fullmatch(address)
    if not found:
        return ""
    return say("https://maps.google.com/?q={latitude},{longitude}", latitude=found[2], longitude=found[3])
