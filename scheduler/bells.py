"""What is done when a moment comes: one unit of work for each clock and each alert."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeAlias

from core.alerts import climb, sound
from core.claims import lapse
from core.desk import Desk
from core.notices import Notice
from core.phrases import say
from core.ports import DueClock, RaisedAlert, Unit
from core.shop import Shop
from core.tickets import Alert, Role
from core.values import dataclass, replace
from core.wording import Scene

Deliver: TypeAlias = Callable[[Unit, Iterable[Notice], datetime], None]

STUCK = Alert(Role.SUPERVISOR, say("A deadline of {number} could not be carried out. Please look at the ticket."))


@dataclass(frozen=True, slots=True)
class Bells:
    """`deliver` puts notices into the outbox."""

    shop: Shop
    deliver: Deliver

    def desk(self, unit: Unit, at: datetime, cause: str) -> Desk:
        return Desk(unit, self.shop, at, cause)

    def ring(self, unit: Unit, due: DueClock, at: datetime) -> None:
        desk = self.desk(unit, at, name_of(due))
        desk.ring(due)
        self.deliver(unit, desk.notices, at)

    def climb(self, unit: Unit, alert: RaisedAlert, at: datetime) -> None:
        desk = self.desk(unit, at, name_of(alert))
        climb_if_waiting(desk, alert)
        self.deliver(unit, desk.notices, at)

    def park_clock(self, unit: Unit, due: DueClock, at: datetime) -> None:
        """It rings no more; a supervisor is asked to look."""
        ticket = unit.tickets.get(due.ticket) if unit.clocks.fired(due, at) else None
        if ticket:
            desk = self.desk(unit, at, name_of(due))
            sound(desk, STUCK, Scene(unit, self.shop, at, ticket))
            self.deliver(unit, desk.notices, at)

    def park_alert(self, unit: Unit, alert: RaisedAlert) -> None:
        """It climbs no more, and stays open."""
        found = unit.alerts.get(alert.id)
        if found:
            unit.alerts.save(replace(found, climbs_at=None))


def name_of(thing: DueClock | RaisedAlert) -> str:
    """For causes and logs."""
    return f"clock:{thing.id}" if isinstance(thing, DueClock) else f"alert:{thing.id}"


def climb_if_waiting(desk: Desk, alert: RaisedAlert) -> None:
    """Unless somebody has claimed it, done something about it, or it has climbed, since it was read."""
    now = desk.unit.alerts.get(alert.id)
    if now and now.closed_at is None and (now.climbs_at, now.claimed_by) == (alert.climbs_at, alert.claimed_by):
        (lapse if now.claimed_by else climb)(desk, now)
