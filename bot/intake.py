"""How a message comes into the desk, whatever network it came by: noted, committed, and only then acknowledged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot import metrics
from bot.drain import Drain
from bot.envelope import Envelope
from core.ports import Received, Store, Unit
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Intake:
    store: Store
    drain: Drain
    clock: Callable[[], datetime]

    async def note(self, envelopes: Sequence[Envelope]) -> int:
        """Keep them in one commit and wake their chats; gives how many were new. Raises StorageTrouble."""
        new = await self.store.run(lambda unit: unit.inbox.note(concerning(unit, envelopes))) if envelopes else 0
        at = self.clock()
        for number, each in enumerate(envelopes):
            metrics.heard(each.chat.channel, at)
            (metrics.received if number < new else metrics.repeated)(each.chat.channel)
            metrics.acknowledged(each.chat.channel, at - each.received_at)
            self.drain.wake(each.chat)
        return new


def concerning(unit: Unit, envelopes: Sequence[Envelope]) -> list[Received]:
    """Everything but what is said in groups that are none of ours."""
    ours = {chat for chat in {each.chat for each in envelopes if each.overheard} if unit.boards.of(chat)}
    return [
        Received(0, each.chat, each.message_id, each.sent_at, each.received_at, each.raw)
        for each in envelopes
        if not each.overheard or each.chat in ours
    ]
