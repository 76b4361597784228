"""What the clock on the wall shows, as moments: some times of a day come twice, some not at all.

A time that comes twice is its first coming. Where the clock is put forward over a time, opening is put off by as
much, and closing is the moment of the jump: nobody works in an hour that is not.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, datetime, timedelta, tzinfo

SECOND = timedelta(seconds=1)


def opening_at(wall: datetime) -> datetime:
    """In UTC. `wall` has its zone."""
    return wall.astimezone(UTC)


def closing_at(wall: datetime) -> datetime:
    """In UTC. `wall` has its zone."""
    early, late = wall.replace(fold=1).astimezone(UTC), wall.astimezone(UTC)
    return jump_between(early, late, wall.tzinfo) if early < late else late


def jump_between(early: datetime, late: datetime, zone: tzinfo | None) -> datetime:
    """The first second from `early` on that has the offset of `late`."""
    after = late.astimezone(zone).utcoffset()

    def has_jumped(second: int) -> bool:
        return (early + second * SECOND).astimezone(zone).utcoffset() == after

    return early + bisect_left(range((late - early) // SECOND), True, key=has_jumped) * SECOND
