"""Said by supervisors and managers: the analysis of complaints for any period (CMP-13)."""

from __future__ import annotations

from bot.dialogue.occasion import Occasion
from bot.dialogue.periods import period_in
from bot.envelope import Button, Reply
from bot.handlers.handler import Handler
from core.phrases import Phrase, say
from core.report_orders import FAULT_READERS, READERS, ask_for, ask_for_faults

EARLIEST = 2000
COUNTING = say("I am counting the faults from {first} to {last}. One moment, please.")


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


def fault_analysis(occasion: Occasion, said: str) -> Reply:
    """What breaks, from which cause, and what comes back (CAP-09)."""
    today = occasion.at.astimezone(occasion.desk.shop.zone).date()
    period = period_in(said or "last month", today)
    if period is None or not period.first.year >= EARLIEST or period.first > today:
        return Reply(say("For which period? For example: fault report {example}", example=f"{today:%Y-%m}"))
    ask_for_faults(occasion.desk, occasion.person, period)
    days = {"first": f"{period.first}", "last": f"{period.last}"}
    return Reply(Phrase(COUNTING.key, days))


HANDLERS = (
    Handler(("故障分析", "fault report"), fault_analysis, FAULT_READERS),
    Handler(
        ("投诉分析", "投诉报告", "complaint report", "complaint analysis"),
        analysis,
        READERS,
        say("Complaint analysis"),
    ),
)
