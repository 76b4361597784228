"""What the crew is to do about goods that are missing or damaged (DLV-15)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role


class InstructCrew(Form):
    title = say("Instruct the crew")
    opened_by = "instruct"
    roles = frozenset({Role.SALES_CLERK, Role.QUALITY, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})

    note = ask(say("What shall the crew do?"), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("instruct", {"note": self.note})
        return Reply(say("The crew of {number} knows.", number=ticket.number), ticket=ticket.number)
