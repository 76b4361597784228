"""What an error of the Bot API means for the message: the one table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.calling import TooSoon, seconds
from bot.channels.telegram.transport import NotSent
from core.outcomes import Outcome, Retry, Undeliverable, Unknown

SOON: Final = timedelta(seconds=1)
MINUTE: Final = timedelta(minutes=1)


class Why(StrEnum):
    """Why a message cannot be delivered. Telegram's own words may quote what somebody wrote; these do not."""

    BLOCKED = "blocked the bot"
    DELETED = "deleted the account"
    KICKED = "the bot was removed from the group"
    NEVER_CAME = "has not opened the chat with the bot"
    NO_CHAT = "there is no such chat"
    MOVED = "the group has become a supergroup"
    NO_TOPIC = "the topic is gone"
    CLOSED_TOPIC = "the topic is closed"
    NO_RIGHTS = "the bot may not write there"
    TOO_LARGE = "too large"
    REFUSED = "refused by Telegram"


FORBIDDEN: Final[Mapping[str, Why]] = {
    "blocked": Why.BLOCKED,
    "deactivated": Why.DELETED,
    "kicked": Why.KICKED,
    "not a member": Why.KICKED,
    "initiate": Why.NEVER_CAME,
}
WRONG: Final[Mapping[str, Why]] = {
    "chat not found": Why.NO_CHAT,
    "peer_id_invalid": Why.NO_CHAT,
    "thread not found": Why.NO_TOPIC,
    "topic_deleted": Why.NO_TOPIC,
    "topic_id_invalid": Why.NO_TOPIC,
    "topic_closed": Why.CLOSED_TOPIC,
    "not enough rights": Why.NO_RIGHTS,
    "chat_write_forbidden": Why.NO_RIGHTS,
    "too large": Why.TOO_LARGE,
    "too long": Why.TOO_LARGE,
    "too big": Why.TOO_LARGE,
}
SAME: Final = ("not modified", "not_modified")
UNEDITABLE: Final = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "no text in the message",
    "message is not found",
)
UNSHOWABLE: Final = (
    "photo_invalid",  # _dimensions: twenty times as long as wide, or ten thousand pixels around
    "image_process_failed",
    "photo_save_file_invalid",
    "photo_ext_invalid",
    "video_content_type_invalid",
    "media_invalid",
    "voice_messages_forbidden",
    "entity too large",  # what is sent as a document may be five times as large as a photo
    "too big for a photo",
)


def outcome_of(error: TelegramError) -> Outcome:
    """Whatever is not in the table may have arrived. The order matters: most kinds of error are network errors too."""
    match error:
        case RetryAfter():
            return Retry(timedelta(seconds=seconds(error)), "too many requests")
        case TooSoon():
            return Retry(timedelta(seconds=error.after), "its chat has had its share")
        case NotSent():
            return Retry(SOON, f"not connected: {error.message}")
        case InvalidToken():
            return Retry(MINUTE, "Telegram does not know the bot's token")
        case Conflict():
            return Retry(MINUTE, "another program uses the bot's token")
        case ChatMigrated():
            return Undeliverable(Why.MOVED)
        case Forbidden():
            return Undeliverable(meant(error, FORBIDDEN))
        case BadRequest():
            return Undeliverable(meant(error, WRONG))
        case _:
            return Unknown(type(error).__name__)


def meant(error: TelegramError, table: Mapping[str, Why]) -> Why:
    said = error.message.lower()
    return next((why for words, why in table.items() if words in said), Why.REFUSED)


def is_same(error: BadRequest) -> bool:
    """An edit changed nothing: the message looks as it should already."""
    return any(words in error.message.lower() for words in SAME)


def is_uneditable(error: BadRequest) -> bool:
    """The message is gone, too old, or of another kind: it can only be sent anew."""
    return any(words in error.message.lower() for words in UNEDITABLE)


def is_unshowable(error: TelegramError) -> bool:
    """Telegram has not sent a file as what it is; as a document it may."""
    return isinstance(error, BadRequest) and any(words in error.message.lower() for words in UNSHOWABLE)
