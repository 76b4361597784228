"""The shapes of what a page may say; whatever else arrives is Garbled."""

from __future__ import annotations

import re
from typing import cast

from core.errors import Refused
from core.phrases import Phrase, say

LANGUAGES = ("zh_CN", "en")
LONGEST_TOKEN = 60  # bytes
KEY = re.compile(r"[A-Za-z0-9_-]{0,200}")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LINK = re.compile(r"[A-Za-z0-9_-]{1,64}")
MEDIA = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")
# NUL breaks PostgreSQL, a lone surrogate breaks UTF-8, the other control characters break exports and terminals.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Garbled(Refused):
    """Not a frame of ours. `message_id` names the message it meant, as far as that can be told."""

    def __init__(self, message_id: str | None = None, phrase: Phrase | None = None) -> None:
        super().__init__(phrase or say("I could not read that message."))
        self.message_id = message_id


def an_object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise Garbled
    return cast("dict[str, object]", value)


def a_number(value: object) -> int:
    """Line numbers only: no truth values, nothing that a database or a browser could not hold."""
    if type(value) is not int or not 0 <= value < 2**53:
        raise Garbled
    return value


def a_word(value: object, shape: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise Garbled
    return value


def a_token(value: object) -> str:
    token = some(a_text(value))
    if len(token.encode()) > LONGEST_TOKEN:
        raise Garbled
    return token


def a_text(value: object) -> str:
    if not isinstance(value, str):
        raise Garbled
    return UNPRINTABLE.sub("", value.replace("\r\n", "\n")).strip()


def not_longer(text: str, longest: int) -> str:
    if len(text) > longest:
        raise Garbled(phrase=say("That message is too long: at most {most} characters, please.", most=longest))
    return text


def some(text: str) -> str:
    if not text:
        raise Garbled
    return text


def a_language(value: object) -> str:
    return value if isinstance(value, str) and value in LANGUAGES else LANGUAGES[0]
