"""How much one chat, and one address, may ask of the desk."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot import metrics
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many in each period after that."""

    times: int
    per: timedelta

    @property
    def gap(self) -> timedelta:
        return self.per / self.times


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes are bytes, the text is characters."""

    messages: tuple[Rate, ...] = (Rate(20, timedelta(seconds=10)), Rate(60, timedelta(minutes=1)))  # of a chat
    seen: tuple[Rate, ...] = (Rate(100, timedelta(seconds=10)),)  # of a chat
    uploads: tuple[Rate, ...] = (Rate(30, timedelta(minutes=1)),)  # of a chat
    newcomers: tuple[Rate, ...] = (Rate(30, timedelta(minutes=10)),)  # from an address; offices and carriers share one
    failed_joins: tuple[Rate, ...] = (Rate(5, timedelta(hours=1)),)  # from an address
    sockets: int = 200  # open at once from an address
    frame: int = 256 * 1024
    text: int = 8_000
    photo: int = 20 * 1024 * 1024
    stuck_after: timedelta = timedelta(seconds=10)  # a page that takes nothing for so long is dropped
    first_frame_within: timedelta = timedelta(seconds=10)
    upload_within: timedelta = timedelta(seconds=120)


class Pace:
    """Token buckets, one for each rate and key. A key is remembered only until its buckets are full again."""

    def __init__(self, scope: str, rates: tuple[Rate, ...], most_keys: int = 10_000) -> None:
        self._scope = scope
        self._rates = rates
        self._most_keys = most_keys
        self._full_at: dict[str, tuple[datetime, ...]] = {}

    def take(self, key: str, at: datetime) -> timedelta:
        """Take a token from every bucket, or none: then say how long to wait."""
        full_at = self._full_at.get(key, (at,) * len(self._rates))
        after = tuple(max(full, at) + rate.gap for full, rate in zip(full_at, self._rates, strict=True))
        wait = max(full - at - rate.per for full, rate in zip(after, self._rates, strict=True))
        if wait > timedelta():
            metrics.limited(self._scope)
            return wait
        self._full_at[key] = after
        self._forget(at)
        return timedelta()

    def give_back(self, key: str) -> None:
        if full_at := self._full_at.get(key):
            self._full_at[key] = tuple(full - rate.gap for full, rate in zip(full_at, self._rates, strict=True))

    def _forget(self, at: datetime) -> None:
        if len(self._full_at) <= self._most_keys:
            return
        waiting = {key: full_at for key, full_at in self._full_at.items() if max(full_at) > at}
        self._full_at = dict(list(waiting.items())[-self._most_keys // 2 :])
