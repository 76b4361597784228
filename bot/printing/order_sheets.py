"""A work order on paper: what is to be done, what was done, and who signs for it (派工单, 服务凭证, FLT-04, FLT-18)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.dialogue.words import Words
from bot.printing.paper import GREY, LARGE, NORMAL, SMALL, Paper
from bot.printing.round_sheets import printed
from core.phrases import Phrase, say
from core.work_orders import WorkOrder

INDENT = 70
TO_FILL_IN = (say("Cause:"), say("Work done:"), say("Parts:"), say("From when to when:"), say("To be paid:"))
ANSWERS = (say("Everything is in order"), say("Not in order:"))


def order_sheets(orders: Sequence[WorkOrder], words: Words, shop: str, at: datetime) -> Paper:
    """Each begins on a sheet of its own, as each is handed in by itself."""
    paper = Paper()
    for place, order in enumerate(orders):
        if place:
            paper.turn()
        draw(paper, order, words, printed(words, shop, at))
    return paper


def draw(paper: Paper, order: WorkOrder, words: Words, stamp: str) -> None:
    paper.line(words(say("Work order {number}: {going}", number=order.number, going=order.going)), LARGE)
    paper.line(stamp, SMALL, ink=GREY)
    paper.rule()
    for told in (*order.lines, order.bring):
        line_by_line(paper, told, words)
    paper.rule()
    for label in map(words, TO_FILL_IN):
        paper.blank((label,))
    paper.line(words(say("The customer:")), NORMAL)
    paper.boxes(tuple(map(words, ANSWERS)), INDENT)
    paper.blank((words(say("Signed by the customer:")), words(say("Technician:"))))


def line_by_line(paper: Paper, told: Phrase, words: Words) -> None:
    for line in words(told).splitlines():
        paper.line(line)
