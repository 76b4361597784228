"""The time, moved by hand, the same in all processes that come from this one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from mmap import mmap

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Moment:
    def __init__(self, at: datetime) -> None:
        self.cell = memoryview(mmap(-1, 8)).cast("q")
        self.set(at)

    def set(self, at: datetime) -> None:
        self.cell[0] = (at - EPOCH) // MICROSECOND

    def __call__(self) -> datetime:
        return EPOCH + timedelta(microseconds=self.cell[0])

    def ticks(self) -> float:
        """Seconds, as a clock that nobody sets."""
        return self.cell[0] / 1e6
