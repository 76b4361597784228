"""One channel's way out: its chats are served side by side, each in order, and no other channel waits for it."""

from __future__ import annotations

import asyncio

from core.ports import Parcel
from scheduler.carrier import Carrier
from scheduler.complaints import Complaints


class Lane:
    def __init__(self, channel: str, carrier: Carrier) -> None:
        self.channel = channel
        self.carrier = carrier
        self.terms = carrier.terms
        self.called = asyncio.Event()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.on_the_way: set[asyncio.Task[None]] = set()
        self.complaints = Complaints()

    def wake(self) -> None:
        """From any thread. Before `run` there is nobody to wake: it begins with a look anyway."""
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.called.set)

    def stop(self) -> None:
        self.carrier.leaving = True
        self.called.set()

    async def run(self) -> None:
        """Until `stop`; then what is on its way may still arrive, and what does not is in doubt."""
        self.loop = asyncio.get_running_loop()
        self.called.set()
        while not self.carrier.leaving:
            self.called.clear()
            await self.look()
            await self.called.wait()
        await self.see_off()

    async def look(self) -> bool:
        """Take what is due and send it. True if there was something. What finds no room comes when there is some."""
        claimed = self.carrier.ticks()
        room = self.terms.at_once - len(self.on_the_way)
        parcels = await self.claim(room) if room > 0 else ()
        for parcel in parcels:
            task = asyncio.create_task(self.carrier.carry(parcel, claimed))
            self.on_the_way.add(task)
            task.add_done_callback(self.arrived)
        return bool(parcels)

    async def claim(self, room: int) -> tuple[Parcel, ...]:
        at = self.carrier.clock()
        until = at + self.terms.lease
        try:
            parcels = await self.carrier.store.run(lambda unit: unit.outbox.claim(at, until, room, self.channel))
        except Exception as wrong:  # noqa: BLE001 - this loop must survive; the next look is a second away
            self.complaints.failed(f"outbox of {self.channel}", wrong)
            return ()
        self.complaints.works(f"outbox of {self.channel}")
        return parcels

    def arrived(self, task: asyncio.Task[None]) -> None:
        """Its chat may go on, and there is room for another."""
        self.on_the_way.discard(task)
        self.called.set()

    async def finish(self) -> bool:
        """Send what is due, and be back when all of it has arrived or failed. False if there was nothing."""
        busy = False
        while await self.look() or self.on_the_way:
            await asyncio.wait(self.on_the_way)
            busy = True
        return busy

    async def see_off(self) -> None:
        if not self.on_the_way:
            return
        _, left = await asyncio.wait(self.on_the_way, timeout=self.terms.farewell.total_seconds())
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
