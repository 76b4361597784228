"""A visit on a day on which the shop makes none: only if a supervisor agrees (FLT-25)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import as_window, span_of
from bot.envelope import Reply
from core.dispatch import special_windows
from core.phrases import say
from core.tickets import Role


def outside(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [as_window(span) for span in special_windows(occasion.desk)]


class SpecialVisit(Form):
    title = say("Another day than usual")
    opened_by = "ask_special"
    roles = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})
    summary = False

    visit = ask(
        say("When, as agreed with the customer?"),
        accepts=OneOfOffered(
            outside, nothing=say("Visits are made every day; please choose another time."), reads=span_of
        ),
    )
    reason = ask(say("Why can it not be one of the usual days?"), accepts=FreeText(longest=300))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"special_asked": self.visit.split("/"), "reason": self.reason}
        ticket = occasion.act("ask_special", facts)
        return Reply(say("The supervisor is asked. Nothing changes until then."), ticket=ticket.number)
