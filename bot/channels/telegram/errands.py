"""Small calls beside the outbox: nobody waits for them, and what fails is not tried again."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import field
from typing import Any, Final

import structlog
from telegram.error import TelegramError

from core.values import dataclass

log = structlog.get_logger()
IN_TIME: Final = 10.0  # seconds; later it is of no use


@dataclass(frozen=True, slots=True)
class Errands:
    running: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])

    def run(self, call: Coroutine[Any, Any, object]) -> None:
        task = asyncio.create_task(self.carried_out(call))
        self.running.add(task)
        task.add_done_callback(self.running.discard)

    async def carried_out(self, call: Coroutine[Any, Any, object]) -> None:
        try:
            async with asyncio.timeout(IN_TIME):
                await call
        except (TelegramError, TimeoutError) as wrong:
            log.info("errand_failed", channel="telegram", err_class=type(wrong).__name__)

    async def finish(self) -> None:
        await asyncio.gather(*self.running)
