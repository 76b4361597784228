"""Said by the office: what was repaired by whom, which vouchers came in, what became of notices, in any period."""

from __future__ import annotations

from collections.abc import Callable

from bot.dialogue.occasion import Occasion
from bot.dialogue.periods import period_in
from bot.envelope import Reply
from bot.handlers.handler import OFFICE, Handler
from core.ledgers.entry import Period
from core.moment import Moment
from core.phrases import Phrase, say
from core.reports.recall_count import recalled
from core.reports.repair_count import repaired
from core.reports.report_orders import READERS
from core.reports.voucher_list import vouchers

EARLIEST = 2000


def repairs(occasion: Occasion, said: str) -> Reply:
    """Who repaired how much, how it was judged and rated (FLT-23)."""
    return counted(occasion, said, repaired, say("For which period? For example: repair report {example}"))


def confirmed(occasion: Occasion, said: str) -> Reply:
    """What the customers have confirmed, for the order clerk (FLT-18)."""
    return counted(occasion, said, vouchers, say("For which period? For example: vouchers {example}"))


def notices(occasion: Occasion, said: str) -> Reply:
    """How far the notices to owners have come (FLT-31)."""
    return counted(occasion, said, recalled, say("For which period? For example: notices {example}"))


def counted(occasion: Occasion, said: str, count: Callable[[Moment, Period], Phrase], which: Phrase) -> Reply:
    """Of this month unless a period is named."""
    today = occasion.at.astimezone(occasion.desk.shop.zone).date()
    period = period_in(said or "this month", today)
    if period is None or period.first.year < EARLIEST or period.first > today:
        return Reply(Phrase(which.key, {"example": f"{today:%Y-%m}"}))
    return Reply(count(occasion.desk, period))


HANDLERS = (
    Handler(("维修统计", "repair report"), repairs, READERS),
    Handler(("服务凭证", "vouchers"), confirmed, OFFICE),
    Handler(("通知进度", "notices"), notices, OFFICE),
)
