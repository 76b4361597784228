"""What a colleague thinks of a proposal (SUG-02)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.people import STAFF
from core.phrases import say


class GiveOpinion(Form):
    title = say("My opinion")
    opened_by = "give_opinion"
    roles = STAFF

    opinion = ask(
        say("What do you think of it? Is it worth it, and what would it take?"), accepts=FreeText(longest=1000)
    )

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("give_opinion", {"opinion": self.opinion})
        return Reply(say("Thank you. The supervisor has it."), ticket=ticket.number)
