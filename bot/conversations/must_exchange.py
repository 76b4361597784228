"""It cannot be repaired: the customer is asked for a day, and the store for a new one (FLT-26)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Ref, Role


class MustExchange(Form):
    title = say("Has to be exchanged")
    opened_by = "must_exchange"
    roles = frozenset({Role.TECHNICIAN})

    reason = ask(say("Why can it not be repaired?"), accepts=FreeText(longest=500))
    photos = ask(say("A photo helps the others; or skip."), accepts=Photos(6), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        product = str(occasion.desk.ticket(Ref(occasion.about)).facts.get("product", ""))
        photos = list(self.photos.photos) if self.photos else []
        ticket = occasion.act("must_exchange", {"reason": self.reason, "parts": product, "help_photos": photos})
        return Reply(say("The customer and the store are asked. Ticket {number}.", number=ticket.number),
                     ticket=ticket.number)  # fmt: skip
