"""A defect that stops the installation, until sales and quality have said what to do (INS-07)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, OneOf, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.freight import DEFECTS, Defect
from core.phrases import say
from core.tickets import Role


class SeriousDefect(Form):
    title = say("Serious defect")
    opened_by = "serious_defect"
    roles = frozenset({Role.TECHNICIAN})
    summary = False

    wrong = ask(say("What is it?"), accepts=OneOf({each: DEFECTS[each] for each in Defect}), label=say("Reason"))
    reason = ask(say("Where, and how bad? In a few words."), accepts=FreeText(longest=500), label=say("Description"))
    photos = ask(say("Photos of it, please, then Done."), accepts=Photos(6), label=say("Photos"))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"wrong": self.wrong.value, "reason": self.reason, "rework_photos": list(self.photos.photos)}
        ticket = occasion.act("serious_defect", facts)
        return Reply(say("Stopped: {number}. The supervisor is alerted.", number=ticket.number), ticket=ticket.number)
