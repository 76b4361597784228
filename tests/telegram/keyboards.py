"""What may hang under a message."""

from __future__ import annotations

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from tests.telegram.chats import Room
from tests.telegram.refusals import Json, bad

MOST_BUTTONS, MOST_IN_A_ROW = 100, 8
MOST_DATA = 64
MOST_COPIED = 256
MOST_PLACEHOLDER = 64
ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip


def inline(markup: InlineKeyboardMarkup | None) -> Json | None:
    """The keyboard as it is kept with its message; without buttons there is none."""
    if markup is None:
        return None
    check_size([len(row) for row in markup.inline_keyboard])
    for row in markup.inline_keyboard:
        for button in row:
            check(button)
    kept = markup.model_dump(exclude_none=True)
    rows = [row for row in kept["inline_keyboard"] if row]
    return {"inline_keyboard": rows} if rows else None


def check_size(rows: list[int]) -> None:
    if sum(rows) > MOST_BUTTONS or any(row > MOST_IN_A_ROW for row in rows):
        raise bad("reply markup is too long")


def check(button: InlineKeyboardButton) -> None:
    if not button.text.strip():
        raise bad("can't parse inline keyboard button: button text must be non-empty")
    if len(button.model_dump(include=ACTIONS, exclude_none=True)) != 1:
        raise bad("can't parse inline keyboard button: text buttons are unallowed in the inline keyboard")
    if button.callback_data is not None and not 1 <= len(button.callback_data.encode()) <= MOST_DATA:
        raise bad("BUTTON_DATA_INVALID")
    if button.url is not None and "://" not in button.url:
        raise bad(f"inline keyboard button URL '{button.url}' is invalid: wrong HTTP URL")
    if button.copy_text is not None and not 1 <= len(button.copy_text.text) <= MOST_COPIED:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def hang(room: Room, markup: object) -> Json | None:
    """The inline keyboard of the message; a reply keyboard changes what stands under the whole chat."""
    match markup:
        case InlineKeyboardMarkup():
            return inline(markup)
        case ReplyKeyboardMarkup():
            check_reply_keyboard(room, markup)
            room.keyboard = markup.model_dump(exclude_none=True)
        case ReplyKeyboardRemove():
            room.keyboard = None
        case _:
            pass
    return None


def check_reply_keyboard(room: Room, markup: ReplyKeyboardMarkup) -> None:
    check_size([len(row) for row in markup.keyboard])
    if markup.input_field_placeholder is not None and not 1 <= len(markup.input_field_placeholder) <= MOST_PLACEHOLDER:
        raise bad("input field placeholder is invalid")
    for button in (button for row in markup.keyboard for button in row):
        check_reply_button(room, button)


def check_reply_button(room: Room, button: KeyboardButton) -> None:
    if not button.text.strip():
        raise bad("can't parse keyboard button: button text must be non-empty")
    if room.type != "private" and button.request_contact:
        raise bad("phone number can be requested in private chats only")
    if room.type != "private" and button.request_location:
        raise bad("location can be requested in private chats only")
