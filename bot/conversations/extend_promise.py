"""A promise cannot be kept: the customer is asked for more time, beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.kinds import kind_named
from core.phrases import say
from core.tickets import Ref, Role

EXTENDED = "promised_by"  # the fact in which a promise finds what the customer agreed to


def later(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """Closing times of the days to come."""
    return closing_times(occasion, occasion.at)


def later_than_promised(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    desk = occasion.desk
    ticket = desk.ticket(Ref(occasion.about))
    extended = [p.name for p in kind_named(ticket.kind).promises if getattr(p.due, "extended_by", "") == EXTENDED]
    return closing_times(occasion, max(occasion.at, desk.due(ticket, *extended) or occasion.at))


def closing_times(occasion: Occasion, start: datetime) -> Sequence[Choice]:
    ends = [occasion.desk.shop.closing(start, days) for days in (1, 2, 3, 5, 10)]
    return [Choice(end.isoformat(), end) for end in ends]


class ExtendPromise(Form):
    title = say("Ask for more time")
    opened_by = "ask_extension"
    roles = frozenset({Role.SUPERVISOR, Role.MANAGER})
    summary = False

    until = ask(say("Until when?"), accepts=OneOfOffered(later_than_promised, reads=datetime.fromisoformat))
    reason = ask(say("Why? The customer reads this."), accepts=FreeText(longest=300))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"extension_asked": datetime.fromisoformat(self.until).isoformat(), "reason": self.reason}
        ticket = occasion.act("ask_extension", facts)
        return Reply(say("The customer is asked. Nothing changes until the customer agrees."), ticket=ticket.number)
