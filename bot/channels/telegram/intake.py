"""A batch of updates becomes envelopes that are kept; what cannot be one is reported, and holds nobody up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import structlog

from bot.channels.telegram.account import Account
from bot.channels.telegram.front import Ear
from bot.channels.telegram.update import Raw, Unusable, envelope_of
from bot.envelope import Envelope
from core.values import dataclass

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Intake:
    account: Account
    front: Ear
    clock: Callable[[], datetime]
    noticed: Callable[[Raw], object]  # told of each update after it is kept, to answer a press at once

    async def take(self, updates: Iterable[Raw]) -> None:
        """In one commit; only then may Telegram be told that we have them. Raises StorageTrouble."""
        updates = tuple(updates)
        at = self.clock()
        await self.front.note(tuple(self.envelopes(updates, at)))
        for raw in updates:
            self.noticed(raw)
        await self.front.heard(self.account.id, at)

    def envelopes(self, updates: Iterable[Raw], at: datetime) -> Iterator[Envelope]:
        for raw in updates:
            try:
                if envelope := envelope_of(raw, self.account, at):
                    yield envelope
            except Unusable as unusable:
                log.error("update_unusable", channel="telegram", update=str(unusable))  # noqa: TRY400 - a trace may quote it
