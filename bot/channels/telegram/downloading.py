"""Files that Telegram holds, fetched by the name it gave them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.calling import Bot
from bot.media.fetching import TOO_LARGE, Away
from core.errors import Refused
from core.values import dataclass

A_WHILE: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Downloads:
    bot: Bot

    async def fetch(self, source: str, most: int) -> bytes:
        """Raises Away, Refused. Telegram does not tell a wrong name from a file that is away for a moment."""
        try:
            file = await self.bot.get_file(source)
            if (file.file_size or 0) > most:
                raise Refused(TOO_LARGE)
            return bytes(await file.download_as_bytearray())
        except BadRequest as refused:
            if "too big" in refused.message:
                raise Refused(TOO_LARGE) from None
            raise Away(A_WHILE) from None
        except TelegramError:
            raise Away from None
