"""Look after what nobody else does: silent drafts, messages left over, what need not be kept any longer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from random import random
from typing import TypeAlias

import structlog

from core.errors import StorageTrouble
from core.ports import Conversation, Store, Unit
from core.shop import Shop
from scheduler.complaints import complain
from scheduler.drafts import Drafts, Say
from scheduler.recording import recover_lapsed
from scheduler.rounds import each_in_turn

log = structlog.get_logger()
Listing: TypeAlias = Callable[[Unit], tuple[Conversation, ...]]
Tending: TypeAlias = Callable[[Unit, Conversation], None]


class Housekeeping:
    """`tell` puts a phrase into one chat. `prune` forgets some of what is past its time; 0 when nothing is left."""

    def __init__(
        self,
        store: Store,
        shop: Shop,
        tell: Say,
        clock: Callable[[], datetime],
        prune: Callable[[datetime], Awaitable[int]] | None = None,
    ) -> None:
        self.store = store
        self.drafts = Drafts(shop.policy.conversation, tell)
        self.clock = clock
        self.prune = prune

    async def tend_drafts(self) -> None:
        at = self.clock()
        await self.tend(partial(self.drafts.to_nudge, at=at), partial(self.drafts.nudge, at=at))
        await self.tend(partial(self.drafts.to_close, at=at), partial(self.drafts.close, at=at))

    async def tend(self, listing: Listing, tending: Tending) -> None:
        """Each in a unit of its own: one that cannot be drawn holds up no other."""
        async for conversation in each_in_turn(lambda: self.store.run(listing)):
            try:
                await self.store.run(lambda unit: tending(unit, conversation))  # noqa: B023 - run at once
            except StorageTrouble:
                raise
            except Exception as wrong:  # noqa: BLE001 - tried again with the next round
                complain("draft_failed", wrong, chat=conversation.id)

    async def recover_lapsed(self) -> None:
        """Attempts of a process that is no more, or stood still for longer than its lease."""
        at, chance = self.clock(), random()  # noqa: S311 - spreads what failed together
        while lapsed := await self.store.run(partial(recover_lapsed, at=at, chance=chance)):
            log.warning("leases_lapsed", messages=lapsed)

    async def expire(self) -> None:
        """Messages past their time are given up; the list of the undelivered shows them."""
        at = self.clock()
        while expired := await self.store.run(lambda unit: unit.outbox.expire(at)):
            log.info("expired", outbox=[parcel.id for parcel in expired])

    async def forget(self) -> None:
        """What is past its retention, a little at a time so that nobody has to wait."""
        at = self.clock()
        while self.prune and await self.prune(at):
            pass
