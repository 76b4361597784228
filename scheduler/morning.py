"""The office hears how the desk stands when it opens: first the head of after-sales, somewhat later the manager."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from core.alerts import holders
from core.moment import Moment
from core.ports import Store, Unit
from core.reports.overview import morning
from core.shop import Shop
from core.tickets import Role
from scheduler.bells import Deliver

LATEST = timedelta(hours=3)  # after the opening it is no morning any more
NOTHING = timedelta()


class Morning:
    """`deliver` puts notices into the outbox, which keeps the same digest from going out twice."""

    def __init__(self, store: Store, shop: Shop, deliver: Deliver, clock: Callable[[], datetime]) -> None:
        self.store = store
        self.shop = shop
        self.deliver = deliver
        self.clock = clock
        self.told_on: dict[Role, date] = {}

    async def tell(self) -> None:
        """The head can act before the manager asks; each gets the numbers of his moment."""
        await self.tell_role(Role.SUPERVISOR, NOTHING)
        await self.tell_role(Role.MANAGER, self.shop.policy.escalation.digest_head_start.time)

    async def tell_role(self, role: Role, later: timedelta) -> None:
        at = self.clock()
        day = at.astimezone(self.shop.zone).date()
        if self.told_on.get(role) == day or not is_morning(self.shop, day, at, later):
            return
        await self.store.run(lambda unit: self.tell_all(unit, role, day, at))
        self.told_on[role] = day

    def tell_all(self, unit: Unit, role: Role, day: date, at: datetime) -> None:
        desk = Moment(unit, self.shop, at, f"morning:{day}")
        stands_in, people = holders(desk, role)
        self.deliver(unit, [morning(desk, person, stands_in, day) for person in people], at)


def is_morning(shop: Shop, day: date, at: datetime, later: timedelta = NOTHING) -> bool:
    """From the opening of the office on, or so much later; never on a day on which it is closed."""
    windows = shop.office.on(day)
    return bool(windows) and windows[0].start + later <= at < windows[0].start + later + LATEST
