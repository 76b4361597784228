"""A technician is late: the customer hears it, with an apology and the new time, in good time (VIS-06)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, Minutes
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Ref, Role
from core.visits import put_off


class RunningLate(Form):
    title = say("Running late")
    opened_by = "running_late"
    roles = frozenset({Role.TECHNICIAN})

    minutes = ask(say("How many minutes late?"), accepts=Minutes(choices=(15, 30, 60, 120), hi=600))
    reason = ask(say("What holds you up?"), accepts=FreeText(longest=200), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        ticket = put_off(occasion.desk, occasion.person, Ref(occasion.about), self.minutes, self.reason or "")
        return Reply(say("The customer knows: {visit}.", visit=ticket.visit or ""), ticket=ticket.number)
