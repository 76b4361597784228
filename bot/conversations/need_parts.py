"""A part is missing: the job waits, and the customer knows for what (DSP-07)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role


class NeedParts(Form):
    title = say("Need parts")
    opened_by = "need_parts"
    roles = frozenset({Role.TECHNICIAN})

    parts = ask(say("Which parts, and how many?"), accepts=FreeText(longest=300))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("need_parts", {"parts": self.parts})
        return Reply(say("The dispatcher orders them."), ticket=ticket.number)
