"""A name, phone, address or product was given wrongly: put right, with a line in the history (DSP-09)."""

from __future__ import annotations

from enum import StrEnum, auto

from bot.dialogue.answers import Address, FreeText, OneOf, PersonName, Phone
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.reporting import whereabouts
from core.people import STAFF
from core.phrases import say
from core.tickets import Ref, Role
from core.values import replace


class What(StrEnum):
    ADDRESS = auto()
    PHONE = auto()
    NAME = auto()
    PRODUCT = auto()


LABELS = {
    What.ADDRESS: say("Address"),
    What.PHONE: say("Phone"),
    What.NAME: say("Name"),
    What.PRODUCT: say("Product"),
}


class CorrectTicket(Form):
    title = say("Correct the data")
    opened_by = "correct"
    roles = STAFF | {Role.CUSTOMER}
    summary = False

    what = ask(say("What is wrong?"), accepts=OneOf(LABELS))
    address = ask(say("What is the right address?"), accepts=Address(), when=what.is_(What.ADDRESS))
    phone = ask(say("What is the right phone number?"), accepts=Phone(), when=what.is_(What.PHONE))
    called = ask(say("What is the right name?"), accepts=PersonName(), when=what.is_(What.NAME))
    product = ask(say("Which product is it really?"), accepts=FreeText(longest=200), when=what.is_(What.PRODUCT))

    def submit(self, occasion: Occasion) -> Reply:
        right = self.address or self.phone or self.called or self.product or ""
        told = say("{label}: {answer}", label=LABELS[self.what], answer=right)
        facts = {self.what.value: right, "correction": occasion.words(told)}
        if occasion.person.id == occasion.desk.ticket(Ref(occasion.about)).customer:
            person = occasion.desk.person(occasion.person.id)
            name, phone = self.called or person.name, self.phone or person.phone
            occasion.desk.know(replace(person, name=name, phone=phone))
        if self.address:
            facts |= whereabouts(self.address, occasion.desk.shop.policy)
        ticket = occasion.act("correct", facts)
        return Reply(say("Corrected for {number}: {told}", number=ticket.number, told=told), ticket=ticket.number)
