"""A technician can go, but at another time; the customer decides (DSP-08)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import as_window, span_of
from bot.envelope import Reply
from core.dispatch import own_windows
from core.phrases import say
from core.tickets import Role


def mine(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [as_window(span) for span in own_windows(occasion.desk, occasion.person.id)]


class ProposeTime(Form):
    title = say("Another time")
    opened_by = "propose_time"
    roles = frozenset({Role.TECHNICIAN})

    visit = ask(say("When can you go?"), accepts=OneOfOffered(mine, reads=span_of))

    def submit(self, occasion: Occasion) -> Reply:
        visit = span_of(self.visit)
        ticket = occasion.act("propose_time", visit=visit)
        return Reply(say("Proposed to the customer: {visit}.", visit=visit), ticket=ticket.number)
