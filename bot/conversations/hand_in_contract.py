"""A sales clerk hands in a contract (销售合同, ORD-01, ORD-02)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue.answers import Address, Album, FreeText, Phone, Photos
from bot.dialogue.contract_lines import ContractLines
from bot.dialogue.days import Day
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.written import Line, Pattern
from bot.envelope import Button, Reply
from core.casework.ordering import SELLERS, AlreadyHandedIn, hand_in
from core.contracts import Contract
from core.phrases import say
from core.shop import Shop

YEAR = 366
NUMBER = Pattern(r"[^\W_][\w/ .-]{1,38}", say("The number as it stands on the contract, of 2 to 39 characters."))
CUSTOMER = Line(say("Please give a name, of at most 40 characters."), shortest=1, longest=40)


class HandInContract(Form):
    title = say("Hand in a contract")
    opens_with = ("合同", "交合同", "新合同", "录合同", "contract", "/contract")
    roles = frozenset(SELLERS)

    order = ask(say("What is the number of the contract?"), accepts=NUMBER, label=say("Contract"))
    buyer = ask(say("What is the customer's name?"), accepts=CUSTOMER, label=say("Name"))
    phone = ask(say("Which phone number can the customer be reached on?"), accepts=Phone(own=False), label=say("Phone"))
    address = ask(
        say("Where to? Street, number, floor and district, please."), accepts=Address(own=False), label=say("Address")
    )
    ordered_on = ask(say("When was it signed?"), accepts=Day(-YEAR, 0, (0, -1)), label=say("Signed"))
    wished_on = ask(
        say("For which day does the customer wish the delivery? Or skip."), accepts=Day(0, YEAR, (3, 7, 14, 30)),
        optional=True, label=say("Delivery wished"),
    )  # fmt: skip
    lines = ask(
        say("What was sold? One line each: product, model, quantity, price of one.\nNOVA sofa, NOVA-3, 1, 3999"),
        accepts=ContractLines(), label=say("Goods"),
    )  # fmt: skip
    words = ask(say("Anything that the customer wishes? Or skip."), accepts=FreeText(longest=500), optional=True,
                label=say("Wishes"))  # fmt: skip
    photos = ask(say("A photo of the contract; send it and tap Done, or skip."), accepts=Photos(6), optional=True,
                 label=say("Photos"))  # fmt: skip

    @classmethod
    def offered_by(cls, shop: Shop) -> bool:
        return shop.policy.delivery.offered

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:  # noqa: ARG003
        return {}

    def submit(self, occasion: Occasion) -> Reply:
        album = self.photos or Album()
        contract = Contract(
            self.order, self.buyer, self.phone, self.address, self.ordered_on, self.wished_on, self.lines,
            "\n".join(filter(None, (self.words, *album.words))), album.photos,
        )  # fmt: skip
        try:
            ticket = hand_in(occasion.desk, occasion.person, contract)
        except AlreadyHandedIn as known:
            raise AskAgain(type(self).order, known.phrase) from None
        another = Button(say("Next contract"), f"f:{self.name}")
        text = say("Contract {order} is handed in as {number}. The store has it now.", order=self.order,
                   number=ticket.number)  # fmt: skip
        return Reply(text, (another,), ticket.number)
