"""What was found, what the customer says to it, and what will be done (处理方案, CMP-08, CMP-09, CMP-23)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.people import STAFF
from core.phrases import say


class PlanComplaint(Form):
    title = say("Plan")
    opened_by = "plan"
    roles = STAFF

    statement = ask(
        say("Please hear the customer first. What does the customer say to it?"), accepts=FreeText(longest=1000),
        label=say("The customer says"), why=say("There is no plan before the customer was heard."),
    )  # fmt: skip
    finding = ask(say("What did you find?"), accepts=FreeText(longest=1000), label=say("Found"))
    motive = ask(
        say("What may matter most to the customer behind it all? Only the staff read this; or skip."),
        accepts=FreeText(longest=200), optional=True, label=say("What matters to the customer"),
    )  # fmt: skip
    plan = ask(
        say("What will be done, and by when? The customer reads this."),
        accepts=FreeText(longest=1000),
        label=say("Plan"),
    )

    def submit(self, occasion: Occasion) -> Reply:
        facts = {
            "statement": self.statement,
            "finding": self.finding,
            "motive": self.motive or "",
            "plan": self.plan,
        }
        ticket = occasion.act("plan", facts)
        return Reply(say("The customer of {number} has the plan.", number=ticket.number), ticket=ticket.number)
