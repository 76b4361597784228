"""The buttons of a reply: under the message, or in place of the keyboard where Telegram itself can give the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, Final, TypeAlias
from unicodedata import east_asian_width

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

Keyboard: TypeAlias = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
Labelled: TypeAlias = Sequence[tuple[str, str]]  # label, token
WIDEST: Final = 26  # columns of letters in a row, on a narrow telephone
MOST_IN_ROW: Final = 4
MOST: Final = 100
SIGNS: Final = {"phone": "📱", "place": "📍", "arrival": "📍"}


def keyboard_of(body: Mapping[str, Any]) -> Keyboard | None:
    """Where Telegram can give the answer, a label that is typed means the choice."""
    buttons: Labelled = tuple((label, token) for label, token in body.get("buttons", ()))[:MOST]
    if share := body.get("share"):
        return sharing(share, str(body.get("sharing", "")), [label for label, _ in buttons])
    if buttons:
        return InlineKeyboardMarkup([[below(*button) for button in row] for row in rows(buttons)])
    return ReplyKeyboardRemove() if body.get("unshare") else None


def below(label: str, token: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=token)


def sharing(what: str, label: str, others: Sequence[str]) -> ReplyKeyboardMarkup:
    button = KeyboardButton(
        f"{SIGNS[what]} {label}".strip(), request_contact=what == "phone", request_location=what != "phone"
    )
    others_rows = ([KeyboardButton(label) for label, _ in row] for row in rows([(label, "") for label in others]))
    return ReplyKeyboardMarkup(list(chain([[button]], others_rows)), resize_keyboard=True, one_time_keyboard=True)


def rows(buttons: Labelled) -> Iterator[Labelled]:
    """Short ones side by side, a long one in a row of its own."""
    row = list[tuple[str, str]]()
    for button in buttons:
        if row and (len(row) == MOST_IN_ROW or width([*row, button]) > WIDEST):
            yield row
            row = []
        row.append(button)
    if row:
        yield row


def width(row: Labelled) -> int:
    """Each takes as much room as the widest of them."""
    return len(row) * max(columns(label) + 2 for label, _ in row)


@lru_cache(maxsize=256)
def columns(label: str) -> int:
    """Most labels are the same few."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in label)
