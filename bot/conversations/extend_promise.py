"""A promise cannot be kept: the customer is asked for more time, beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.policy.allowance import Allowance
from core.tickets import Role


def later(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    ends = [occasion.desk.shop.reach(occasion.at, Allowance(days=days, working=True)) for days in (1, 2, 3, 5, 10)]
    return [Choice(end.isoformat(), end) for end in ends]


class ExtendPromise(Form):
    title = say("Ask for more time")
    opened_by = "ask_extension"
    roles = frozenset({Role.SUPERVISOR, Role.MANAGER})
    summary = False

    until = ask(say("Until when?"), accepts=OneOfOffered(later, reads=datetime.fromisoformat))
    reason = ask(say("Why? The customer reads this."), accepts=FreeText(longest=300))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"extension_asked": datetime.fromisoformat(self.until).isoformat(), "reason": self.reason}
        ticket = occasion.act("ask_extension", facts)
        return Reply(say("The customer is asked. Nothing changes until the customer agrees."), ticket=ticket.number)
