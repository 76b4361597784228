"""What may not be written into a log is taken out of it, whoever wrote it there."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias, cast

from structlog.typing import EventDict

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"

MASK = "•••"
LONGEST = 200
LARGEST = 10**9  # from here on a number may be one to call
# Parts of a key that announce what somebody said, who he is or where he lives, or a secret.
# fmt: off
TELLTALE = frozenset({
    "text", "words", "name", "phone", "tel", "mobile", "email", "address", "location", "customer", "person",
    "body", "raw", "draft", "answer", "answers", "facts", "comment", "note", "notes", "photo", "photos", "said",
    "message", "reply", "content", "serial", "order", "query", "path", "key", "keys", "token", "secret",
    "password", "code", "authorization", "cookie", "headers", "invitation",
})
# fmt: on
OURS = frozenset({"exception", "trouble", "of"})  # put there by this package, and known to hold nothing personal
# Digits as people write telephone numbers; not the number of a ticket, such as F-260118-0042.
CALLABLE = re.compile(r"(?<![A-Za-z0-9])(?<![A-Za-z]-)(?<!\d-)\+?\d(?:[ ().-]{0,2}\d){6,}")
# Not the name of a file or a function, which has no capitals and no figures.
KEY = re.compile(r"(?<![A-Za-z0-9_-])(?=[a-z_-]*[A-Z0-9])[A-Za-z0-9_-]{20,}")
PART_OF_URL = re.compile(r"(?<=://)[^\s/@]+(?=@)|(?<=[\w/])[?#]\S+")
HUMAN = re.compile(r"[^\x00-\x7f]+")


def discreet(_: object, __: str, event: EventDict) -> EventDict:
    """A processor for structlog."""
    return {name: value if name in OURS else allowed(name, value) for name, value in event.items()}


def allowed(name: str, value: object) -> Value:
    return MASK if tells(name) else harmless(value)


@lru_cache(1000)
def tells(name: str) -> bool:
    return not TELLTALE.isdisjoint(name.lower().split("_"))


def harmless(value: object) -> Value:
    """Of a value that is none of these, only the kind is told: its repr would show what is in it."""
    match value:
        case None | bool() | float():
            return value
        case int():
            return value if abs(value) < LARGEST else MASK
        case str():
            return masked(value)
        case date():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case list() | tuple() | set() | frozenset():
            return [harmless(item) for item in cast("list[object]", value)]
        case dict():
            return {masked(str(k)): allowed(str(k), v) for k, v in cast("dict[object, object]", value).items()}
        case _:
            return type(value).__name__


@lru_cache(1000)
def masked(text: str) -> str:
    """Without what looks like a telephone number, a key, or words in another script than that of programs."""
    for pattern in (PART_OF_URL, CALLABLE, KEY, HUMAN):
        text = pattern.sub(MASK, text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
