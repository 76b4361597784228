"""What was wrong in a contract is put right, in the sales records too (ORD-02)."""

from __future__ import annotations

from enum import StrEnum, auto

from bot.conversations.hand_in_contract import CUSTOMER, YEAR
from bot.dialogue.answers import Address, FreeText, OneOf, Phone
from bot.dialogue.contract_lines import ContractLines
from bot.dialogue.days import Day
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from core.casework.ordering import SELLERS, Amendment, amend
from core.contracts import goods_of
from core.phrases import say
from core.tickets import Ref


class Part(StrEnum):
    NAME = auto()
    PHONE = auto()
    ADDRESS = auto()
    WISHED_ON = auto()
    LINES = auto()
    WORDS = auto()


LABELS = {
    Part.NAME: say("Name"),
    Part.PHONE: say("Phone"),
    Part.ADDRESS: say("Address"),
    Part.WISHED_ON: say("Delivery wished"),
    Part.LINES: say("Goods"),
    Part.WORDS: say("Wishes"),
}


class AmendContract(Form):
    title = say("Correct the contract")
    opened_by = "amend"
    roles = frozenset(SELLERS)
    summary = False

    what = ask(say("What is to be corrected?"), accepts=OneOf(LABELS))
    buyer = ask(say("What is the customer's name?"), accepts=CUSTOMER, when=what.is_(Part.NAME))
    phone = ask(
        say("Which phone number can the customer be reached on?"), accepts=Phone(own=False), when=what.is_(Part.PHONE)
    )
    address = ask(say("What is the right address?"), accepts=Address(own=False), when=what.is_(Part.ADDRESS))
    wished_on = ask(
        say("For which day does the customer wish the delivery?"), accepts=Day(0, YEAR, (3, 7, 14, 30)),
        when=what.is_(Part.WISHED_ON),
    )  # fmt: skip
    lines = ask(
        say("All lines, please, one each: product, model, quantity, price of one.\nNOVA sofa, NOVA-3, 1, 3999"),
        accepts=ContractLines(), when=what.is_(Part.LINES),
    )  # fmt: skip
    words = ask(say("What does the customer wish?"), accepts=FreeText(longest=500), when=what.is_(Part.WORDS))

    def submit(self, occasion: Occasion) -> Reply:
        right = self.buyer or self.phone or self.address or self.words or goods_of(self.lines or ())
        told = say("{label}: {answer}", label=LABELS[self.what],
                   answer=self.wished_on.isoformat() if self.wished_on else right)  # fmt: skip
        right_now = Amendment(
            self.buyer, self.phone, self.address, self.wished_on, self.lines, self.words, occasion.words(told)
        )
        ticket = amend(occasion.desk, occasion.person, Ref(occasion.about), right_now)
        again = Button(say("Correct the contract"), f"m:{ticket.ref}:amend")
        hand_in = (Button(say("Hand in again"), f"m:{ticket.ref}:hand_in_again"),) if ticket.state == "unclear" else ()
        text = say("Corrected for {number}: {told}", number=ticket.number, told=told)
        return Reply(text, (again, *hand_in), ticket.number)
