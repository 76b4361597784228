"""One of the committee grades a proposal: creativity, feasibility, benefit (SUG-08)."""

from __future__ import annotations

from enum import StrEnum

from bot.dialogue.answers import OneOf
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.proposing import score
from core.kinds.proposal import average
from core.phrases import say
from core.tickets import Ref, Role


class Mark(StrEnum):
    """So many points of ten."""

    POOR = "2"
    FAIR = "4"
    GOOD = "6"
    VERY_GOOD = "8"
    EXCELLENT = "10"


MARKS = {
    Mark.POOR: say("2: hardly"),
    Mark.FAIR: say("4: a little"),
    Mark.GOOD: say("6: good"),
    Mark.VERY_GOOD: say("8: very good"),
    Mark.EXCELLENT: say("10: excellent"),
}


class ScoreProposal(Form):
    title = say("Grade")
    opened_by = "score"
    roles = frozenset({Role.SUPERVISOR, Role.MANAGER})

    creativity = ask(say("How new is the idea?"), accepts=OneOf(MARKS), label=say("Creativity"))
    feasibility = ask(say("How well can it be done?"), accepts=OneOf(MARKS), label=say("Feasibility"))
    benefit = ask(say("How much good does it do?"), accepts=OneOf(MARKS), label=say("Benefit"))

    def submit(self, occasion: Occasion) -> Reply:
        points = sum(int(mark.value) for mark in (self.creativity, self.feasibility, self.benefit))
        ticket = score(occasion.desk, occasion.person, Ref(occasion.about), points)
        return Reply(
            say("Noted: {points} points. On average {average}.", points=points, average=f"{average(ticket):.1f}")
        )
