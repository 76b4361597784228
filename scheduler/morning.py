"""The managers hear how the desk stands when the office opens, once a day whoever tells them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from core.alerts import holders
from core.moment import Moment
from core.overview import morning
from core.ports import Store, Unit
from core.shop import Shop
from core.tickets import Role
from scheduler.bells import Deliver

LATEST = timedelta(hours=3)  # after the opening it is no morning any more


class Morning:
    """`deliver` puts notices into the outbox, which keeps the same digest from going out twice."""

    def __init__(self, store: Store, shop: Shop, deliver: Deliver, clock: Callable[[], datetime]) -> None:
        self.store = store
        self.shop = shop
        self.deliver = deliver
        self.clock = clock
        self.told_on: date | None = None

    async def tell(self) -> None:
        at = self.clock()
        day = at.astimezone(self.shop.zone).date()
        if day == self.told_on or not is_morning(self.shop, day, at):
            return
        await self.store.run(lambda unit: self.tell_all(unit, day, at))
        self.told_on = day

    def tell_all(self, unit: Unit, day: date, at: datetime) -> None:
        desk = Moment(unit, self.shop, at, f"morning:{day}")
        notices = [morning(desk, manager, day) for manager in holders(desk, Role.MANAGER)[1]]
        self.deliver(unit, notices, at)


def is_morning(shop: Shop, day: date, at: datetime) -> bool:
    """From the opening of the office on; never on a day on which it is closed."""
    windows = shop.office.on(day)
    return bool(windows) and windows[0].start <= at < windows[0].start + LATEST
