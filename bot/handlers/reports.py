"""Said by supervisors and managers: the analysis of complaints for any period (CMP-13)."""

from __future__ import annotations

from bot.dialogue.occasion import Occasion
from bot.dialogue.periods import period_in
from bot.envelope import Button, Reply
from bot.handlers.handler import Handler
from core.phrases import say
from core.report_orders import READERS, ask_for

EARLIEST = 2000


def analysis(occasion: Occasion, said: str) -> Reply:
    """Counting takes a moment: this is said at once, and what was counted comes when it is done."""
    today = occasion.at.astimezone(occasion.desk.shop.zone).date()
    period = period_in(said, today)
    if period is None or period.first.year < EARLIEST:
        return Reply(
            say("For which period? You can also say for example: complaint report {example}", example=f"{today:%Y-%m}"),
            (
                Button(say("Last month"), "w:complaint report last month"),
                Button(say("This month"), "w:complaint report this month"),
            ),
        )
    if period.first > today:
        return Reply(say("That is still to come."))
    ask_for(occasion.desk, occasion.person, period)
    return Reply(
        say(
            "I am counting the complaints from {first} to {last}. One moment, please.",
            first=f"{period.first}",
            last=f"{period.last}",
        )
    )


HANDLERS = (
    Handler(
        ("投诉分析", "投诉报告", "complaint report", "complaint analysis"),
        analysis,
        READERS,
        say("Complaint analysis"),
    ),
)
