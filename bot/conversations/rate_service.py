"""The satisfaction survey: three levels, whether anything was damaged, and a comment (SRV-05, SRV-09, DLV-20)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, auto

from typing_extensions import override

from bot.dialogue.answers import FreeText, OneOf, YesNo
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import Value, say
from core.tickets import Ref


class Rating(StrEnum):
    GOOD = auto()
    FAIR = auto()
    BAD = auto()


LABELS = {Rating.GOOD: say("Satisfied"), Rating.FAIR: say("Fair"), Rating.BAD: say("Not satisfied")}
SCORES = {Rating.GOOD: 3, Rating.FAIR: 2, Rating.BAD: 1}


UNASKED = "unasked"


class Harm(YesNo):
    """Who had nothing carried into his home is not asked about damage, and reads nothing of it."""

    @override
    def recall(self, kept: str) -> bool:
        return kept != UNASKED and super().recall(kept)

    @override
    def shown(self, kept: str) -> Value:
        return "" if kept == UNASKED else super().shown(kept)


class RateService(Form):
    title = say("Rate the service")
    opened_by = "rate"
    summary = False

    rating = ask(say("How was our service?"), accepts=OneOf(LABELS), label=say("Rating"))
    harmed = ask(say("Was anything damaged, of the goods or at your home?"), accepts=Harm(), label=say("Damage"))
    comment = ask(say("Anything you would like to tell us? Or skip."), accepts=FreeText(longest=1000), optional=True)

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:
        """The three levels are buttons under the survey itself: one tap answers the first question."""
        carried = occasion.desk.ticket(Ref(occasion.about)).kind in {"delivery", "installation"}
        return ({"rating": text} if text in set(Rating) else {}) | ({} if carried else {"harmed": UNASKED})

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"rating": SCORES[self.rating], "harmed": self.harmed, "comment": self.comment or ""}
        ticket = occasion.act("rate", facts)
        if self.harmed or self.rating is Rating.BAD:
            return Reply(say("We are sorry. Somebody will call you about it."), ticket=ticket.number)
        return Reply(say("Thank you. That helps us."), ticket=ticket.number)
