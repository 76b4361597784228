"""What was sent is not complete, or not as it should be (ORD-10)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, OneOf, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.kinds.shipment_states import SHORTAGES, Short
from core.phrases import say
from core.tickets import Ref, Role


class ReportShortage(Form):
    title = say("Missing or damaged")
    opened_by = "report_shortage"
    roles = frozenset({Role.CUSTOMER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})
    hears_anger = True
    summary = False

    short = ask(say("What is wrong?"), accepts=OneOf({each: SHORTAGES[each] for each in Short}))
    reason = ask(say("What exactly, and how much of it?"), accepts=FreeText(longest=1000))
    photos = ask(say("Photos of it, then Done; or skip."), accepts=Photos(6), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        album = list(self.photos.photos) if self.photos else []
        facts = {"short": self.short.value, "reason": self.reason, "rework_photos": album}
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), "report_shortage", facts)
        return Reply(say("Noted. Somebody sees to {number}.", number=ticket.number), ticket=ticket.number)
