"""The supervisor judges the time and the quality of a repair; it is kept with the ticket (FLT-23)."""

from __future__ import annotations

from enum import StrEnum, auto

from bot.dialogue.answers import FreeText, OneOf
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.judging import GRADES
from core.phrases import say
from core.tickets import Role


class Grade(StrEnum):
    GOOD = auto()
    FAIR = auto()
    POOR = auto()


LABELS = {grade: GRADES[grade] for grade in Grade}


class JudgeRepair(Form):
    title = say("Judge the repair")
    opened_by = "judge"
    roles = frozenset({Role.SUPERVISOR, Role.MANAGER})
    summary = False

    time = ask(say("How was the time that it took?"), accepts=OneOf(LABELS), label=say("Time"))
    quality = ask(say("And the quality of the work?"), accepts=OneOf(LABELS), label=say("Quality"))
    remark = ask(say("A remark for the file? Or skip."), accepts=FreeText(longest=500), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"judged_time": self.time, "judged_quality": self.quality, "judgement": self.remark or ""}
        ticket = occasion.act("judge", facts)
        return Reply(say("Noted in the file of {number}.", number=ticket.number), ticket=ticket.number)
