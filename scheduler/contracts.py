"""After the policy's hour, clerks who gave no contract and no "nothing sold" that day are asked, once (ORD-01)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from core.alerts import holders
from core.casework.ordering import silent_clerks
from core.kinds import kind_named
from core.moment import Moment
from core.notices import Choosing, Notice
from core.people import Person
from core.phrases import say
from core.ports import Store, Unit
from core.shop import Shop
from core.tickets import Role
from scheduler.bells import Deliver

LATEST = timedelta(hours=3)  # after that nobody is there any more


class Contracts:
    """`deliver` puts notices into the outbox, which keeps the same question from being asked twice."""

    def __init__(self, store: Store, shop: Shop, deliver: Deliver, clock: Callable[[], datetime]) -> None:
        self.store = store
        self.shop = shop
        self.deliver = deliver
        self.clock = clock
        self.asked_on: date | None = None

    async def ask(self) -> None:
        at = self.clock()
        day = at.astimezone(self.shop.zone).date()
        if day == self.asked_on or not is_time(self.shop, day, at):
            return
        await self.store.run(lambda unit: self.ask_all(unit, day, at))
        self.asked_on = day

    def ask_all(self, unit: Unit, day: date, at: datetime) -> None:
        desk = Moment(unit, self.shop, at, f"contracts:{day}")
        found = unit.tickets.of_day(kind_named("order").letter, day)
        silent = silent_clerks(desk, day, found)
        asked = [question(clerk, day) for clerk in silent]
        keepers = holders(desk, Role.STORE_KEEPER)[1] if silent else ()
        self.deliver(unit, [*asked, *(told(keeper, silent, len(found), day) for keeper in keepers)], at)


def question(clerk: Person, day: date) -> Notice:
    buttons = (
        Choosing(say("Hand in a contract"), "f:hand_in_contract"),
        Choosing(say("Nothing sold today"), "w:今天没有合同"),
    )
    text = say("No contract of yours has come in today. Is there one to hand in?")
    return Notice(clerk, text, role=Role.SALES_CLERK, extra=buttons, dedupe=f"contracts:{day}:{clerk.id}")


def told(keeper: Person, silent: list[Person], count: int, day: date) -> Notice:
    names = tuple(clerk.name or str(clerk.id) for clerk in silent)
    text = say("Contracts handed in today: {n}. Nothing from: {names}.", n=count, names=names)
    return Notice(keeper, text, role=Role.STORE_KEEPER, dedupe=f"contracts:{day}:{keeper.id}:silent")


def is_time(shop: Shop, day: date, at: datetime) -> bool:
    """From the policy's hour on, where contracts are handed in, on days on which the office is open."""
    cutoff = datetime.combine(day, shop.policy.order.cutoff, shop.zone)
    return shop.policy.delivery.offered and bool(shop.office.on(day)) and cutoff <= at < cutoff + LATEST
