"""The analyses of the last month, or quarter, are ordered when the month begins to work (CMP-13, CAP-09, SUG-10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from core.ledgers.entry import Period
from core.moment import Moment
from core.ports import Store, Unit
from core.reports.analysing import before, month_of
from core.reports.report_orders import order_faults, order_month, order_proposals
from core.shop import Shop

LATEST = timedelta(days=7)  # after the first working day: the desk may have been out of order
OPENED = "opened"  # the milestone: a desk that is new this month has no last month


class Monthly:
    """Each order is kept, and carried out once, whoever asks again."""

    def __init__(self, store: Store, shop: Shop, clock: Callable[[], datetime]) -> None:
        self.store = store
        self.shop = shop
        self.clock = clock
        self.ordered: Period | None = None

    async def order(self) -> None:
        at = self.clock()
        day = at.astimezone(self.shop.zone).date()
        period = before(month_of(day.year, day.month))
        opening = begins(self.shop, day)
        if period == self.ordered or not opening <= at < opening + LATEST:
            return
        await self.store.run(lambda unit: self.order_from(unit, period, at))
        self.ordered = period

    def order_from(self, unit: Unit, period: Period, at: datetime) -> None:
        opened = unit.milestones.of(OPENED)
        if opened is None or opened.astimezone(self.shop.zone).date() <= period.last:
            desk = Moment(unit, self.shop, at)
            order_month(desk, period, self.shop.policy.complaint.report_head_start.time)
            order_faults(desk, period)
            if period.last.month % 3 == 0:
                order_proposals(desk, quarter_with(period))


def quarter_with(month: Period) -> Period:
    """The quarter that this month ends."""
    return Period(month.last.replace(month=month.last.month - 2, day=1), month.last)


def begins(shop: Shop, day: date) -> datetime:
    """When the office opens for the first time in the month of this day."""
    first = datetime.combine(day.replace(day=1), datetime.min.time(), shop.zone)
    return next(shop.office.windows(first)).start
