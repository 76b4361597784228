"""A part is missing: the job waits, and the customer knows for what (DSP-07)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.stocking import named_in
from core.tickets import Role
from core.wording.fault import by_list


class NeedParts(Form):
    title = say("Need parts")
    opened_by = "need_parts"
    roles = frozenset({Role.TECHNICIAN})

    parts = ask(say("Which parts, and how many?"), accepts=FreeText(longest=300))

    def submit(self, occasion: Occasion) -> Reply:
        there = [f"{each.model} ×{each.free}" for each in named_in(occasion.desk, self.parts)]
        ticket = occasion.act("need_parts", {"parts": self.parts, "in_store": there})
        return Reply(
            say("The dispatcher orders them. {in_store}", in_store=by_list(ticket.facts)), ticket=ticket.number
        )
