"""An owner who was told of a fault chooses when it is mended; the office does it for him on the phone (FLT-31)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.conversations.report_fault import confirmation
from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import as_window, span_of
from bot.envelope import Reply
from core.casework.recalling import FREE, agree, days_for, times_for
from core.errors import SlotTaken
from core.phrases import say
from core.tickets import Ref, Role

NOTHING = say("No time is free on those days. Please ask for a person.")


def days(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    found = days_for(occasion.desk, occasion.desk.ticket(Ref(occasion.about)))
    return [Choice(day.isoformat(), day) for day in found]


def times(occasion: Occasion, answers: Answers) -> Sequence[Choice]:
    found = times_for(occasion.desk, occasion.desk.ticket(Ref(occasion.about)))
    zone = occasion.desk.shop.zone
    return [as_window(span) for span in found if span.start.astimezone(zone).date().isoformat() == answers["day"]]


class AgreeRepair(Form):
    title = say("Choose a time")
    opened_by = "agree_repair"
    roles = frozenset({Role.CUSTOMER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})

    day = ask(
        say("On which day may we come?"),
        accepts=OneOfOffered(days, nothing=NOTHING, reads=date.fromisoformat), label=say("Day"),
    )  # fmt: skip
    visit = ask(
        say("Which of these times suits you?"),
        accepts=OneOfOffered(times, nothing=NOTHING, reads=span_of), follows=(day,), label=say("Visit"),
    )  # fmt: skip

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:
        """The days are buttons under the notice; a day that is full by now is asked for again."""
        free = (choice.value for choice in days(occasion, {}))
        pressed = next((day for day in free if day.replace("-", "") == text), None)
        return {"day": pressed} if pressed else {}

    def submit(self, occasion: Occasion) -> Reply:
        try:
            repair = agree(occasion.desk, occasion.person, Ref(occasion.about), span_of(self.visit))
        except SlotTaken as taken:
            raise AskAgain(type(self).visit, taken.phrase) from None
        return confirmation(occasion, repair, FREE)
