"""How a message comes into the desk, whatever network it came by: noted, committed, and only then acknowledged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot import metrics
from bot.drain import Drain
from bot.envelope import Envelope
from core.ports import Received, Store


@dataclass(frozen=True, slots=True)
class Intake:
    store: Store
    drain: Drain
    clock: Callable[[], datetime]

    async def note(self, envelopes: Sequence[Envelope]) -> int:
        """Keep them in one commit and wake their chats; gives how many were new. Raises StorageTrouble."""
        messages = [
            Received(0, each.chat, each.message_id, each.sent_at, each.received_at, each.raw) for each in envelopes
        ]
        new = await self.store.run(lambda unit: unit.inbox.note(messages)) if messages else 0
        at = self.clock()
        for number, each in enumerate(envelopes):
            metrics.heard(each.chat.channel, at)
            (metrics.received if number < new else metrics.repeated)(each.chat.channel)
            metrics.acknowledged(each.chat.channel, at - each.received_at)
            self.drain.wake(each.chat)
        return new
