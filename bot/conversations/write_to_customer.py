"""Staff write to the customer in his own chat, about one ticket."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.people import STAFF
from core.phrases import say


class WriteToCustomer(Form):
    title = say("Write to the customer")
    opened_by = "write"
    roles = STAFF

    note = ask(say("What shall the customer read?"), accepts=FreeText(longest=1000))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("write", {"note": self.note})
        return Reply(say("Sent to the customer of {number}.", number=ticket.number), ticket=ticket.number)
