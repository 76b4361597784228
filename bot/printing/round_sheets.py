"""What a crew and the store have in their hands: the stops of a round, the goods of a day (客户服务卡, 发货单)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.dialogue.words import Words
from bot.printing.paper import GREY, LARGE, SMALL, Paper
from core.phrases import say
from core.rounds import Round, Stop

INDENT = 70
TICKS = (say("Checked"), say("Loaded"), say("Unpacked together"), say("In its place"))


def stop_sheet(done: Round, words: Words, shop: str, at: datetime) -> Paper:
    """In the order of the stops, with what is ticked and signed on the way (DLV-13, DLV-16)."""
    paper = Paper()
    first = done.stops[0].visit.start.astimezone(words.zone)
    paper.line(words(say("Stops of {day}: {crew}", day=words.day(first), crew=done.crew)), LARGE)
    paper.line(printed(words, shop, at), SMALL, ink=GREY)
    paper.line(words(say("Load in this order: {turns}", turns=loading(done))), SMALL)
    paper.rule()
    for stop in done.stops:
        card(paper, stop, words)
    paper.blank((words(say("Handed over by the store:")), words(say("Taken over by the crew:"))))
    return paper


def loading(done: Round) -> tuple[str, ...]:
    """The last stop first."""
    return tuple(str(stop.place) for stop in sorted(done.stops, key=lambda stop: stop.load))


def card(paper: Paper, stop: Stop, words: Words) -> None:
    paper.need(400 + 41 * len(stop.goods))
    start, end = (moment.astimezone(words.zone) for moment in (stop.visit.start, stop.visit.end))
    paper.line(f"{stop.place}.  {start:%H:%M}–{end:%H:%M}   {stop.number}", LARGE)
    paper.line(f"{stop.customer}  {stop.phone}", indent=INDENT)
    paper.line(stop.address, indent=INDENT)
    for goods in stop.goods:
        paper.line(f"·  {goods}", indent=INDENT)
    paper.line(" · ".join(map(words, stop.notes)), SMALL, indent=INDENT)
    paper.boxes(tuple(map(words, TICKS)), INDENT)
    paper.blank((words(say("Received by:")), words(say("At:"))))
    paper.rule()


def picking_sheet(rounds: Sequence[Round], words: Words, shop: str, at: datetime) -> Paper:
    """What the store puts into the loading area, van by van, what is loaded first on top (DLV-14)."""
    paper = Paper()
    first = rounds[0].stops[0].visit.start.astimezone(words.zone)
    paper.line(words(say("Goods for {day}", day=words.day(first))), LARGE)
    paper.line(printed(words, shop, at), SMALL, ink=GREY)
    for done in rounds:
        paper.rule()
        paper.line(words(done.crew), LARGE)
        for stop in sorted(done.stops, key=lambda stop: stop.load):
            for goods in stop.goods:
                paper.boxes((f"{goods}   ({stop.place}. {stop.number})",), INDENT)
        paper.blank((words(say("Handed over by the store:")), words(say("Taken over by the crew:"))))
    return paper


def printed(words: Words, shop: str, at: datetime) -> str:
    return words(say("{shop}, as of {at}", shop=shop, at=at))
