"""The bot as python-telegram-bot calls it. It does not know its own token, so it cannot tell anybody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import field
from time import monotonic
from typing import Any, Final, TypeAlias

from telegram.error import RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter, ExtBot
from typing_extensions import override

from bot.channels.telegram.pace import Pace
from bot.channels.telegram.transport import Transport
from core.values import dataclass

Answer: TypeAlias = "bool | dict[str, Any] | list[dict[str, Any]]"
Bot: TypeAlias = "ExtBot[float | None]"
API: Final = "https://api.telegram.org"
PATIENT: Final = 4.0  # seconds; whoever must wait longer comes back later
STRANGER: Final = "0:kept-by-the-transport"


class TooSoon(TelegramError):
    """Nothing was sent: the chat has had its share, and is free again `after` so many seconds."""

    def __init__(self, after: float) -> None:
        super().__init__("Too soon")
        self.after = after


@dataclass
class Paced(BaseRateLimiter["float | None"]):
    """What is sent to a chat leaves at its pace; everything else, such as the answer to a press, at once.

    A call's `rate_limit_args` are the seconds that it is ready to wait.
    """

    pace: Pace = field(default_factory=Pace)
    ticks: Callable[[], float] = monotonic

    @override
    async def initialize(self) -> None:
        """Nothing to open."""

    @override
    async def shutdown(self) -> None:
        """Nothing to close."""

    @override
    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: float | None,
    ) -> Answer:
        chat = data.get("chat_id")
        if not isinstance(chat, int) or endpoint == "deleteMessage":
            return await callback(*args, **kwargs)
        await self.wait(chat, len(data.get("media", ".")), PATIENT if rate_limit_args is None else rate_limit_args)
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as busy:
            self.pace.halt(chat, self.ticks() + seconds(busy))
            raise

    async def wait(self, chat: int, count: int, patience: float) -> None:
        """Raises TooSoon."""
        after = self.pace.free_at(chat) - self.ticks()
        if after > patience:
            raise TooSoon(after)
        await self.until(self.pace.book_chat(chat, self.ticks(), count))
        await self.until(self.pace.book_all(self.ticks(), count))
        if self.pace.halted_until(chat) > self.ticks():
            raise TooSoon(self.pace.halted_until(chat) - self.ticks())

    async def until(self, moment: float) -> None:
        if (pause := moment - self.ticks()) > 0:
            await asyncio.sleep(pause)


def seconds(busy: RetryAfter) -> float:
    """The library gives a number or a timedelta, as it was told when it was loaded."""
    after = busy.retry_after
    return after if isinstance(after, int) else after.total_seconds()


def bot_of(token: str, api: str = API, limiter: Paced | None = None) -> Bot:
    """Opens nothing; `await bot.request.shutdown()` closes what its calls have opened."""
    transport = Transport(token, api)
    return ExtBot(
        STRANGER,
        base_url=lambda _: "/bot",
        base_file_url=lambda _: "/file/bot",
        request=transport,
        get_updates_request=transport,
        rate_limiter=limiter or Paced(),
    )
