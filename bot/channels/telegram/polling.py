"""Asking Telegram for updates, through aiogram and as they come: it is told that we have them after the commit."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import field
from typing import Any, ClassVar

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramConflictError, TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from typing_extensions import override

from bot.channels.telegram.account import Account
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.update import ALLOWED, number_of
from core.values import dataclass
from scheduler.complaints import Complaints

PATIENCE = 25  # seconds that a request waits at Telegram for something to happen
LATE = 15  # seconds more, until we give it up
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before it is tried again


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates, with nothing made of what comes: one update that the library cannot read would spoil all of them."""

    __returning__: ClassVar[type] = list[dict[str, Any]]
    __api_method__: ClassVar[str] = "getUpdates"
    offset: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


class OnlyAsks(AiohttpSession):
    """One owner for each call of the Bot API: this library receives, everything else is the other one's."""

    @override
    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        if not isinstance(method, RawUpdates):
            raise TypeError(f"{type(method).__name__} is not for this bot to call")
        asked: TelegramMethod[TelegramType] = method  # type: ignore[assignment]
        return await super().make_request(bot, asked, timeout)


@dataclass
class Polling:
    """`run()` until it is cancelled. `prepare` sees to it that no webhook is in the way."""

    account: Account
    api: str
    intake: Intake
    prepare: Callable[[], Awaitable[object]]
    patience: int = PATIENCE
    pause: float = FIRST_PAUSE
    complaints: Complaints = field(default_factory=Complaints)
    prepared: bool = False
    connected: bool = False

    async def run(self) -> None:
        """Begins where Telegram says: it remembers what we have."""
        bot = Bot(self.account.token, session=OnlyAsks(api=TelegramAPIServer.from_base(self.api)))
        offset, pause = None, self.pause
        try:
            while True:
                try:
                    offset = await self.ask(bot, offset)
                except Exception as wrong:  # noqa: BLE001 - this loop must survive, and begins again
                    self.connected = False
                    self.complaints.failed("telegram polling", wrong)
                    await asyncio.sleep(max(pause, asked_to_wait(wrong)))
                    pause = min(2 * pause, LONGEST_PAUSE)
                else:
                    self.complaints.works("telegram polling")
                    pause = self.pause
        finally:
            await bot.session.close()

    async def ask(self, bot: Bot, offset: int | None) -> int | None:
        """Gives where to go on: after the last update that is kept."""
        try:
            if not self.prepared:
                await self.prepare()
                self.prepared = True
            patience = self.patience if self.connected else 0  # so that it is known soon that we are back
            request = RawUpdates(offset=offset, timeout=patience, allowed_updates=list(ALLOWED))
            updates = await bot(request, request_timeout=patience + LATE)
        except TelegramConflictError:  # somebody else asks, or has set a webhook
            self.prepared = False
            raise
        await self.intake.take(updates)
        self.connected = True
        return max(map(number_of, updates)) + 1 if updates else offset


def asked_to_wait(wrong: Exception) -> float:
    """In seconds."""
    return float(wrong.retry_after) if isinstance(wrong, TelegramRetryAfter) else 0.0
