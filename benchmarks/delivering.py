"""This desk again, with its replies and cards taken out of the outbox and recorded as sent, to a network of no cost."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.desk import LATER, desk
from benchmarks.driving import Opened, compete
from core.outcomes import Outcome, Sent
from core.ports import Parcel
from scheduler.deliveries import Deliveries


class NoNetwork:
    async def send(self, parcel: Parcel) -> Outcome:
        return Sent(str(parcel.id))


@asynccontextmanager
async def delivering(folder: Path) -> Opened:
    async with desk(folder) as opened:
        deliveries = Deliveries(opened.store, {"web": NoNetwork()}, lambda: LATER)
        opened.store.on_commit(deliveries.wake)
        sending = asyncio.create_task(deliveries.run())
        yield opened
        await deliveries.finish()
        deliveries.stop()
        await sending


if __name__ == "__main__":
    compete(delivering)
