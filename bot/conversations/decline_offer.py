"""A technician cannot take a job; a plain refusal does not exist, a reason does (DSP-04)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role


def reasons(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [
        Choice(occasion.words(each.label), each.label)
        for each in occasion.desk.shop.policy.dispatch.refusal_reasons.values()
    ]


class DeclineOffer(Form):
    title = say("Cannot take the job")
    opened_by = "decline"
    roles = frozenset({Role.TECHNICIAN})

    reason = ask(say("Why not?"), accepts=OneOfOffered(reasons, or_words=True))

    def submit(self, occasion: Occasion) -> Reply:
        occasion.act("decline", {"reason": self.reason})
        return Reply(say("Noted. Somebody else will be asked."))
