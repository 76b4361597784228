"""The crew tells the customer when exactly it will be at the door (DLV-05)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Ref, Role

STEP = timedelta(minutes=15)


def moments(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """Every quarter of an hour of what was agreed, that is still to come."""
    visit = occasion.desk.ticket(Ref(occasion.about)).visit
    if visit is None:
        return []
    steps = range((visit.end - visit.start) // STEP)
    found = [visit.start + STEP * number for number in steps]
    return [Choice(at.isoformat(), at) for at in found if at > occasion.at]


class TellTime(Form):
    title = say("Tell the exact time")
    opened_by = "tell_time"
    roles = frozenset({Role.TECHNICIAN})

    expected = ask(say("When will you be at the door?"), accepts=OneOfOffered(moments, reads=datetime.fromisoformat))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"expected_at": self.expected}
        ticket = occasion.act("tell_time", facts)
        return Reply(say("The customer of {number} knows.", number=ticket.number), ticket=ticket.number)
