"""Book an installation of goods that are there already (安装预约, INS-01)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.dialogue.answers import Address, Answers, Choice, FreeText, OneOfOffered, PersonName, Phone
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import span_of
from bot.dialogue.purchases import crew_windows
from bot.envelope import Reply
from core.casework.installing import Fitting, book_installation
from core.errors import SlotTaken
from core.phrases import above, say
from core.shop import Shop


def categories(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [Choice(each.code, each.label) for each in occasion.desk.shop.policy.catalogue.categories.values()]


class BookInstallation(Form):
    title = say("Book an installation")
    opens_with = ("安装", "预约安装", "约安装", "install", "installation", "book an installation")

    category = ask(say("What shall we install?"), accepts=OneOfOffered(categories), label=say("Kind"))
    product = ask(say("Name and model, or the number of the order, please."), accepts=FreeText(longest=200),
                  label=say("Product"))  # fmt: skip
    requirements = ask(
        say("What shall we know about it: wall, sockets, wishes? Or skip."), accepts=FreeText(longest=500),
        optional=True, label=say("Wishes for the assembly"),
    )  # fmt: skip
    contact = ask(say("What is your name?"), accepts=PersonName(), label=say("Name"))
    phone = ask(say("Which phone number can we reach you on?"), accepts=Phone(), label=say("Phone"))
    address = ask(say("Where is it? Street, number, floor and district, please."), accepts=Address(),
                  label=say("Address"))  # fmt: skip
    visit = ask(
        say("When may our fitters come?"),
        accepts=OneOfOffered(
            crew_windows, nothing=say("No crew is free in the coming days. Skip, and we will call you."), reads=span_of
        ),
        optional=True, follows=(address,), label=say("Visit"),
    )  # fmt: skip

    @classmethod
    def offered_by(cls, shop: Shop) -> bool:
        return shop.policy.installation.offered

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:  # noqa: ARG003
        return occasion.known

    def submit(self, occasion: Occasion) -> Reply:
        fitting = Fitting(
            self.product, self.category, self.contact, self.phone, self.address, self.requirements or "",
            span_of(self.visit) if self.visit else None,
        )  # fmt: skip
        try:
            ticket = book_installation(occasion.desk, occasion.person, fitting)
        except SlotTaken as taken:
            raise AskAgain(type(self).visit, taken.phrase) from None
        visit = say("Visit: {visit}.", visit=ticket.visit) if ticket.visit else say("We call you to agree a time.")
        text = above((say("Thank you. Your installation is {number}.", number=ticket.number), visit))
        return Reply(text, ticket=ticket.number)
