"""Send the outbox: in order within a chat, many chats at once, each channel for itself.

What is claimed is sent within its lease, and how it ended is recorded; what follows from that is in after_attempt.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from time import monotonic

from core.ports import Store
from scheduler.carrier import Carrier, Sender, Terms
from scheduler.lane import Lane

__all__ = ["Deliveries", "Sender", "Terms"]


class Deliveries:
    """`run()` sends until `stop()`. `wake()`, from any thread: there may be something to send."""

    def __init__(
        self,
        store: Store,
        senders: Mapping[str, Sender],
        clock: Callable[[], datetime],
        *,
        terms: Terms = Terms(),  # noqa: B008 - frozen
        ticks: Callable[[], float] = monotonic,
    ) -> None:
        self.lanes = tuple(
            Lane(channel, Carrier(sender, store, clock, frozenset(senders), terms, ticks))
            for channel, sender in senders.items()
        )

    def wake(self) -> None:
        for lane in self.lanes:
            lane.wake()

    def stop(self) -> None:
        """From the event loop. Nothing more is claimed; `run` ends when what is on its way has arrived or failed."""
        for lane in self.lanes:
            lane.stop()

    async def run(self) -> None:
        await asyncio.gather(*(lane.run() for lane in self.lanes))

    async def finish(self) -> None:
        """Send what is due now, without `run`, and be back when all of it has arrived or failed."""
        while any(await asyncio.gather(*(lane.finish() for lane in self.lanes))):
            pass  # what could not be delivered in one lane may have gone into another
