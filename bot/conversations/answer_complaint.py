"""The result, with its cause and who answers for it; a compensation within one's limit (CMP-04, CMP-11, CMP-22)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.money import MONEY
from bot.dialogue.occasion import Occasion
from bot.dialogue.responsible import anybody, causes
from bot.envelope import Reply
from core.people import STAFF
from core.phrases import say


class AnswerComplaint(Form):
    title = say("The result")
    opened_by = "answer"
    roles = STAFF

    cause = ask(say("What was the cause?"), accepts=OneOfOffered(causes, or_words=True), label=say("Cause"))
    answers_for_it = ask(say("Who answers for it?"), accepts=OneOfOffered(anybody), label=say("Responsible"))
    result = ask(
        say("What is our answer? The customer reads this."), accepts=FreeText(longest=1500), label=say("Result")
    )
    compensation = ask(
        say("How much compensation do you propose? An amount, or skip."), accepts=MONEY, optional=True,
        label=say("Compensation"), why=say("Above your limit somebody higher approves it first."),
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        facts = {
            "cause": str(self.cause), "responsible": self.answers_for_it, "result": self.result,
            "compensation": self.compensation or "",
        }  # fmt: skip
        ticket = occasion.act("answer", facts)
        if ticket.state == "to_approve":
            return Reply(
                say(
                    "The compensation for {number} is being approved; then the customer has the result.",
                    number=ticket.number,
                ),
                ticket=ticket.number,
            )
        return Reply(say("The customer of {number} has the result.", number=ticket.number), ticket=ticket.number)
