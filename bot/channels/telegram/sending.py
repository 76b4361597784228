"""A parcel on its way to Telegram, and how that ended."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable
from datetime import timedelta
from typing import Final, TypeAlias

from telegram import InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.channels.telegram.calling import Bot
from bot.channels.telegram.cards import fresh, in_place_of, retire
from bot.channels.telegram.drawing import Words, edit_of, messages
from bot.channels.telegram.refusals import is_same, is_uneditable, is_unshowable, outcome_of
from bot.channels.telegram.showing import HTML, Album, Find, Single, plainer, show, shown
from bot.media.attachments import Attachment, StillComing
from core.outcomes import Outcome, Retry, Sent, Unknown
from core.ports import Parcel
from core.values import dataclass

Part: TypeAlias = Words | Single | Album
PATIENT_WITHIN: Final = 15.0  # seconds; between the messages of one parcel
PLAIN: Final = LinkPreviewOptions(is_disabled=True)
COMING: Final = Retry(timedelta(seconds=3), "a file is still on its way")
MOST_WAITS: Final = 6  # for a file; after that the message goes without it


@dataclass(frozen=True, slots=True)
class Sending:
    """`find` finds the files of a message."""

    bot: Bot
    find: Find

    async def send(self, parcel: Parcel) -> Outcome:
        """Edits what the parcel takes the place of, if that may and can be edited; else it is sent anew."""
        chat = int(parcel.chat.chat)
        try:
            if done := await self.edit(chat, parcel):
                return done
            parts = await self.parts(parcel)
            try:
                outcome = await self.bring(chat, parts)
            except ChatMigrated as moved:
                return await self.bring(moved.new_chat_id, parts)
        except StillComing:
            return COMING
        except TelegramError as error:
            return outcome_of(error)
        if parcel.replaces and isinstance(outcome, Sent):
            await retire(self.bot, chat, parcel.replaces)
        return outcome

    async def edit(self, chat: int, parcel: Parcel) -> Sent | None:
        """None if the message must be sent anew. Raises TelegramError."""
        before, after = in_place_of(parcel), edit_of(fresh(parcel))
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

    async def parts(self, parcel: Parcel) -> tuple[Part, ...]:
        """Raises StillComing."""
        found = list[Part]()
        for message in messages(fresh(parcel)):
            found += (message,) if isinstance(message, Words) else await shown(message, self.finder(parcel))
        return tuple(found)

    def finder(self, parcel: Parcel) -> Find:
        """Waits for what is coming, but not for ever."""
        return self.find if parcel.attempt < MOST_WAITS else self.find_now

    async def find_now(self, media: str) -> Attachment | None:
        try:
            return await self.find(media)
        except StillComing:
            return None

    async def bring(self, chat: int, parts: Iterable[Part]) -> Outcome:
        """One after the other. Once one has arrived, a failure leaves it open how much the person has seen."""
        number, arrived, tried = 0, False, False
        coming = deque(parts)
        while coming:
            part = coming.popleft()
            try:
                number = await (self.patiently(chat, part) if tried else self.one(chat, part))
            except TelegramError as error:
                if instead := otherwise(part, error):
                    coming.extendleft(reversed(instead))
                elif not arrived:
                    raise
                else:
                    outcome = outcome_of(error)
                    return Unknown("arrived in part") if isinstance(outcome, Retry) else outcome
            else:
                arrived = True
            tried = True
        return Sent(str(number) if number else "")

    async def patiently(self, chat: int, part: Part) -> int:
        """Telegram may ask for a short pause between two messages. Raises TelegramError."""
        try:
            return await self.one(chat, part, PATIENT_WITHIN)
        except TelegramError as error:
            outcome = outcome_of(error)
            if not isinstance(outcome, Retry) or outcome.after.total_seconds() > PATIENT_WITHIN:
                raise
        await asyncio.sleep(outcome.after.total_seconds())
        return await self.one(chat, part, PATIENT_WITHIN)

    async def one(self, chat: int, part: Part, patience: float | None = None) -> int:
        """The message's number. Raises TelegramError."""
        if not isinstance(part, Words):
            return (await show(self.bot, chat, part, patience)).message_id
        message = await self.bot.send_message(
            chat, part.html, HTML, reply_markup=part.keyboard, link_preview_options=PLAIN,
            disable_notification=part.quiet, rate_limit_args=patience,
        )  # fmt: skip
        return message.message_id


def otherwise(part: Part, error: TelegramError) -> tuple[Part, ...]:
    """What Telegram does not want to show is still brought."""
    return () if isinstance(part, Words) or not is_unshowable(error) else plainer(part)
