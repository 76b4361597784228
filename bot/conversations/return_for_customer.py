"""An office of the region, or whoever hears of it, files a return for a customer (退换货, RTN-11)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversations.lodge_for_customer import writes_as, written_down
from bot.conversations.request_return import RequestReturn, received, refusal
from bot.dialogue.answers import FreeText, PersonName, Phone
from bot.dialogue.form import ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.returning import ask_back, judge
from core.desk import OFFICE
from core.people import STAFF, Person
from core.phrases import say
from core.values import replace


class ReturnForCustomer(RequestReturn):
    """The same questions, put to whoever writes it down."""

    title = say("Return of a customer")
    roles = STAFF

    product = ask(
        say("What does the customer return? Please write what it is and its order number."),
        accepts=FreeText(longest=200), label=say("Product"),
    )  # fmt: skip
    contact = ask(say("What is the customer's name?"), accepts=PersonName(own=False), label=say("Name"))
    phone = ask(say("Which phone number can the customer be reached on?"), accepts=Phone(own=False), label=say("Phone"))
    office = ask(
        say("Which office files it? Or skip."), accepts=FreeText(longest=60), optional=True, label=say("Office")
    )

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:  # noqa: ARG003
        return {"words": text[:1000]} if text and not cls.opens_by_itself(text) else {}

    @classmethod
    def in_menu_of(cls, person: Person) -> bool:
        return bool(person.roles.intersection(OFFICE))

    def submit(self, occasion: Occasion) -> Reply:
        asked = replace(self.asked(occasion), office=self.office or "")
        verdict = judge(asked, occasion.desk.shop.policy)
        if verdict.allowed is False:
            return refusal(occasion, verdict)
        customer = written_down(occasion, asked.name, asked.phone)
        ticket = ask_back(occasion.desk, customer, asked, verdict, (writes_as(occasion.person), occasion.person.id))
        return received(occasion, ticket, verdict, say("The return is {number}.", number=ticket.number))
