"""A contract goes back to its clerk, because something in it is missing or not clear (ORD-02)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.ordering import STORES
from core.phrases import say
from core.tickets import Ref


class NotClear(Form):
    title = say("Not clear")
    opened_by = "not_clear"
    roles = frozenset(STORES)

    reason = ask(say("What is missing or not clear? The clerk reads this."), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), "not_clear", {"reason": self.reason})
        return Reply(say("{number} is with the clerk again.", number=ticket.number), ticket=ticket.number)
