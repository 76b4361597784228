"""A technician sets off; the customer hears when to expect him."""

from __future__ import annotations

from bot.dialogue.answers import Answers, Minutes
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import Phrase, say
from core.tickets import Ref, Role
from core.wording.values import listed


def question(occasion: Occasion, _: Answers) -> Phrase:
    """Badge, tools and floor cloth are checked before the door closes (VIS-01, VIS-09)."""
    ticket = occasion.desk.ticket(Ref(occasion.about))
    kit = listed(occasion.desk.shop.policy.checklists(ticket.kind).kit)
    return say("Have you got all of this?\n{kit}\nIn how many minutes will you be there?", kit=kit)


class SetOff(Form):
    title = say("On my way")
    opened_by = "set_off"
    roles = frozenset({Role.TECHNICIAN})

    eta = ask(question, accepts=Minutes(), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("set_off", {"eta": self.eta})
        return Reply(say("The customer knows. Drive safely."), ticket=ticket.number, share="arrival")
