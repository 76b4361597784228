"""How much Telegram lets through before it says 429. Off unless a test wants it: by its nature it takes real time."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from tests.telegram.refusals import too_many

SENDS = ("send", "edit", "copy", "forward")  # an edit counts too


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many calls in so many seconds."""

    calls: int
    seconds: float


OVERALL = (Allowance(30, 1),)
ONE_CHAT = (Allowance(10, 5), Allowance(63, 60))  # about one a second; a short burst is let through, a long one is not
ONE_GROUP = (Allowance(20, 60),)
LONGEST = 60.0  # seconds that have to be remembered


@dataclass
class Flood:
    on: bool = False
    seconds: Callable[[], float] = time.monotonic
    penalty: int = 1  # seconds more than the window says
    past: dict[object, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    refused: int = 0

    def check(self, method: str, chat_id: object) -> None:
        if not self.on or not method.startswith(SENDS) or method == "sendChatAction" or not isinstance(chat_id, int):
            return
        own = ONE_CHAT if chat_id > 0 else ONE_GROUP
        now = self.seconds()
        waits = max(self.wait("", OVERALL, now), self.wait(chat_id, own, now))
        if waits > 0:
            self.refused += 1
            raise too_many(ceil(waits) + self.penalty)
        self.past[""].append(now)
        self.past[chat_id].append(now)

    def wait(self, key: object, allowances: tuple[Allowance, ...], now: float) -> float:
        """Seconds until one more would be let through."""
        past = self.past[key]
        while past and past[0] <= now - LONGEST:
            past.popleft()
        full = (past[-each.calls] + each.seconds - now for each in allowances if len(past) >= each.calls)
        return max(full, default=0.0)
