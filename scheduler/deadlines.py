"""Ring the clocks that are due, and let alerts climb that nobody has claimed. Any number of replicas may do so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias

import structlog

from core.errors import StorageTrouble
from core.ports import DueClock, Store, Unit
from core.shop import Shop
from scheduler.bells import Bells, Deliver, name_of
from scheduler.catching_up import CatchUp
from scheduler.complaints import complain
from scheduler.digest import is_outage
from scheduler.failures import Failures
from scheduler.rounds import each_in_turn

log = structlog.get_logger()
Work: TypeAlias = Callable[[Unit], object]
Rang: TypeAlias = Callable[[str, timedelta], object]  # told of each promise that rang, and how late
INBOX_PATIENCE = timedelta(minutes=5)  # clocks wait so long for what people wrote during an outage
AFTERMATH = timedelta(minutes=30)  # what climbs together after an outage is still told together
MOST_BROKEN = 20  # clocks left out of a catching up; with more than that each is rung for itself


def unheard(_promise: str, _late: timedelta) -> None:
    """Where nobody counts."""


class Deadlines:
    """`deliver` puts notices into the outbox. `inbox_is_empty`: nothing is left that the networks kept for us."""

    def __init__(
        self,
        store: Store,
        shop: Shop,
        deliver: Deliver,
        clock: Callable[[], datetime],
        inbox_is_empty: Callable[[], bool] = lambda: True,
        rang: Rang = unheard,
    ) -> None:
        self.store = store
        self.bells = Bells(shop, deliver)
        self.clock = clock
        self.inbox_is_empty = inbox_is_empty
        self.rang = rang
        self.failures = Failures()
        self.looked_at: datetime | None = None
        self.waiting_since: datetime | None = None
        self.away_until: datetime | None = None

    async def ring(self) -> None:
        """All that is due. Raises StorageTrouble; what goes wrong with one clock holds up no other."""
        at = self.clock()
        if await self.was_away(at):
            if not await self.inbox_is_drained(at):
                return
            self.away_until = at
        if self.away_until and at - self.away_until < AFTERMATH:
            await self.catch_up(at)
        await self.ring_each(at)
        await self.climb_each(at)
        self.looked_at, self.waiting_since = self.clock(), None

    async def was_away(self, at: datetime) -> bool:
        """At the start the clocks themselves tell: one was due long ago and has not rung."""
        oldest = None if self.looked_at else await self.store.run(lambda unit: oldest_due(unit, at))
        return is_outage(self.looked_at, oldest, at)

    async def inbox_is_drained(self, at: datetime) -> bool:
        """What people said during the outage counts first: an acceptance must not lapse behind it."""
        self.waiting_since = self.waiting_since or at
        if at - self.waiting_since > INBOX_PATIENCE:
            log.warning("inbox_not_drained", waited=str(at - self.waiting_since))
            return True
        return self.inbox_is_empty() and not await self.store.run(lambda unit: unit.inbox.waiting(1))

    async def catch_up(self, at: datetime) -> None:
        broken: set[str] = set()
        while len(broken) <= MOST_BROKEN:
            work = CatchUp(self.bells, at, frozenset(broken))
            try:
                rung = await self.store.run(work)
            except StorageTrouble:
                raise
            except Exception as wrong:  # noqa: BLE001 - what is left is rung one by one
                complain("catching_up_failed", wrong, what=work.busy_with)
                if not work.busy_with:
                    return
                broken.add(work.busy_with)
            else:
                for due in work.rung:
                    self.tell_of(due, at)
                if rung:
                    log.info("caught_up", rung=rung, left_out=len(broken))
                return

    async def ring_each(self, at: datetime) -> None:
        async for due in each_in_turn(lambda: self.store.run(lambda unit: unit.clocks.claim(at))):
            rang = await self.attempt(
                name_of(due),
                partial(self.bells.ring, due=due, at=at),
                partial(self.bells.park_clock, due=due, at=at),
                partial(just_silence, due=due, at=at),
            )
            if rang:
                self.tell_of(due, at)

    async def climb_each(self, at: datetime) -> None:
        async for alert in each_in_turn(lambda: self.store.run(lambda unit: unit.alerts.climbing(at))):
            await self.attempt(
                name_of(alert),
                partial(self.bells.climb, alert=alert, at=at),
                partial(self.bells.park_alert, alert=alert),
            )

    def tell_of(self, due: DueClock, at: datetime) -> None:
        self.rang(due.clock.promise, at - (due.clock.due_at or at))

    async def attempt(self, name: str, work: Work, *ways_to_park: Work) -> bool:
        """Whether it worked. What has failed too often is parked, in the first of these ways that works."""
        wrong = await self.trouble_with(work)
        if wrong is None:
            self.failures.forget(name)
            return True
        complain("clock_failed", wrong, what=name)
        if self.failures.enough(name):
            log.error("clock_parked", what=name)
            for park in ways_to_park:
                if await self.trouble_with(park) is None:
                    break
        return False

    async def trouble_with(self, work: Work) -> Exception | None:
        """What a unit of work raised; trouble with the database is nobody's fault and goes on up."""
        try:
            await self.store.run(work)
        except StorageTrouble:
            raise
        except Exception as wrong:  # noqa: BLE001 - one clock must not hold up the others
            return wrong
        return None


def oldest_due(unit: Unit, at: datetime) -> datetime | None:
    clocks, alerts = unit.clocks.claim(at, 1), unit.alerts.climbing(at, 1)
    moments = (*(due.clock.due_at for due in clocks), *(alert.climbs_at for alert in alerts))
    return min((moment for moment in moments if moment), default=None)


def just_silence(unit: Unit, due: DueClock, at: datetime) -> None:
    unit.clocks.fired(due, at)
