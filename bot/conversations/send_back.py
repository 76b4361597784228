"""What was proposed is not approved, and why (CMP-19)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role


class SendBack(Form):
    title = say("Send back")
    opened_by = "send_back"
    roles = frozenset({Role.SUPERVISOR, Role.MANAGER})

    reason = ask(say("Why is it not approved?"), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("send_back", {"reason": self.reason})
        return Reply(say("{number} went back.", number=ticket.number), ticket=ticket.number)
