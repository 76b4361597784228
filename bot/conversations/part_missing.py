"""A part is missing at the customer's: it is sent after, with a ticket of its own (DLV-17)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role


class PartMissing(Form):
    title = say("A part is missing")
    opened_by = "part_missing"
    roles = frozenset({Role.TECHNICIAN})

    part = ask(say("Which part, of what, and how many?"), accepts=FreeText(longest=200))
    photos = ask(say("A photo helps the others; or skip."), accepts=Photos(6), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"part": self.part, "help_photos": list(self.photos.photos) if self.photos else []}
        ticket = occasion.act("part_missing", facts)
        return Reply(say("The store knows what is missing at {number}.", number=ticket.number), ticket=ticket.number)
