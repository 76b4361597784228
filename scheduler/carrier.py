"""Carry one message to its network, and bring back how that ended."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Container
from datetime import datetime, timedelta
from random import random
from time import monotonic
from typing import Protocol

import structlog

from core.errors import StorageTrouble
from core.outcomes import Outcome, Retry, Unknown
from core.ports import Parcel, Store
from core.values import dataclass
from scheduler.complaints import complain
from scheduler.recording import record

log = structlog.get_logger()


class Sender(Protocol):
    async def send(self, parcel: Parcel) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Terms:
    at_once: int = 50  # messages of one channel that are on their way
    patience: timedelta = timedelta(seconds=75)  # with one attempt
    lease: timedelta = timedelta(seconds=90)  # what is not recorded by then may have arrived or not
    pauses: tuple[float, ...] = (0.3, 1.0, 3.0, 6.0)  # seconds between tries to record an outcome, within the lease
    farewell: timedelta = timedelta(seconds=10)  # to arrive, for what is on its way when the desk closes

    @property
    def leeway(self) -> float:
        """Seconds after a claim: an attempt that begins later could outlive its lease."""
        return (self.lease - self.patience).total_seconds()


@dataclass(slots=True)
class Carrier:
    """`served`: the channels in use. `ticks`: seconds on a clock that nobody sets."""

    sender: Sender
    store: Store
    clock: Callable[[], datetime]
    served: Container[str]
    terms: Terms
    ticks: Callable[[], float] = monotonic
    leaving: bool = False

    async def carry(self, parcel: Parcel, claimed: float) -> None:
        """`claimed`: the ticks just before the claim."""
        late = self.ticks() > claimed + self.terms.leeway
        outcome = Retry(timedelta(), "claimed too long ago") if late else await self.attempt(parcel)
        await self.record(parcel, outcome)

    async def attempt(self, parcel: Parcel) -> Outcome:
        try:
            async with asyncio.timeout(self.terms.patience.total_seconds()):
                return await self.sender.send(parcel)
        except TimeoutError:
            return Unknown("no answer in time")
        except asyncio.CancelledError:
            if not self.leaving:
                raise
            return Unknown("the desk closed")
        except Exception as wrong:  # noqa: BLE001 - whatever it was, nobody knows whether the message arrived
            complain("sender_failed", wrong, cid=parcel.cause, outbox=parcel.id, attempt=parcel.attempt)
            return Unknown(type(wrong).__name__)

    async def record(self, parcel: Parcel, outcome: Outcome) -> None:
        """A database that is away for a moment must not turn what is known into doubt."""
        for pause in self.terms.pauses:
            try:
                await self.write_down(parcel, outcome)
            except StorageTrouble:
                await asyncio.sleep(pause)
            else:
                return
        try:
            await self.write_down(parcel, outcome)
        except StorageTrouble as trouble:
            complain("outcome_lost", trouble, cid=parcel.cause, outbox=parcel.id, attempt=parcel.attempt)

    async def write_down(self, parcel: Parcel, outcome: Outcome) -> None:
        at, chance = self.clock(), random()  # noqa: S311 - spreads what failed together
        about = {"cid": parcel.cause, "outbox": parcel.id, "channel": parcel.chat.channel, "attempt": parcel.attempt}
        if await self.store.run(lambda unit: record(unit, parcel, outcome, at, chance, self.served)):
            log.info("message_carried", outcome=type(outcome).__name__, **about)
        else:
            log.warning("outcome_too_late", **about)
