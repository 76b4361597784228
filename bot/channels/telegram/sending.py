"""A parcel on its way to Telegram, and how that ended."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from telegram import InlineKeyboardMarkup, InputMediaPhoto, LinkPreviewOptions
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.channels.telegram.calling import Bot
from bot.channels.telegram.drawing import Message, Pictures, Words, edit_of, messages
from bot.channels.telegram.refusals import is_same, is_uneditable, outcome_of
from core.outcomes import Outcome, Retry, Sent, Unknown
from core.ports import Parcel

Place: TypeAlias = Callable[[str], Path | None]
HTML: Final = "HTML"
PATIENT_WITHIN: Final = 15.0  # seconds; between the messages of one parcel
PLAIN: Final = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Sending:
    """`place` finds the file of a picture."""

    bot: Bot
    place: Place

    async def send(self, parcel: Parcel) -> Outcome:
        """Edits what the parcel takes the place of, if it can be edited; else it is sent anew."""
        chat = int(parcel.chat.chat)
        try:
            if done := await self.edit(chat, parcel):
                return done
            return await self.bring(chat, messages(parcel.body))
        except ChatMigrated as moved:
            return await self.bring(moved.new_chat_id, messages(parcel.body))
        except TelegramError as error:
            return outcome_of(error)

    async def edit(self, chat: int, parcel: Parcel) -> Sent | None:
        """None if the message must be sent anew. Raises TelegramError."""
        before, after = parcel.replaces or str(parcel.body.get("over", "")), edit_of(parcel.body)
        if not before.isdecimal() or after is None:
            return None
        keyboard = after.keyboard if isinstance(after.keyboard, InlineKeyboardMarkup) else None
        try:
            await self.bot.edit_message_text(
                after.html, chat, int(before), parse_mode=HTML, reply_markup=keyboard, link_preview_options=PLAIN
            )
        except BadRequest as refused:
            if is_uneditable(refused):
                return None
            if not is_same(refused):
                raise
        return Sent(before)

    async def bring(self, chat: int, parts: tuple[Message, ...]) -> Outcome:
        """One after the other. Once one has arrived, a failure leaves it open how much the person has seen."""
        number = 0
        for done, part in enumerate(parts):
            try:
                number = await (self.patiently(chat, part) if done else self.one(chat, part)) or number
            except TelegramError as error:
                if not done:
                    raise
                outcome = outcome_of(error)
                return Unknown("arrived in part") if isinstance(outcome, Retry) else outcome
        return Sent(str(number) if number else "")

    async def patiently(self, chat: int, part: Message) -> int:
        """Telegram may ask for a short pause between two messages. Raises TelegramError."""
        try:
            return await self.one(chat, part, PATIENT_WITHIN)
        except TelegramError as error:
            outcome = outcome_of(error)
            if not isinstance(outcome, Retry) or outcome.after.total_seconds() > PATIENT_WITHIN:
                raise
        await asyncio.sleep(outcome.after.total_seconds())
        return await self.one(chat, part, PATIENT_WITHIN)

    async def one(self, chat: int, part: Message, patience: float | None = None) -> int:
        """The message's number; 0 where there is none to tell. Raises TelegramError."""
        if isinstance(part, Words):
            message = await self.bot.send_message(
                chat, part.html, HTML, reply_markup=part.keyboard, link_preview_options=PLAIN,
                rate_limit_args=patience,
            )  # fmt: skip
            return message.message_id
        return await self.show(chat, part, patience)

    async def show(self, chat: int, part: Pictures, patience: float | None) -> int:
        """Pictures that have been forgotten meanwhile are left out."""
        files = await asyncio.to_thread(self.files, part.media)
        match files:
            case []:
                return await self.one(chat, Words(part.html, part.keyboard)) if part.html else 0
            case [file]:
                shown = await self.bot.send_photo(
                    chat, file, part.html, parse_mode=HTML, reply_markup=part.keyboard, rate_limit_args=patience
                )
            case _:
                album = [InputMediaPhoto(file) for file in files]
                shown, *_ = await self.bot.send_media_group(
                    chat, album, caption=part.html or None, parse_mode=HTML, rate_limit_args=patience
                )
        return shown.message_id

    def files(self, media: tuple[str, ...]) -> list[bytes]:
        return [path.read_bytes() for path in map(self.place, media) if path]
