"""How late the event loop comes round to what is due: the first sign that something holds everybody up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

EVERY = 0.5  # seconds


class Pulse:
    """Beats until its task is cancelled; `lag` is the last one in seconds. `heard` is told of each."""

    def __init__(self, heard: Callable[[float], object]) -> None:
        self.heard = heard
        self.lag = 0.0

    async def beat(self) -> None:
        while True:
            before = monotonic()
            await asyncio.sleep(EVERY)
            self.lag = max(0.0, monotonic() - before - EVERY)
            self.heard(self.lag)
