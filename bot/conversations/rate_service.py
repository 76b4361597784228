"""The satisfaction survey: three levels and a comment (SRV-05, SRV-09)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, auto

from bot.dialogue.answers import FreeText, OneOf
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say


class Rating(StrEnum):
    GOOD = auto()
    FAIR = auto()
    BAD = auto()


LABELS = {Rating.GOOD: say("Satisfied"), Rating.FAIR: say("Fair"), Rating.BAD: say("Not satisfied")}
SCORES = {Rating.GOOD: 3, Rating.FAIR: 2, Rating.BAD: 1}


class RateService(Form):
    title = say("Rate the service")
    opened_by = "rate"
    summary = False

    rating = ask(say("How was our service?"), accepts=OneOf(LABELS), label=say("Rating"))
    comment = ask(say("Anything you would like to tell us? Or skip."), accepts=FreeText(longest=1000), optional=True)

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:  # noqa: ARG003
        """The three levels are buttons under the survey itself: one tap answers the first question."""
        return {"rating": text} if text in set(Rating) else {}

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"rating": SCORES[self.rating], "comment": self.comment or ""}
        ticket = occasion.act("rate", facts)
        if self.rating is Rating.BAD:
            return Reply(say("We are sorry. Somebody will call you about it."), ticket=ticket.number)
        return Reply(say("Thank you. That helps us."), ticket=ticket.number)
