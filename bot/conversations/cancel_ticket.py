"""The customer calls the visit off."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, YesNo
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say


class CancelTicket(Form):
    title = say("Cancel the visit")
    opened_by = "cancel"
    summary = False

    sure = ask(say("Do you really want to cancel it?"), accepts=YesNo(say("Yes, cancel it"), say("No, keep it")))
    reason = ask(say("May we know why? Or skip."), accepts=FreeText(longest=300), optional=True, when=sure.is_(True))

    def submit(self, occasion: Occasion) -> Reply:
        if not self.sure:
            return Reply(say("Good, everything stays as it was."))
        facts = {"reason": self.reason or "—"}
        ticket = occasion.act("cancel", facts)
        return Reply(say("{number} is cancelled. You can report it again at any time.", number=ticket.number))
