"""A small flaw: treated on the spot first, then the customer chooses (DLV-18)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role


class SmallFlaw(Form):
    title = say("Small flaw")
    opened_by = "small_flaw"
    roles = frozenset({Role.TECHNICIAN})

    reason = ask(say("Which flaw is it, and what have you done about it?"), accepts=FreeText(longest=500))
    photos = ask(say("Photos of it, then Done; or skip."), accepts=Photos(6), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"reason": self.reason, "rework_photos": list(self.photos.photos) if self.photos else []}
        ticket = occasion.act("small_flaw", facts)
        return Reply(say("The customer of {number} chooses now.", number=ticket.number), ticket=ticket.number)
