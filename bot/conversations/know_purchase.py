"""Sales, or the office, has found what the customer has bought (DSP-06)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.purchases import know_purchase
from core.people import STAFF, Sale
from core.phrases import say
from core.tickets import Ref

MOST = 20  # lines of an order
NOT_THERE = say("Our sales records have no such order. Please look once more; it may have to be imported first.")


def lines_of(occasion: Occasion, order: str) -> Sequence[Sale]:
    return occasion.desk.unit.sales.of_order(order.strip(), MOST)


def lines(occasion: Occasion, answers: Answers) -> Sequence[Choice]:
    found = lines_of(occasion, answers.get("order", ""))
    return [Choice(str(sale.id), f"{sale.product} {sale.model}".strip()) for sale in found]


class KnowPurchase(Form):
    title = say("Purchase found")
    opened_by = "know_purchase"
    roles = STAFF
    summary = False

    order = ask(say("Under which order number was it bought?"), accepts=FreeText(longest=60), label=say("Order number"))
    line = ask(
        say("Which line of the order is it?"), accepts=OneOfOffered(lines, nothing=NOT_THERE), follows=(order,),
        label=say("Product"),
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        sale = next((each for each in lines_of(occasion, self.order) if str(each.id) == self.line), None)
        if sale is None:
            raise AskAgain(type(self).order, NOT_THERE)
        ticket = know_purchase(occasion.desk, occasion.person, Ref(occasion.about), sale)
        return Reply(say("Noted: {number} is about {bought}.", number=ticket.number, bought=ticket.facts["bought"]))
