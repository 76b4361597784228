"""The labour request for a large job (售后服务用工申请, INS-09); and what is said to it, or to its result."""

from __future__ import annotations

from bot.dialogue.answers import Address, Choice, FreeText, OneOfOffered, PersonName, Phone
from bot.dialogue.days import Day
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.projecting import LabourRequest, request_project
from core.casework.shipping import WRITERS
from core.kinds.project_states import INCLUDED
from core.phrases import say
from core.shop import Shop
from core.tickets import Ref, Role

LONGEST = 3 * 366  # days that a project takes


def parts(_: Occasion, __: object) -> list[Choice]:
    return [Choice(key, label) for key, label in INCLUDED.items()]


class RequestProject(Form):
    title = say("Request for a project")
    opens_with = ("工程", "用工申请", "项目", "project", "labour request")
    roles = frozenset(WRITERS)

    contact = ask(say("What is the customer's name?"), accepts=PersonName(own=False), label=say("Name"))
    phone = ask(say("Which phone number can the customer be reached on?"), accepts=Phone(own=False), label=say("Phone"))
    product = ask(say("Which products are installed?"), accepts=FreeText(longest=200), label=say("Product"))
    quantity = ask(say("How many?"), accepts=FreeText(longest=60), label=say("Quantity"))
    address = ask(say("Where? City, street, number, please."), accepts=Address(own=False), label=say("Address"))
    requirements = ask(say("What does the customer require? Drawings, hours, what must be looked out for."),
                       accepts=FreeText(longest=1000), label=say("Requirements"))  # fmt: skip
    complete_by = ask(
        say("By which day must it be done? As 2026-12-20."), accepts=Day(1, LONGEST), label=say("Done by")
    )
    included = ask(say("What does the contract include?"), accepts=OneOfOffered(parts), label=say("Included"))
    tender = ask(say("What did the tender ask for: style, material, environmental requirements? Or skip."),
                 accepts=FreeText(longest=1000), optional=True, label=say("Tender"))  # fmt: skip

    @classmethod
    def offered_by(cls, shop: Shop) -> bool:
        return shop.policy.installation.offered

    def submit(self, occasion: Occasion) -> Reply:
        asked = LabourRequest(
            self.contact, self.phone, self.product, self.quantity, self.address, self.requirements, self.complete_by,
            self.included, self.tender or "",
        )  # fmt: skip
        ticket = request_project(occasion.desk, occasion.person, asked)
        return Reply(say("{number} goes through its three approvals.", number=ticket.number), ticket=ticket.number)


class RefuseProject(Form):
    title = say("Do not approve")
    opened_by = "refuse_project"
    roles = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})

    reason = ask(say("Why not? The customer reads this."), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), "refuse_project", {"reason": self.reason})
        return Reply(say("{number} is not approved. The customer is told.", number=ticket.number), ticket=ticket.number)


class RejectProject(Form):
    title = say("Not in order")
    opened_by = "reject_project"
    hears_anger = True

    reason = ask(say("What is not in order?"), accepts=FreeText(longest=1000))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), "reject_project", {"reason": self.reason})
        return Reply(say("Noted. Somebody sees to {number}.", number=ticket.number), ticket=ticket.number)
