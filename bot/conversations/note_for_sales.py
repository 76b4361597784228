"""What whoever was there learnt that sales should know (VIS-25)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role


class NoteForSales(Form):
    title = say("Note for sales")
    opened_by = "note_for_sales"
    roles = frozenset({Role.TECHNICIAN})

    note = ask(say("What should sales know? Wishes, plans, other makes, never gossip."), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("note_for_sales", {"sales_note": self.note})
        return Reply(say("Noted for sales. Thank you."), ticket=ticket.number)
