"""A technician says when he is away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.leave import take_leave
from core.phrases import Span, say
from core.tickets import Role

DAYS = 14
DAY = timedelta(days=1)


def start_of(day: date, occasion: Occasion) -> datetime:
    return datetime.combine(day, datetime.min.time(), occasion.desk.shop.zone)


def days_from(first: date, occasion: Occasion) -> Sequence[Choice]:
    days = (first + n * DAY for n in range(DAYS))
    return [Choice(day.isoformat(), occasion.words.day(start_of(day, occasion))) for day in days]


def coming(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return days_from(occasion.at.astimezone(occasion.desk.shop.zone).date(), occasion)


def following(occasion: Occasion, answers: Answers) -> Sequence[Choice]:
    return days_from(date.fromisoformat(answers["first"]), occasion)


class TakeLeave(Form):
    title = say("Take leave")
    opens_with = ("请假", "休假", "leave", "/leave")
    roles = frozenset({Role.TECHNICIAN})
    summary = True

    first = ask(
        say("Which is the first day you are away?"),
        accepts=OneOfOffered(coming, reads=date.fromisoformat), label=say("From"),
    )  # fmt: skip
    last = ask(
        say("And the last?"),
        accepts=OneOfOffered(following, reads=date.fromisoformat), follows=(first,), label=say("Until the end of"),
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        first, last = date.fromisoformat(self.first), date.fromisoformat(self.last)
        span = Span(start_of(first, occasion), start_of(last + DAY, occasion))
        clashing = take_leave(occasion.desk, occasion.person, span)
        if clashing:
            numbers = tuple(ticket.number for ticket in clashing)
            return Reply(say("Noted. The dispatcher finds somebody else for {numbers}.", numbers=numbers))
        return Reply(say("Noted. Nothing is offered to you then."))
