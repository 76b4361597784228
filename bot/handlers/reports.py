"""Said by supervisors and managers: the analysis of complaints, faults and proposals for any period (CMP-13)."""

from __future__ import annotations

from bot.dialogue.occasion import Occasion
from bot.dialogue.periods import period_in
from bot.envelope import Button, Reply
from bot.handlers.handler import Handler
from core.phrases import Phrase, say
from core.reports.fitting_count import fitted
from core.reports.proposal_count import proposed
from core.reports.report_orders import FAULT_READERS, READERS, ask_for, ask_for_faults
from core.reports.responsibility import responsible

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


def proposals(occasion: Occasion, said: str) -> Reply:
    """Who proposed what, and what came of it; of this year unless a period is named (SUG-09, SUG-10)."""
    desk, today = occasion.desk, occasion.at.astimezone(occasion.desk.shop.zone).date()
    period = period_in(said or f"{today.year}", today)
    if period is None or period.first.year < EARLIEST or period.first > today:
        return Reply(say("For which period? For example: proposal report {example}", example=f"{today.year}"))
    return Reply(proposed(desk, period))


def answered_for(occasion: Occasion, said: str) -> Reply:
    """Who answers for which complaints and returns, of this month unless a period is named (CMP-04, RTN-09)."""
    desk, today = occasion.desk, occasion.at.astimezone(occasion.desk.shop.zone).date()
    period = period_in(said or "this month", today)
    if period is None or period.first.year < EARLIEST or period.first > today:
        return Reply(say("For which period? For example: responsible {example}", example=f"{today:%Y-%m}"))
    return Reply(responsible(desk, period, occasion.person))


def fittings(occasion: Occasion, said: str) -> Reply:
    """Who fitted how much, how it was rated, which points were not in order; of this month unless said otherwise."""
    desk, today = occasion.desk, occasion.at.astimezone(occasion.desk.shop.zone).date()
    period = period_in(said or "this month", today)
    if period is None or period.first.year < EARLIEST or period.first > today:
        return Reply(say("For which period? For example: fitting report {example}", example=f"{today:%Y-%m}"))
    return Reply(fitted(desk, period))


HANDLERS = (
    Handler(("安装统计", "fitting report"), fittings, FAULT_READERS),
    Handler(("提案统计", "proposal report"), proposals, READERS),
    Handler(("责任记录", "responsible"), answered_for, READERS),
    Handler(("故障分析", "fault report"), fault_analysis, FAULT_READERS),
    Handler(
        ("投诉分析", "投诉报告", "complaint report", "complaint analysis"),
        analysis,
        READERS,
        say("Complaint analysis"),
    ),
)
