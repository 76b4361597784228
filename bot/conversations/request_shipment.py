"""The shipping request (发货申请单, ORD-07): something sold goes to a far customer once it is paid."""

from __future__ import annotations

from collections.abc import Callable

from bot.dialogue.answers import Address, Answers, FreeText, PersonName, Phone, YesNo
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.purchases import PurchaseNamed, order_of
from bot.envelope import Reply
from core.casework.booking import to_deliver
from core.casework.shipping import WRITERS, Request, request_shipment
from core.people import Sale
from core.phrases import Phrase, say
from core.shop import Shop


def known(occasion: Occasion, answers: Answers) -> Sale | None:
    """What the sales records say of this order."""
    return next(iter(to_deliver(occasion.desk, order_of(answers.get("purchase", "")))), None)


def or_as_recorded(question: Phrase, read: Callable[[Sale], str]) -> Callable[[Occasion, Answers], Phrase]:
    def prompt(occasion: Occasion, answers: Answers) -> Phrase:
        sale = known(occasion, answers)
        recorded = read(sale) if sale else ""
        if not recorded:
            return question
        return say("{question} Skip if it is still: {recorded}", question=question, recorded=recorded)

    return prompt


class RequestShipment(Form):
    title = say("Send goods to a far customer")
    opens_with = ("发货", "发货申请", "ship", "shipment", "send goods")
    roles = frozenset(WRITERS)

    purchase = ask(say("The number of the order or contract, please."), accepts=PurchaseNamed(), label=say("Order"))
    contact = ask(or_as_recorded(say("Who receives the goods?"), lambda sale: sale.customer),
                  accepts=PersonName(own=False), optional=True, follows=(purchase,), label=say("Name"))  # fmt: skip
    phone = ask(or_as_recorded(say("Which number does the carrier call?"), lambda sale: sale.phone),
                accepts=Phone(own=False), optional=True, follows=(purchase,), label=say("Phone"))  # fmt: skip
    address = ask(or_as_recorded(say("Where to? City, street, number, please."), lambda sale: sale.address),
                  accepts=Address(own=False), optional=True, follows=(purchase,), label=say("Address"))  # fmt: skip
    installation = ask(say("Do our fitters install it there afterwards?"), accepts=YesNo(), label=say("Installation"))
    words = ask(say("Anything that logistics or the store must know? Or skip."), accepts=FreeText(longest=500),
                optional=True, label=say("Remarks"))  # fmt: skip

    @classmethod
    def offered_by(cls, shop: Shop) -> bool:
        return shop.policy.delivery.offered

    def submit(self, occasion: Occasion) -> Reply:
        asked = self.asked(occasion)
        ticket = request_shipment(occasion.desk, occasion.person, asked)
        text = say("{number} is with finance. Nothing leaves before it is paid.", number=ticket.number)
        return Reply(text, ticket=ticket.number)

    def asked(self, occasion: Occasion) -> Request:
        """Raises AskAgain for what nobody knows."""
        sale = known(occasion, self.answers)
        told = Request(
            order_of(self.purchase), self.contact or (sale.customer if sale else ""),
            self.phone or (sale.phone if sale else ""), self.address or (sale.address if sale else ""),
            self.installation, self.words or "",
        )  # fmt: skip
        missing = say("The sales records do not say it. Please write it.")
        for question, value in ((type(self).contact, told.name), (type(self).phone, told.phone)):
            if not value:
                raise AskAgain(question, missing)
        if not told.address:
            raise AskAgain(type(self).address, missing)
        return told
