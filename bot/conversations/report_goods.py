"""Goods are missing or damaged before they leave: nothing moves until somebody has said what to do (DLV-15)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role


class ReportGoods(Form):
    title = say("Goods missing or damaged")
    opened_by = "report_goods"
    roles = frozenset({Role.TECHNICIAN, Role.DISPATCHER})

    reason = ask(say("What is missing or damaged?"), accepts=FreeText(longest=500))
    photos = ask(say("A photo helps the others; or skip."), accepts=Photos(6), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"reason": self.reason, "help_photos": list(self.photos.photos) if self.photos else []}
        ticket = occasion.act("report_goods", facts)
        return Reply(say("The office knows about {number}.", number=ticket.number), ticket=ticket.number)
