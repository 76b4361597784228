"""The answer is not enough: the complaint goes up to the next level, with all its history (CMP-12)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say


class NotSatisfied(Form):
    title = say("Not satisfied")
    opened_by = "not_satisfied"
    hears_anger = True

    reason = ask(say("We are sorry. What is still missing?"), accepts=FreeText(longest=1000))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("not_satisfied", {"reason": self.reason})
        return Reply(say("Thank you for being open. {number} goes up.", number=ticket.number), ticket=ticket.number)
