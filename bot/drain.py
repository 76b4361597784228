"""Takes messages out of the inbox: one at a time in each chat, many chats at once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeAlias

import structlog
from structlog.typing import FilteringBoundLogger

from bot import metrics
from bot.reception import Reception, Taken
from core.errors import Changed, StorageTrouble
from core.people import Chat
from core.ports import Store, Unit

Afterwards: TypeAlias = Callable[[Taken], Awaitable[None]]


async def nothing(_: Taken) -> None:
    """Where nothing follows a commit."""


class Drain:
    """`wake(chat)` after a message was noted; `run()` also takes what an earlier process left behind."""

    def __init__(
        self, store: Store, reception: Reception, clock: Callable[[], datetime], afterwards: Afterwards = nothing
    ) -> None:
        self.store = store
        self.afterwards = afterwards
        self.reception = reception
        self.clock = clock
        self.busy: dict[Chat, asyncio.Task[None]] = {}
        self.again: set[Chat] = set()
        self.log: FilteringBoundLogger = structlog.get_logger().bind()  # once, not for each message

    def wake(self, chat: Chat) -> None:
        """A chat that is being served is looked at once more afterwards."""
        if chat in self.busy:
            self.again.add(chat)
            return
        self.busy[chat] = asyncio.create_task(self.serve(chat))

    async def serve(self, chat: Chat) -> None:
        try:
            while await self.take(chat):
                pass
        finally:
            self.served(chat)

    def served(self, chat: Chat) -> None:
        del self.busy[chat]
        if chat in self.again:
            self.again.discard(chat)
            self.wake(chat)

    async def take(self, chat: Chat) -> bool:
        """Handle one message. True if there may be more: what comes after the last one wakes the chat again.

        What goes wrong is counted, and after some failures the message is set aside.
        """
        at = self.clock()
        try:
            taken = await self.store.run(lambda unit: self.reception.take(unit, chat, at))
        except Changed:  # another replica was quicker: look again
            return True
        except StorageTrouble as trouble:  # not the message's fault: the timetable comes back to it
            self.log.warning("inbox_waits", channel=chat.channel, why=str(trouble))
            return False
        except Exception as wrong:  # one of the two loops that must survive
            why = type(wrong).__name__
            setback = await self.store.run(lambda unit: self.reception.failed(unit, chat, at, why))
            self.log.exception("message_failed", cid=setback.cause, channel=chat.channel, err_class=why)
            if setback.aside:
                metrics.set_aside(chat.channel)
            return True
        if taken:
            took = self.clock() - at
            metrics.handled(chat.channel, self.clock() - taken.arrived)
            self.log.debug("message_handled", cid=taken.cause, channel=chat.channel, dur_ms=took.total_seconds() * 1000)
            await self.afterwards(taken)
        return taken is not None and not taken.last

    async def catch_up(self) -> None:
        """Wake every chat that has something waiting, and be back when that is handled."""
        for chat in await self.store.run(waiting):
            self.wake(chat)
        await self.idle()

    async def idle(self) -> None:
        """Until nothing is being handled. Whoever gives up waiting for that stops none of it."""
        while self.busy:
            await asyncio.wait(self.busy.values())


def waiting(unit: Unit) -> tuple[Chat, ...]:
    return unit.inbox.waiting()
