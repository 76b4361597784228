"""Somebody takes back what he asked for."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, YesNo
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.people import STAFF
from core.phrases import say
from core.tickets import Role


class Withdraw(Form):
    title = say("Withdraw")
    opened_by = "withdraw"
    roles = STAFF | {Role.CUSTOMER}  # a colleague takes his own proposal back
    hears_anger = True
    summary = False

    sure = ask(
        say("Do you really want to take it back?"),
        accepts=YesNo(say("Yes, withdraw it"), say("No, keep it")),
    )
    reason = ask(say("May we know why? Or skip."), accepts=FreeText(longest=300), optional=True, when=sure.is_(True))

    def submit(self, occasion: Occasion) -> Reply:
        if not self.sure:
            return Reply(say("Good, everything stays as it was."))
        ticket = occasion.act("withdraw", {"reason": self.reason or "—"})
        return Reply(say("{number} is withdrawn. You can come back to it at any time.", number=ticket.number))
