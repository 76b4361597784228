"""How the bot stands with Telegram, asked from the command line: nothing is changed, and no update is taken."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram.account import Account
from bot.channels.telegram.calling import bot_of
from bot.channels.telegram.transport import NotSent
from core.values import dataclass


class NoStanding(Exception):
    """The message says why; the token is not in it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`calls` is where Telegram calls us, "" if it does not; `trouble` is what it last met with there."""

    username: str
    reads_groups: bool
    calls: str
    waiting: int
    trouble: str = ""
    trouble_at: datetime | None = None

    @property
    def host(self) -> str:
        """All of a strange address that may be shown: the rest of it is often made of the token."""
        return urlsplit(self.calls).hostname or ""


async def standing(account: Account, api: str) -> Standing:
    """Raises NoStanding."""
    bot = bot_of(account.token, api)
    try:
        me, hook = await bot.get_me(), await bot.get_webhook_info()
    except TelegramError as error:
        raise NoStanding(why(error, api)) from None
    finally:
        await bot.request.shutdown()
    return Standing(
        username=me.username or "",
        reads_groups=bool(me.can_read_all_group_messages),
        calls=hook.url,
        waiting=hook.pending_update_count,
        trouble=(hook.last_error_message or "").replace(account.token, "…"),
        trouble_at=hook.last_error_date,
    )


def why(error: TelegramError, api: str) -> str:
    match error:
        case InvalidToken():
            return "Telegram does not know the token: ask @BotFather for the right one"
        case NotSent():
            return f"{api} cannot be reached: {error.message}"
        case _:
            return f"{api} does not answer as Telegram does: {type(error).__name__}"
