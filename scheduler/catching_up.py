"""After an outage: everything that came due meanwhile, in one unit of work, so that its digests are part of it."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import field
from datetime import datetime

from core.desk import Desk
from core.ports import DueClock, Unit
from core.values import dataclass
from scheduler.bells import Bells, climb_if_waiting, name_of
from scheduler.digest import collapsed, still_wanted
from scheduler.rounds import each

AT_ONCE = 1000


@dataclass(slots=True)
class CatchUp:
    """A unit of work for `Store.run`. When it raises, `busy_with` is what did; leave it out the next time."""

    bells: Bells
    at: datetime
    without: AbstractSet[str]
    busy_with: str = ""
    rung: list[DueClock] = field(default_factory=list[DueClock])

    def __call__(self, unit: Unit) -> int:
        """How many clocks and alerts rang."""
        desk = self.bells.desk(unit, self.at, "")
        self.rung = [
            due
            for due in each(lambda: unit.clocks.claim(self.at, AT_ONCE))
            if self.ring(desk, name_of(due), due.clock.due_at or self.at, lambda: desk.ring(due))  # noqa: B023 - at once
        ]
        climbed = sum(
            self.ring(desk, name_of(alert), self.at, lambda: climb_if_waiting(desk, alert))  # noqa: B023 - at once
            for alert in each(lambda: unit.alerts.climbing(self.at, AT_ONCE))
        )
        self.busy_with = ""
        self.bells.deliver(unit, collapsed(desk.notices, self.at), self.at)
        return len(self.rung) + climbed

    def ring(self, desk: Desk, name: str, due_at: datetime, ring: Callable[[], object]) -> bool:
        if name in self.without:
            return False
        self.busy_with = desk.cause = name
        before = len(desk.notices)
        ring()
        desk.notices[before:] = [n for n in desk.notices[before:] if still_wanted(n, due_at, self.at)]
        return True
