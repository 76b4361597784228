"""Where Telegram is to call us: it is told so, and told again if somebody else has told it otherwise."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import field
from datetime import datetime, timedelta

import structlog

from bot.channels.telegram.account import Account
from bot.channels.telegram.calling import Bot
from bot.channels.telegram.update import ALLOWED
from core.values import dataclass
from scheduler.complaints import Complaints

log = structlog.get_logger()
LATELY = timedelta(minutes=2)  # what it cannot bring it tries again, ever slower, and a press for 150 seconds only
AT_ONCE = 40  # calls that Telegram may make side by side


@dataclass
class Address:
    """`there` is told each time that Telegram was to be reached, and has not just failed to reach us."""

    account: Account
    public_url: str
    bot: Bot
    there: Callable[[], Awaitable[object]]
    clock: Callable[[], datetime]
    every: float = 60.0  # seconds
    soon: float = 5.0  # seconds, where it could not be told
    complaints: Complaints = field(default_factory=Complaints)

    @property
    def url(self) -> str:
        return self.public_url + self.account.path

    async def watch(self) -> None:
        """Until it is cancelled."""
        first = True
        while True:
            try:
                await self.see_to_it(first=first)
            except Exception as wrong:  # noqa: BLE001 - this loop must survive, and tries again
                self.complaints.failed("telegram webhook", wrong)
                await asyncio.sleep(self.soon)
            else:
                self.complaints.works("telegram webhook")
                first = False
                await asyncio.sleep(self.every)

    async def see_to_it(self, *, first: bool) -> None:
        """The first time always: what is set there may have another secret. Raises TelegramError, StorageTrouble."""
        known = await self.bot.get_webhook_info()
        if first or known.url != self.url:
            if not first:
                log.warning("webhook_was_changed", channel="telegram")
            await self.bot.set_webhook(
                self.url, allowed_updates=list(ALLOWED), secret_token=self.account.secret, max_connections=AT_ONCE
            )
        failed = known.last_error_date
        if failed is None or self.clock() - failed > LATELY:
            await self.there()
