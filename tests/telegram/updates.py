"""Updates on their way to the bot: numbered, kept until they are confirmed, and dropped when they are too old."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.telegram.refusals import Json, bad, conflict

KEPT = timedelta(hours=24)
TAPS_KEPT = timedelta(seconds=150)
LONGEST_POLL = 50
MOST = 100
ONLY_IF_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Waiting:
    number: int
    body: Json
    lane: str  # what must stay in order: a chat, or the taps of one person
    expires: datetime

    @property
    def update(self) -> Json:
        return {"update_id": self.number, **self.body}


@dataclass
class Updates:
    clock: Callable[[], datetime]
    last: int = 480_000_000
    waiting: list[Waiting] = field(default_factory=list[Waiting])
    allowed: tuple[str, ...] = ()  # empty: Telegram's own choice
    polls: int = 0  # the number of the poll that counts
    stirred: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, kind: str, content: Json, lane: str) -> None:
        if kind not in self.allowed if self.allowed else kind in ONLY_IF_ASKED:
            return
        self.last += 1
        kept = TAPS_KEPT if kind == "callback_query" else KEPT
        self.waiting.append(Waiting(self.last, {kind: deepcopy(content)}, lane, self.clock() + kept))
        self.stir()

    def add_raw(self, body: Json, lane: str = "raw") -> None:
        """Anything at all, such as what no library understands yet."""
        self.last += 1
        self.waiting.append(Waiting(self.last, body, lane, self.clock() + KEPT))
        self.stir()

    def stir(self) -> None:
        """Whoever waits for something looks again."""
        self.stirred.set()
        self.stirred = asyncio.Event()

    def prune(self) -> None:
        self.waiting = [one for one in self.waiting if one.expires > self.clock()]

    def confirm(self, offset: int) -> None:
        """All before the offset; a negative one counts from the end."""
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset:
            self.waiting = [one for one in self.waiting if one.number >= offset]
        self.stir()

    def done(self, one: Waiting) -> None:
        self.waiting = [other for other in self.waiting if other.number != one.number]
        self.stir()

    def allow(self, kinds: list[str] | None) -> None:
        """Sticks until it is said otherwise."""
        if kinds is not None:
            self.allowed = tuple(kinds)

    async def poll(self, offset: int, limit: int | None, patience: int) -> list[Json]:
        """`patience` in seconds. A second poller takes the place of the first, which is told so."""
        limit = MOST if limit is None else limit
        if not 1 <= limit <= MOST:
            raise bad("limit must be between 1 and 100")
        self.polls += 1
        mine = self.polls
        self.stir()
        self.prune()
        self.confirm(offset)
        end = asyncio.get_running_loop().time() + min(patience, LONGEST_POLL)
        while not self.waiting and await self.stirs_before(end):
            self.prune()
            if mine != self.polls:
                raise conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
        return [one.update for one in self.waiting[:limit]]

    async def stirs_before(self, end: float) -> bool:
        try:
            async with asyncio.timeout_at(end):
                await self.stirred.wait()
        except TimeoutError:
            return False
        return True
