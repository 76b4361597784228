"""A supervisor closes a ticket himself, with a reason that stays on record."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role


class CloseTicket(Form):
    title = say("Close with a reason")
    opened_by = "close"
    roles = frozenset({Role.SUPERVISOR, Role.MANAGER})

    reason = ask(say("Why is it closed? The customer reads this."), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("close", {"reason": self.reason})
        return Reply(say("{number} is closed.", number=ticket.number), ticket=ticket.number)
