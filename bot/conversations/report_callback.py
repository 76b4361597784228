"""What the customer said on the phone (SRV-01, SRV-02, SRV-08)."""

from __future__ import annotations

from enum import StrEnum, auto

from bot.dialogue.answers import FreeText, OneOf
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role


class Heard(StrEnum):
    GOOD = auto()
    FAIR = auto()
    BAD = auto()
    NOT_REACHED = auto()


LABELS = {
    Heard.GOOD: say("Satisfied"),
    Heard.FAIR: say("Fair"),
    Heard.BAD: say("Not satisfied"),
    Heard.NOT_REACHED: say("Not reached"),
}


class ReportCallback(Form):
    title = say("Callback")
    opened_by = "report_callback"
    roles = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})
    summary = False

    heard = ask(say("How did the customer find our service?"), accepts=OneOf(LABELS))
    comment = ask(say("What did the customer say? Or skip."), accepts=FreeText(longest=1000), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"heard": self.heard.value, "comment": self.comment or ""}
        ticket = occasion.act("report_callback", facts)
        if self.heard is Heard.NOT_REACHED:
            return Reply(
                say("Noted. {number} stays open: please try again.", number=ticket.number), ticket=ticket.number
            )
        return Reply(say("{number} is done. Thank you.", number=ticket.number), ticket=ticket.number)
