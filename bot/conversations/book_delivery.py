"""Book a delivery (送货预约, DLV-01 to DLV-03, INS-01): which purchase, where to, when, and what it costs."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue.answers import Address, Answers, FreeText, OneOf, OneOfOffered, PersonName, Phone, YesNo
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import span_of
from bot.dialogue.purchases import PurchaseNamed, crew_windows, order_of
from bot.envelope import Reply
from core.casework.booking import AnotherNumber, Wish, book_delivery, to_deliver
from core.errors import SlotTaken
from core.freight import ACCESS, Access, Freight, freight
from core.phrases import Phrase, above, say
from core.shop import Shop
from core.tickets import Ticket


def when_and_for_what(occasion: Occasion, answers: Answers) -> Phrase:
    """What it costs is said before anything is confirmed (DLV-02)."""
    return above((cost_of(occasion, answers).why, say("When may our crew come?")))


def cost_of(occasion: Occasion, answers: Answers) -> Freight:
    policy = occasion.desk.shop.policy
    suburb = policy.visit.is_suburb(answers.get("address", ""))
    return freight(to_deliver(occasion.desk, order_of(answers.get("purchase", ""))), policy, suburb=suburb)


class BookDelivery(Form):
    title = say("Book a delivery")
    opens_with = ("送货", "配送", "预约送货", "约送货", "book a delivery", "delivery", "deliver", "/delivery")

    purchase = ask(
        say("Which purchase shall we deliver? Choose, or type the number of the order or contract."),
        accepts=PurchaseNamed(), label=say("Purchase"),
    )  # fmt: skip
    contact = ask(say("Who receives the goods?"), accepts=PersonName(), label=say("Name"))
    phone = ask(
        say("Which phone number is in the contract? The crew calls it."), accepts=Phone(), label=say("Phone"),
        why=say("The number shows that the purchase is yours; only the crew sees it."),
    )  # fmt: skip
    address = ask(say("Where to? Street, number, floor and district, please."), accepts=Address(), label=say("Address"))
    access = ask(say("How do the goods get up?"), accepts=OneOf({each: ACCESS[each] for each in Access}),
                 label=say("Access"))  # fmt: skip
    installation = ask(say("Shall we put it together as well?"), accepts=YesNo(), label=say("Assembly"))
    requirements = ask(
        say("What shall we know about it: wall, sockets, wishes? Or skip."), accepts=FreeText(longest=500),
        optional=True, when=installation.is_(True), label=say("Wishes for the assembly"),
    )  # fmt: skip
    words = ask(say("Anything about the way: narrow stairs, parking? Or skip."), accepts=FreeText(longest=500),
                optional=True, label=say("Remarks"))  # fmt: skip
    visit = ask(
        when_and_for_what,
        accepts=OneOfOffered(
            crew_windows, nothing=say("No crew is free in the coming days. Skip, and we will call you."), reads=span_of
        ),
        optional=True, follows=(purchase, address), label=say("Delivery"),
    )  # fmt: skip

    @classmethod
    def offered_by(cls, shop: Shop) -> bool:
        return shop.policy.delivery.offered

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:  # noqa: ARG003
        return occasion.known

    def submit(self, occasion: Occasion) -> Reply:
        wish = Wish(
            order_of(self.purchase), self.contact, self.phone, self.address, self.access, self.words or "",
            installation=self.installation, requirements=self.requirements or "",
            visit=span_of(self.visit) if self.visit else None,
        )  # fmt: skip
        try:
            ticket, cost = book_delivery(occasion.desk, occasion.person, wish)
        except SlotTaken as taken:
            raise AskAgain(type(self).visit, taken.phrase) from None
        except AnotherNumber as another:
            raise AskAgain(type(self).phone, another.phrase) from None
        return Reply(booked(ticket, cost), ticket=ticket.number)


def booked(ticket: Ticket, cost: Freight) -> Phrase:
    visit = say("Delivery: {visit}.", visit=ticket.visit) if ticket.visit else say("We call you to agree a time.")
    return above((say("Thank you. Your delivery is {number}.", number=ticket.number), cost.why, visit))
