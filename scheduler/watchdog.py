"""Notice that the wall clock was set, or that nothing ticks any more. Pure: two clocks are read elsewhere."""

from __future__ import annotations

from datetime import datetime, timedelta

from core.values import dataclass

TOLERATED = timedelta(seconds=2)
SILENCE = 5.0  # seconds without a tick, or five times the shortest interval


@dataclass(frozen=True, slots=True)
class Reading:
    """The wall clock, which may be set, and one in seconds that never is, at the same moment."""

    wall: datetime
    ticks: float


def jump(before: Reading, now: Reading) -> timedelta | None:
    """How far the wall clock was set; None if it went as clocks go."""
    by = (now.wall - before.wall) - timedelta(seconds=now.ticks - before.ticks)
    return by if abs(by) > TOLERATED else None


def is_silent(last_tick: float, now: float, shortest: timedelta) -> bool:
    return now - last_tick > max(SILENCE, 5 * shortest.total_seconds())
