"""The desk's end of the wire to the network: one of the channels that deliveries use."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from core.outcomes import Outcome
from core.ports import Parcel
from tests.crash.fate import Fate
from tests.crash.packets import Answer, Carried, Inside
from tests.crash.points import Point


@dataclass(slots=True)
class Wire:
    end: Inside
    fate: Fate
    waiting: dict[tuple[int, int], asyncio.Future[Outcome]] = field(
        default_factory=dict[tuple[int, int], "asyncio.Future[Outcome]"]
    )

    async def send(self, parcel: Parcel) -> Outcome:
        self.fate.step(Point.PARCEL_TAKEN)
        answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self.waiting[parcel.id, parcel.attempt] = answer
        self.end.send(Carried(parcel))
        self.fate.step(Point.NETWORK_HAS_IT)
        outcome = await answer
        self.fate.step(Point.NETWORK_ANSWERED)
        return outcome

    def answered(self, answer: Answer) -> None:
        """What comes too late, nobody waits for any more."""
        future = self.waiting.pop((answer.number, answer.attempt), None)
        if future and not future.done():
            future.set_result(answer.outcome)
