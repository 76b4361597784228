"""The customer does not accept the work: the job opens again and counts as rework (FLT-17)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say


class NotInOrder(Form):
    title = say("Not in order")
    opened_by = "reject_work"

    reason = ask(say("We are sorry. What is not right?"), accepts=FreeText(longest=1000))
    photos = ask(say("A photo helps us; then tap Done. Or skip."), accepts=Photos(6), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"reason": self.reason, "rework_photos": list(self.photos.photos) if self.photos else []}
        ticket = occasion.act("reject_work", facts)
        return Reply(say("Thank you for telling us. The supervisor looks into it at once."), ticket=ticket.number)
