"""What the store does not have is ordered from the factory, which names a day (ORD-04)."""

from __future__ import annotations

from bot.cards import moves_as_buttons
from bot.dialogue.days import Day
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.ordering import STORES, part_of
from core.phrases import say
from core.tickets import Ref

YEAR = 366
EXPECTED = Day(0, YEAR, (3, 7, 14, 30))


class OrderGoods(Form):
    title = say("Ordered from the factory")
    opened_by = "order_goods"
    roles = frozenset(STORES)

    expected = ask(say("For which day has the factory promised it?"), accepts=EXPECTED, label=say("Expected"))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"expected_on": self.expected.isoformat()}
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), self.opened_by or "", facts)
        text = say("{number}: expected on {day}. You will be asked then.", number=ticket.number, day=self.expected)
        buttons = moves_as_buttons(ticket, part_of(occasion.person, STORES), occasion.person.id)
        return Reply(text, buttons, ticket.number)


class GoodsLate(OrderGoods):
    title = say("Another day")
    opened_by = "goods_late"
