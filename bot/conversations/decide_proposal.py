"""Adopt, decline or keep a proposal; the customer hears of each (SUG-03..07)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum, auto

from bot.dialogue.answers import Answers, Choice, FreeText, OneOf, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.proposing import decline
from core.phrases import say
from core.policy.allowance import Allowance
from core.tickets import Ref, Role

DECIDERS = frozenset({Role.SUPERVISOR, Role.MANAGER})
TOLD = say("The customer of {number} is told.")


class Ownership(StrEnum):
    SHOP = auto()
    JOINT = auto()


OWNERS = {Ownership.SHOP: say("The shop develops it"), Ownership.JOINT: say("Together with the customer")}


def days(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    ends = [occasion.desk.shop.reach(occasion.at, Allowance(days=n, working=True)) for n in (5, 10, 20, 40, 60)]
    return [Choice(end.isoformat(), end) for end in ends]


class AdoptProposal(Form):
    title = say("Adopt")
    opened_by = "adopt"
    roles = DECIDERS

    measure = ask(
        say("What will be done? The customer reads this."), accepts=FreeText(longest=500), label=say("Measure")
    )
    until = ask(say("By when?"), accepts=OneOfOffered(days, reads=datetime.fromisoformat), label=say("By when"))
    owner = ask(say("Who develops it? It belongs to whoever does."), accepts=OneOf(OWNERS), label=say("Belongs to"))
    agreement = ask(
        say("Where is the agreement with the customer kept?"), accepts=FreeText(longest=200),
        when=owner.is_(Ownership.JOINT), label=say("Agreement"),
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        facts = {
            "measure": self.measure, "carried_out_by": datetime.fromisoformat(self.until).isoformat(),
            "owner": self.owner.value, "agreement": self.agreement or "",
        }  # fmt: skip
        ticket = occasion.act("adopt", facts)
        return Reply(say(TOLD.key, number=ticket.number), ticket=ticket.number)


class DeclineProposal(Form):
    title = say("Decline")
    opened_by = "decline_proposal"
    roles = DECIDERS

    reason = ask(say("Why not? The customer reads this, with our thanks."), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = decline(occasion.desk, occasion.person, Ref(occasion.about), self.reason)
        return Reply(say(TOLD.key, number=ticket.number), ticket=ticket.number)


class KeepProposal(Form):
    title = say("Keep")
    opened_by = "keep"
    roles = DECIDERS

    reason = ask(say("Why is it kept? The customer reads this."), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("keep", {"reason": self.reason})
        return Reply(say(TOLD.key, number=ticket.number), ticket=ticket.number)
