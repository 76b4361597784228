"""Who is in the staff's group, and what the bot may do there, asked from the command line: nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable

from telegram import ChatMember, ChatMemberAdministrator
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.channels.telegram.account import Account
from bot.channels.telegram.calling import Bot, bot_of
from bot.channels.telegram.standing import NoStanding, why
from core.values import dataclass

AWAY = frozenset({ChatMember.LEFT, ChatMember.BANNED})


@dataclass(frozen=True, slots=True)
class Company:
    """`absent` are those of whom it was asked and who are not in it."""

    title: str
    forum: bool
    topics: bool  # the bot may manage them
    absent: frozenset[str]


async def company(account: Account, api: str, group: str, people: Iterable[str]) -> Company | None:
    """None if the bot is not in that group any more. Raises NoStanding."""
    bot = bot_of(account.token, api)
    try:
        return await found(bot, int(account.id), int(group), people)
    except (Forbidden, ChatMigrated):
        return None
    except TelegramError as error:
        raise NoStanding(why(error, api)) from None
    finally:
        await bot.request.shutdown()


async def found(bot: Bot, me: int, group: int, people: Iterable[str]) -> Company:
    """Raises TelegramError."""
    chat, own = await bot.get_chat(group), await bot.get_chat_member(group, me)
    return Company(
        chat.title or "",
        bool(chat.is_forum),
        isinstance(own, ChatMemberAdministrator) and bool(own.can_manage_topics),
        frozenset([each for each in people if not await is_in(bot, group, int(each))]),
    )


async def is_in(bot: Bot, group: int, person: int) -> bool:
    """Telegram does not know somebody who never was in it. Raises TelegramError."""
    try:
        return (await bot.get_chat_member(group, person)).status not in AWAY
    except BadRequest:
        return False
