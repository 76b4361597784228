"""An address in words, with the place on the map that somebody shared for it."""

from __future__ import annotations

import re
from math import asin, cos, radians, sin, sqrt
from typing import Final
from urllib.parse import quote

from core.phrases import Value, say

AROUND: Final = 6_371_000  # metres from the middle of the earth
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


def on_any_map(address: str) -> Value:
    """A link to the place that was shared, or else to where a map finds these words."""
    words = quote(in_words(address).strip(), safe="")
    return on_map(address) or (say("https://maps.google.com/?q={words}", words=words) if words else "")


def metres_from(address: str, latitude: float, longitude: float) -> int | None:
    """As the crow flies; None if no place was shared for the address."""
    found = PLACED.fullmatch(address)
    if not found:
        return None
    here, there = radians(latitude), radians(float(found[2]))
    across = radians(float(found[3]) - longitude)
    bow = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(across / 2) ** 2
    return round(2 * AROUND * asin(sqrt(bow)))
