"""A reply as Telegram shows it: messages with escaped words, pictures and keyboards. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final, TypeAlias

from telegram import InlineKeyboardMarkup, ReplyKeyboardRemove

from bot.channels.telegram.cutting import CAPTION, TEXT, pieces, units
from bot.channels.telegram.keyboards import Keyboard, keyboard_of
from core.values import dataclass

ALBUM: Final = 10
GONE: Final = "✓"  # Telegram takes a keyboard away only with a message


@dataclass(frozen=True, slots=True)
class Words:
    """`html` is escaped."""

    html: str
    keyboard: Keyboard | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Pictures:
    """At most ten names in the media store. A keyboard stands under a single one only."""

    media: tuple[str, ...]
    html: str = ""
    keyboard: Keyboard | None = None


Message: TypeAlias = Words | Pictures


def messages(body: Mapping[str, Any]) -> tuple[Message, ...]:
    """In the order in which they are to be sent; the last is the one that is pressed, answered or edited."""
    return tuple(drawn(body))


def drawn(body: Mapping[str, Any]) -> Iterator[Message]:
    text, photos, keyboard = text_of(body), tuple(body.get("photos", ())), keyboard_of(body)
    if body.get("unshare") and not isinstance(keyboard, ReplyKeyboardRemove):
        yield Words(GONE, ReplyKeyboardRemove(), quiet=True)
    if photos and captioned(body, text, photos, keyboard):
        yield Pictures(photos, marked(text, body), keyboard)
        return
    for start in range(0, len(photos), ALBUM):
        yield Pictures(photos[start : start + ALBUM])
    yield from worded(text, body, keyboard)


def captioned(body: Mapping[str, Any], text: str, photos: Sequence[str], keyboard: Keyboard | None) -> bool:
    """A card stays a message of words, which can be edited however long it becomes; an album has no keyboard."""
    room = units(text) <= CAPTION and not body.get("card")
    return room and (len(photos) == 1 or (len(photos) <= ALBUM and keyboard is None))


def worded(text: str, body: Mapping[str, Any], keyboard: Keyboard | None) -> Iterator[Words]:
    parts = list(pieces(text, TEXT))
    for number, part in enumerate(parts, 1):
        yield Words(marked(part, body), keyboard if number == len(parts) else None)


def edit_of(body: Mapping[str, Any]) -> Words | None:
    """What the reply's message becomes, if an edit can bring it about. It brings no pictures."""
    parts, keyboard = list(pieces(text_of(body), TEXT)), keyboard_of(body)
    if len(parts) != 1 or body.get("unshare") or body.get("photos"):
        return None
    if keyboard is not None and not isinstance(keyboard, InlineKeyboardMarkup):
        return None
    return Words(marked(parts[0], body), keyboard)


def text_of(body: Mapping[str, Any]) -> str:
    """With the number of the ticket on top, so that several in one chat are kept apart; a question says which it is."""
    text, ticket = str(body.get("text", "")), str(body.get("ticket", ""))
    now, of_all = body.get("step") or (1, 1)
    asked = f"{text} ({now}/{of_all})" if of_all > 1 else text
    whole = f"{ticket}\n{asked}" if ticket and ticket not in text else asked
    return whole.encode(errors="replace").decode()


def marked(text: str, body: Mapping[str, Any]) -> str:
    """The number stands out where it is the first line."""
    ticket = str(body.get("ticket", ""))
    if ticket and text.startswith(f"{ticket}\n"):
        return f"<b>{escape(ticket)}</b>{escape(text.removeprefix(ticket), quote=False)}"
    return escape(text, quote=False)
