"""The customer wants a replacement for goods with a flaw, and chooses when (DLV-10, DLV-11, DLV-18)."""

from __future__ import annotations

from bot.dialogue.answers import OneOfOffered
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import span_of
from bot.dialogue.purchases import agreed, windows_again
from bot.envelope import Reply
from core.errors import SlotTaken
from core.phrases import say


class WantReplacement(Form):
    title = say("I want a replacement")
    opened_by = "want_replacement"

    visit = ask(
        say("When may we bring the new one? The old one stays with you until then."),
        accepts=OneOfOffered(
            windows_again, nothing=say("No crew is free in the coming days. Skip, and we will call you."), reads=span_of
        ),
        optional=True,
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        try:
            facts = agreed(occasion, self.visit)
        except SlotTaken as taken:
            raise AskAgain(type(self).visit, taken.phrase) from None
        ticket = occasion.act("want_replacement", facts)
        return Reply(say("Noted. {number} is replaced.", number=ticket.number), ticket=ticket.number)
