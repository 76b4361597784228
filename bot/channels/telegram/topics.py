"""A forum group on Telegram: its topics, and what is written in them."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import timedelta
from html import escape
from typing import Final, TypeVar

from telegram import ChatMemberAdministrator, LinkPreviewOptions, ReplyParameters
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.account import Account
from bot.channels.telegram.calling import Bot
from bot.channels.telegram.cutting import TEXT, pieces
from bot.channels.telegram.drawing import Pictures, Words
from bot.channels.telegram.refusals import Why, is_same, is_uneditable, outcome_of
from bot.channels.telegram.showing import HTML, Album, Find, Single, plainer, show, shown
from bot.groups import Busy, CardGone, Denied, InDoubt, NotYet, TopicGone
from bot.logs import logger
from bot.media.attachments import StillComing
from core.outcomes import Retry, Undeliverable
from core.people import Chat
from core.values import dataclass

log = logger("telegram")
T = TypeVar("T")
LONGEST_TITLE: Final = 128
ALBUM: Final = 10
PLAIN: Final = LinkPreviewOptions(is_disabled=True)
PATIENT: Final = 15.0  # seconds, for what belongs together
IN_DOUBT: Final = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Forum:
    """`find` finds the files that are shown."""

    bot: Bot
    account: Account
    find: Find

    async def may(self, chat: Chat) -> bool:
        member = await done(self.bot.get_chat_member(number(chat), int(self.account.id)))
        return isinstance(member, ChatMemberAdministrator) and bool(member.can_manage_topics)

    async def begin(self, chat: Chat, title: str) -> str:
        topic = await done(self.bot.create_forum_topic(number(chat), short(title)))
        return str(topic.message_thread_id)

    async def write(self, chat: Chat, thread: str, text: str, replying: str = "") -> str:
        answers = ReplyParameters(int(replying), allow_sending_without_reply=True) if replying else None
        message = await done(
            self.bot.send_message(
                number(chat), drawn(text), HTML, message_thread_id=thread_of(thread), reply_parameters=answers,
                link_preview_options=PLAIN, rate_limit_args=PATIENT,
            )
        )  # fmt: skip
        return str(message.message_id)

    async def show(self, chat: Chat, thread: str, photos: tuple[str, ...]) -> None:
        for start in range(0, len(photos), ALBUM):
            try:
                parts = await shown(Pictures(photos[start : start + ALBUM]), self.find)
            except StillComing:
                raise NotYet from None
            for part in parts:
                if not isinstance(part, Words):
                    await self.bring(number(chat), thread_of(thread), part)

    async def bring(self, chat: int, thread: int | None, part: Single | Album) -> None:
        """What Telegram does not want to show comes as a document; what it does not take at all is left out."""
        try:
            await done(show(self.bot, chat, part, PATIENT, thread))
        except Denied as denied:
            log.info("file_denied", channel="telegram", why=str(denied))
            for other in plainer(part):
                await self.bring(chat, thread, other)

    async def edit(self, chat: Chat, card: str, text: str) -> None:
        try:
            await done(
                self.bot.edit_message_text(
                    drawn(text), number(chat), int(card), parse_mode=HTML, link_preview_options=PLAIN
                )
            )
        except Same:
            return

    async def rename(self, chat: Chat, thread: str, title: str) -> None:
        try:
            await done(self.bot.edit_forum_topic(number(chat), int(thread), name=short(title)))
        except Same:
            return

    async def switch(self, chat: Chat, thread: str, *, closed: bool) -> None:
        change = self.bot.close_forum_topic if closed else self.bot.reopen_forum_topic
        try:
            await done(change(number(chat), int(thread)))
        except Same:
            return


class Same(Exception):
    """It is so already."""


async def done(call: Awaitable[T]) -> T:
    """Raises Same, CardGone, and what a group raises."""
    try:
        return await call
    except TelegramError as error:
        raise meaning(error) from None


def meaning(error: TelegramError) -> Exception:
    if isinstance(error, BadRequest) and is_same(error):
        return Same()
    if isinstance(error, BadRequest) and is_uneditable(error):
        return CardGone()
    match outcome_of(error):
        case Retry(after):
            return Busy(after)
        case Undeliverable(Why.NO_TOPIC):
            return TopicGone("topic gone")
        case Undeliverable(why):
            return Denied(why)
        case _:
            return InDoubt(IN_DOUBT)


def number(chat: Chat) -> int:
    return int(chat.chat)


def thread_of(thread: str) -> int | None:
    """The general topic has no number."""
    return int(thread) if thread else None


def short(title: str) -> str:
    return next(iter(pieces(" ".join(title.split()), LONGEST_TITLE)))


def drawn(text: str) -> str:
    return escape(next(iter(pieces(text, TEXT))), quote=False)
