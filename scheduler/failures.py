"""Count how often the same thing has failed in a row, so that it can be put aside. Kept in memory."""

from __future__ import annotations

PARK_AFTER = 5


class Failures:
    def __init__(self, park_after: int = PARK_AFTER) -> None:
        self.park_after = park_after
        self.counts: dict[str, int] = {}

    def enough(self, what: str) -> bool:
        """Count one more. True if that was once too often; then the count begins anew."""
        self.counts[what] = self.counts.get(what, 0) + 1
        if self.counts[what] < self.park_after:
            return False
        del self.counts[what]
        return True

    def forget(self, what: str) -> None:
        self.counts.pop(what, None)
