"""Quality says who is liable for a complaint, and whoever approves that may send it back (CMP-17..19)."""

from __future__ import annotations

from enum import StrEnum, auto

from bot.conversations.approve_return import departments
from bot.dialogue.answers import FreeText, OneOf, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.money import MONEY
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.kinds.complaint_states import LIABLE
from core.phrases import say
from core.tickets import Role


class Side(StrEnum):
    CUSTOMER = auto()
    COMPANY = auto()
    SUPPLIER = auto()


class DecideLiability(Form):
    title = say("Who is liable")
    opened_by = "decide_liability"
    roles = frozenset({Role.QUALITY, Role.SUPERVISOR, Role.MANAGER})

    liable = ask(
        say("Who is liable, by what you have found?"), accepts=OneOf({side: LIABLE[side.value] for side in Side}),
        label=say("Liable"),
    )  # fmt: skip
    evidence = ask(say("What shows it?"), accepts=FreeText(longest=1000), label=say("Evidence"))
    provisional = ask(
        say("What do you propose to answer the customer?"), accepts=FreeText(longest=1000),
        when=liable.is_(Side.CUSTOMER), label=say("Opinion"),
        why=say("It is approved before the customer hears that it is no fault of ours."),
    )  # fmt: skip

    unit = ask(
        say("Which department answers for it, for the time being?"), accepts=OneOfOffered(departments),
        when=liable.is_(Side.COMPANY), label=say("Department"),
    )  # fmt: skip
    loss = ask(
        say("What may it cost? An amount, or skip."), accepts=MONEY, optional=True, when=liable.is_(Side.COMPANY),
        label=say("Provisional loss"),
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        facts = {
            "liable": str(self.liable), "evidence": self.evidence, "provisional": self.provisional or "",
            "judged_by": occasion.person.id, "loss_unit": self.unit or "", "loss": self.loss or "",
        }  # fmt: skip
        ticket = occasion.act("decide_liability", facts)
        if ticket.state == "findings":
            return Reply(
                say("The findings of {number} are being approved.", number=ticket.number), ticket=ticket.number
            )
        return Reply(say("Noted: who is liable for {number}.", number=ticket.number), ticket=ticket.number)


class SendBackFindings(Form):
    title = say("Send the findings back")
    opened_by = "send_back_findings"
    roles = frozenset({Role.PRODUCTION, Role.SUPERVISOR, Role.MANAGER})

    reason = ask(say("Why is it not approved?"), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("send_back_findings", {"reason": self.reason})
        return Reply(say("{number} went back.", number=ticket.number), ticket=ticket.number)
