"""A ticket's card: one in a chat, the newest at the end, where its reader has heard it come."""

from __future__ import annotations

from typing import Final

import structlog
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.calling import Bot
from core.ports import Json, Parcel

log = structlog.get_logger()
NO_JSON: Final[Json] = {}


def in_place_of(parcel: Parcel) -> str:
    """The message that is to be edited, or nothing.

    An edit makes no sound: a card is edited where it was pressed, as its reader looks at it, and in a group, which
    takes only twenty messages a minute.
    """
    over = str(parcel.body.get("over", ""))
    if not parcel.body.get("card"):
        return over
    return parcel.replaces if over == parcel.replaces or parcel.chat.chat.startswith("-") else ""


def fresh(parcel: Parcel) -> Json:
    """What is to be shown: the pictures of the card before stand in the chat already."""
    seen = (parcel.stood or NO_JSON).get("photos", ())
    photos = [photo for photo in parcel.body.get("photos", ()) if photo not in seen]
    return {**parcel.body, "photos": photos}


async def retire(bot: Bot, chat: int, card: str) -> None:
    """What was replaced goes, or at least its buttons: a message of more than two days cannot be deleted."""
    try:
        try:
            await bot.delete_message(chat, int(card))
        except BadRequest:
            await bot.edit_message_reply_markup(chat, int(card))
    except TelegramError as wrong:  # its buttons are checked against the ticket anyway
        log.debug("old_card_stays", channel="telegram", err_class=type(wrong).__name__)
