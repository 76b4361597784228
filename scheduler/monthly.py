"""The managers get the analysis of last month's complaints on the first working day of the month (CMP-13)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import TypeAlias

from core.alerts import holders
from core.analysing import before, month_of
from core.complaint_report import Report, summary
from core.ledgers.entry import Period
from core.moment import Moment
from core.notices import Notice
from core.ports import Store, Unit
from core.shop import Shop
from core.tickets import Role
from scheduler.bells import Deliver
from scheduler.morning import is_morning

Read: TypeAlias = Callable[[Period], Awaitable[Report]]


class Monthly:
    """`read` counts beside the writer; the outbox keeps the same report from going out twice."""

    def __init__(self, store: Store, shop: Shop, deliver: Deliver, clock: Callable[[], datetime], read: Read) -> None:
        self.store = store
        self.shop = shop
        self.deliver = deliver
        self.clock = clock
        self.read = read
        self.told_on: date | None = None

    async def tell(self) -> None:
        at = self.clock()
        day = at.astimezone(self.shop.zone).date()
        if day == self.told_on or not begins_month(self.shop, day) or not is_morning(self.shop, day, at):
            return
        made = await self.read(before(month_of(day.year, day.month)))
        await self.store.run(lambda unit: self.tell_all(unit, made, at))
        self.told_on = day

    def tell_all(self, unit: Unit, made: Report, at: datetime) -> None:
        name = f"complaints:{made.period.first}"
        desk = Moment(unit, self.shop, at, name)
        notices = [
            Notice(manager, summary(made), role=Role.MANAGER, dedupe=f"{name}:{manager.id}")
            for manager in holders(desk, Role.MANAGER)[1]
        ]
        self.deliver(unit, notices, at)


def begins_month(shop: Shop, day: date) -> bool:
    """The first day of its month on which the office is open."""
    return bool(shop.office.on(day)) and not any(shop.office.on(day - timedelta(days=n)) for n in range(1, day.day))
