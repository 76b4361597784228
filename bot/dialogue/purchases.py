"""Purchases that are still to be delivered as an answer, kept as "order:<number of the order>"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typing_extensions import override

from bot.dialogue.answer import Answers, Misunderstood
from bot.dialogue.choices import Choice
from bot.dialogue.menus import OneOfOffered
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import as_window, span_of
from bot.envelope import Content
from core.casework.booking import goods, orders_of, to_deliver
from core.dispatch import crew_need, free_windows, need_of, room_left
from core.errors import SlotTaken
from core.phrases import say
from core.tickets import AGREED, Ref

ORDER = "order:"


class PurchaseNamed(OneOfOffered):
    """One of the person's own orders, or the number of one."""

    def __init__(self) -> None:
        super().__init__(own_orders, or_words=True)

    @override
    def read(self, content: Content, occasion: Occasion) -> str:
        number = self.own_words.read(content, occasion)
        if not to_deliver(occasion.desk, number):
            raise Misunderstood(say("There is nothing to deliver under that number. Please look on the contract."))
        return ORDER + number

    @override
    def keep(self, value: str) -> str:
        return value

    @override
    def recall(self, kept: str) -> str:
        if not order_of(kept):
            raise ValueError(kept)
        return kept

    @override
    def shown(self, kept: str) -> str:
        return order_of(kept)


def own_orders(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """What the shop sold to the number that it knows this person by."""
    desk = occasion.desk
    return [
        Choice(ORDER + order, f"{order}: {goods(to_deliver(desk, order))}")
        for order in orders_of(desk, occasion.person.own_phone)
    ]


def crew_windows(occasion: Occasion, answers: Answers) -> Sequence[Choice]:
    """The windows in which a crew is free, with the way there and away (VIS-16)."""
    suburb = occasion.desk.shop.policy.visit.is_suburb(answers.get("address", ""))
    return [as_window(span) for span in free_windows(occasion.desk, crew_need(occasion.desk, suburb=suburb))]


def order_of(kept: str) -> str:
    return kept.removeprefix(ORDER) if kept.startswith(ORDER) else ""


def windows_again(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """The same for the place of the ticket that this is about."""
    desk = occasion.desk
    return [as_window(span) for span in free_windows(desk, need_of(desk, desk.ticket(Ref(occasion.about))))]


def agreed(occasion: Occasion, kept: str | None) -> dict[str, Any]:
    """The time that was chosen, for the delivery that follows. Raises SlotTaken if it has gone."""
    if not kept:
        return {}
    desk, visit = occasion.desk, span_of(kept)
    if not room_left(desk, need_of(desk, desk.ticket(Ref(occasion.about))), visit):
        raise SlotTaken
    return {AGREED: [visit.start.isoformat(), visit.end.isoformat()]}
