"""What cannot be repaired where it stands goes to the workshop, and comes back tested (FLT-08, DSP-05, DSP-07)."""

from __future__ import annotations

from enum import StrEnum, auto

from bot.cards import what_is_next
from bot.conversations.finish_visit import actions, causes, findings
from bot.dialogue.answers import FreeText, OneOf, OneOfOffered, YesNo
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role

OFFICE = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})


class Handing(StrEnum):
    COLLECT = auto()
    BRING = auto()
    ALONG = auto()


LABELS = {
    Handing.COLLECT: say("We collect and bring it"),
    Handing.BRING: say("The customer brings it"),
    Handing.ALONG: say("I take it along"),
}


class ToWorkshop(Form):
    title = say("To the workshop")
    opened_by = "to_workshop"
    roles = OFFICE | {Role.TECHNICIAN}
    summary = False

    handing = ask(say("How does it get there, as agreed with the customer?"), accepts=OneOf(LABELS))
    reason = ask(
        say("Why can it not be repaired at the customer's? The customer reads this."), accepts=FreeText(longest=300)
    )

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("to_workshop", {"handing": self.handing.value, "reason": self.reason})
        text = say("{number} is repaired in the workshop.", number=ticket.number)
        return Reply(text, what_is_next(ticket, occasion.person), ticket.number)


class WorkshopDone(Form):
    title = say("Repaired and tested")
    opened_by = "workshop_done"
    roles = frozenset({Role.QUALITY, Role.SUPERVISOR, Role.MANAGER})

    cause = ask(say("What was the cause?"), accepts=OneOfOffered(causes, or_words=True), label=say("Cause"))
    done = ask(say("What was done?"), accepts=OneOfOffered(actions, or_words=True), label=say("Work done"))
    parts = ask(
        say("Which parts were used? Or skip."), accepts=FreeText(longest=300), optional=True, label=say("Parts")
    )
    tested = ask(say("Was it tested, and does it work?"), accepts=YesNo(), label=say("Tested"))

    def submit(self, occasion: Occasion) -> Reply:
        if not self.tested:
            raise AskAgain(type(self).tested, say("It stays in the workshop until it works. Send this when it does."))
        ticket = occasion.act("workshop_done", findings(occasion, self.cause, self.done, self.parts) | {"tested": True})
        return Reply(say("{number} can go back to the customer.", number=ticket.number), ticket=ticket.number)
