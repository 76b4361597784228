"""Files as Telegram shows them: pictures and videos, alone or as an album, voices, documents."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Final, TypeAlias

from telegram import InputMediaPhoto, InputMediaVideo, Message

from bot.channels.telegram.calling import Bot
from bot.channels.telegram.drawing import Pictures, Words
from bot.channels.telegram.keyboards import Keyboard
from bot.media.attachments import Attachment
from core.values import dataclass, replace

Find: TypeAlias = Callable[[str], Awaitable[Attachment | None]]
HTML: Final = "HTML"
SEEN: Final = ("image/jpeg", "video/mp4")  # what an album may hold


@dataclass(frozen=True, slots=True)
class Single:
    file: Attachment
    html: str = ""
    keyboard: Keyboard | None = None
    as_document: bool = False


@dataclass(frozen=True, slots=True)
class Album:
    """Two to ten pictures and videos; what is said stands under the first."""

    files: tuple[Attachment, ...]
    html: str = ""


async def shown(part: Pictures, find: Find) -> tuple[Words | Single | Album, ...]:
    """What has been forgotten meanwhile is left out. Raises StillComing."""
    found = [file for media in part.media if (file := await find(media))]
    if not found:
        return (Words(part.html, part.keyboard),) if part.html else ()
    if len(found) == 1:
        return (Single(found[0], part.html, part.keyboard),)
    return tuple(together(found, part.html))


def together(files: Sequence[Attachment], html: str) -> Iterator[Single | Album]:
    seen = tuple(file for file in files if file.mime in SEEN)
    if len(seen) > 1:
        yield Album(seen, html)
    others = [file for file in files if len(seen) == 1 or file not in seen]
    for number, file in enumerate(others):
        yield Single(file, html if not number and len(seen) <= 1 else "")


def plainer(part: Single | Album) -> tuple[Single, ...]:
    """How to bring what was refused: an album piece by piece, a piece as a document; nothing if it is one."""
    if isinstance(part, Album):
        return tuple(Single(file, "" if number else part.html) for number, file in enumerate(part.files))
    return () if is_document(part) else (replace(part, as_document=True),)


def is_document(part: Single) -> bool:
    return part.as_document or part.file.mime not in {*SEEN, "audio/ogg"}


async def show(bot: Bot, chat: int, part: Single | Album, patience: float | None, thread: int | None = None) -> Message:
    """The message with the words. Raises TelegramError."""
    if isinstance(part, Single):
        return await show_one(bot, chat, part, patience, thread)
    album = [await in_album(file) for file in part.files]
    messages = await bot.send_media_group(
        chat, album, caption=part.html or None, parse_mode=HTML, message_thread_id=thread, rate_limit_args=patience
    )
    return messages[0]


async def in_album(file: Attachment) -> InputMediaPhoto | InputMediaVideo:
    data = await asyncio.to_thread(file.path.read_bytes)
    return InputMediaPhoto(data) if file.mime == "image/jpeg" else InputMediaVideo(data, filename="video.mp4")


async def show_one(bot: Bot, chat: int, part: Single, patience: float | None, thread: int | None) -> Message:
    data, below = await asyncio.to_thread(part.file.path.read_bytes), part.keyboard
    html = part.html or None
    match "" if part.as_document else part.file.mime:
        case "image/jpeg":
            return await bot.send_photo(
                chat, data, html, parse_mode=HTML, reply_markup=below, message_thread_id=thread,
                rate_limit_args=patience,
            )  # fmt: skip
        case "audio/ogg":
            return await bot.send_voice(
                chat, data, caption=html, parse_mode=HTML, reply_markup=below, message_thread_id=thread,
                rate_limit_args=patience,
            )  # fmt: skip
        case "video/mp4":
            return await bot.send_video(
                chat, data, caption=html, parse_mode=HTML, reply_markup=below, filename="video.mp4",
                message_thread_id=thread, rate_limit_args=patience,
            )  # fmt: skip
        case _:
            return await bot.send_document(
                chat, data, html, parse_mode=HTML, reply_markup=below, filename=part.file.name,
                message_thread_id=thread, rate_limit_args=patience,
            )  # fmt: skip
