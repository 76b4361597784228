"""A ticket's card: one in a chat, the newest at the end, where its reader has heard it come."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import structlog
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.calling import Bot
from core.ports import Json, Parcel, Weight

log = structlog.get_logger()
NO_JSON: Final[Json] = {}
PAUSE: Final = timedelta(minutes=1)  # between photos that somebody sends one by one


def in_place_of(parcel: Parcel) -> str:
    """The message that is to be edited, or nothing.

    An edit makes no sound: a card is edited where it was pressed, as its reader looks at it, and in a group, which
    takes only twenty messages a minute.
    """
    over = str(parcel.body.get("over", ""))
    if not parcel.body.get("card") or (over and parcel.weight is Weight.ANSWER):
        return over
    in_group = parcel.chat.chat.startswith("-")
    return parcel.replaces if over == parcel.replaces or in_group or follows_closely(parcel) else ""


def follows_closely(parcel: Parcel) -> bool:
    """An album comes photo by photo, and is acknowledged once; after a pause the acknowledgement comes below it."""
    if parcel.weight is not Weight.ANSWER or parcel.at is None or parcel.stood_at is None:
        return False
    return parcel.at - parcel.stood_at <= PAUSE


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
