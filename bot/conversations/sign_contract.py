"""Sales has agreed a service contract with the customer (FLT-27)."""

from __future__ import annotations

from bot.dialogue.days import Day
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.people import STAFF
from core.phrases import say


class SignContract(Form):
    title = say("Contract signed")
    opened_by = "sign_contract"
    roles = STAFF

    until = ask(say("Until which day does it run? For example 2027-12-31."), accepts=Day(61, 3660))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("sign_contract", {"covered_until": self.until.isoformat()})
        text = say("{number} runs until {day}. The next one is offered in time.", number=ticket.number, day=self.until)
        return Reply(text, ticket=ticket.number)
