"""The customer chooses another time for the visit (DSP-08)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import as_window, span_of
from bot.envelope import Reply
from core.dispatch import free_windows, need_of
from core.errors import SlotTaken
from core.phrases import say
from core.tickets import Ref, Role
from core.visits import move_visit


def free(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    ticket = occasion.desk.ticket(Ref(occasion.about))
    return [
        as_window(span) for span in free_windows(occasion.desk, need_of(occasion.desk, ticket)) if span != ticket.visit
    ]


class ChooseTime(Form):
    title = say("Other time")
    opened_by = "move_visit"
    roles = frozenset({Role.CUSTOMER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})

    visit = ask(
        say("Which of these times suits you?"),
        accepts=OneOfOffered(
            free, nothing=say("No time is free in the coming days. Please ask for a person."), reads=span_of
        ),
    )

    def submit(self, occasion: Occasion) -> Reply:
        try:
            ticket = move_visit(occasion.desk, occasion.person, Ref(occasion.about), span_of(self.visit))
        except SlotTaken as taken:
            raise AskAgain(type(self).visit, taken.phrase) from None
        return Reply(say("Noted: {visit}.", visit=ticket.visit or ""), ticket=ticket.number)
