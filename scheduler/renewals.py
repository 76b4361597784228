"""When the office opens, service contracts are offered to those whose warranty ends soon, once a day (FLT-27)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from core.casework.renewing import offer_contracts
from core.desk import Desk
from core.ports import Store, Unit
from core.shop import Shop
from scheduler.bells import Deliver
from scheduler.morning import is_morning


class Renewals:
    """`deliver` puts notices into the outbox. Each purchase is remembered, whoever asks again."""

    def __init__(self, store: Store, shop: Shop, deliver: Deliver, clock: Callable[[], datetime]) -> None:
        self.store = store
        self.shop = shop
        self.deliver = deliver
        self.clock = clock
        self.offered_on: date | None = None

    async def offer(self) -> None:
        at = self.clock()
        day = at.astimezone(self.shop.zone).date()
        if not self.shop.policy.contract.offered or day == self.offered_on or not is_morning(self.shop, day, at):
            return
        await self.store.run(lambda unit: self.offer_all(unit, day, at))
        self.offered_on = day

    def offer_all(self, unit: Unit, day: date, at: datetime) -> None:
        desk = Desk(unit, self.shop, at, f"renewals:{day}")
        offer_contracts(desk, day)
        self.deliver(unit, desk.notices, at)
