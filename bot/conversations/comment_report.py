"""What the head of after-sales says about last month's complaints before the manager reads of them (CMP-13)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.reports.report_orders import comment_on
from core.tickets import Role


class CommentReport(Form):
    title = say("Comment on the analysis")
    roles = frozenset({Role.SUPERVISOR})
    menu = False

    comment = ask(
        say("What would you like to say about last month's complaints? Or skip."),
        accepts=FreeText(longest=1000), optional=True,
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        period = comment_on(occasion.desk, occasion.person, self.comment or "")
        days = {"first": f"{period.first}", "last": f"{period.last}"}
        return Reply(say("The analysis of {first} to {last} goes to the manager now.", **days))
