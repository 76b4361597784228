"""What the clock on the wall shows, as moments: some times of a day come twice, some not at all.

A time that comes twice is its first coming. Where the clock is put forward over a time, opening is put off by as
much, and closing is the moment of the jump: nobody works in an hour that is not.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


def opening_at(wall: datetime) -> datetime:
    """In UTC. `wall` has its zone."""
    return wall.astimezone(UTC)


def closing_at(wall: datetime) -> datetime:
    """In UTC. `wall` has its zone."""
    early, late = wall.replace(fold=1).astimezone(UTC), wall.astimezone(UTC)
    return jump_between(early, late, wall.tzinfo) if early < late else late


def shift(zone: tzinfo, first: date, other: date) -> timedelta | None:
    """How much later any time on the wall comes on the `other` day; None if the clock is changed on one of them."""
    before, after = offset_on(zone, first), offset_on(zone, other)
    return None if before is None or after is None else other - first + before - after


@lru_cache(maxsize=4096)  # the rules of a zone stay what they were when it was read
def offset_on(zone: tzinfo, day: date) -> timedelta | None:
    """That of a whole day. No zone changes its clock twice within one."""
    begins, ends = (datetime.combine(midnight, time(), zone).utcoffset() for midnight in (day, day + DAY))
    return begins if begins == ends else None


def jump_between(early: datetime, late: datetime, zone: tzinfo | None) -> datetime:
    """The first second from `early` on that has the offset of `late`."""
    after = late.astimezone(zone).utcoffset()

    def has_jumped(second: int) -> bool:
        return (early + second * SECOND).astimezone(zone).utcoffset() == after

    return early + bisect_left(range((late - early) // SECOND), True, key=has_jumped) * SECOND
