"""A press is answered at once, so that the button stops waiting: beside the outbox, and never tried again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, cast

import structlog
from telegram.error import TelegramError

from bot.channels.telegram.calling import Bot
from bot.channels.telegram.update import Raw

log = structlog.get_logger()
IN_TIME: Final = 10.0  # seconds; later nobody waits for it


@dataclass(frozen=True, slots=True)
class Taps:
    bot: Bot
    answering: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])

    def noticed(self, update: Raw) -> None:
        query = update.get("callback_query")
        if isinstance(query, dict) and (number := cast("Mapping[str, Any]", query).get("id")):
            task = asyncio.create_task(self.answer(str(number)))
            self.answering.add(task)
            task.add_done_callback(self.answering.discard)

    async def answer(self, query: str) -> None:
        try:
            async with asyncio.timeout(IN_TIME):
                await self.bot.answer_callback_query(query)
        except (TelegramError, TimeoutError) as wrong:
            log.debug("press_unanswered", err_class=type(wrong).__name__)

    async def finish(self) -> None:
        await asyncio.gather(*self.answering)
