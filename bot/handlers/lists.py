"""Said by the office: what is open, late, on today, unclaimed. The numbers of the morning open these lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from bot.handlers.handler import OFFICE, WITH_QUALITY, Handler
from bot.listing import line
from core.casework.reviewing import hand_back
from core.phrases import Phrase, Span, above, say
from core.ports import RaisedAlert
from core.reports.overview import calling, complaints_after, known_to, letters
from core.tickets import Ticket
from core.wording import Scene, fill

OWNER = say("{number}: {customer}, {phone}, {address}. {product}: {words}")
PAGE = 10  # so many at once; the rest comes with "More"


def open_tickets(occasion: Occasion, after: str) -> Reply:
    found = occasion.desk.unit.tickets.open_now(PAGE + 1, after)
    return listed(occasion, found[:PAGE], say("Nothing is open."), further("open", found))


def complaints(occasion: Occasion, after: str) -> Reply:
    """Every open complaint, the oldest first (CMP-22)."""
    found = complaints_after(occasion.desk, after, PAGE + 1)
    return listed(occasion, found[:PAGE], say("No complaint is open."), further("complaints", found))


def overdue(occasion: Occasion, skipped: str) -> Reply:
    start = number(skipped)
    found = occasion.desk.unit.tickets.overdue(occasion.at, start + PAGE + 1)
    return listed(occasion, found[start : start + PAGE], say("Nothing is overdue."), beyond("overdue", start, found))


def unclaimed(occasion: Occasion, skipped: str) -> Reply:
    """What calls for somebody, and nobody has taken (ESC-01)."""
    start = number(skipped)
    refs = calling(occasion.desk)
    page = tuple(occasion.desk.ticket(ref) for ref in refs[start : start + PAGE])
    return listed(occasion, page, say("Everything is claimed."), beyond("unclaimed", start, refs))


def undelivered(occasion: Occasion, skipped: str) -> Reply:
    start = number(skipped)
    found = letters(occasion.desk, occasion.person)
    page = found[start : start + PAGE]
    if not page:
        return Reply(say("Everything was delivered."))
    lines = (say("{ticket}: {text}", ticket=str(p.body.get("ticket", "")), text=str(p.body["text"])[:80]) for p in page)
    text = say("Not delivered, please call:\n{lines}", lines=above(lines))
    return Reply(text, beyond("undelivered", start, found))


def mine(occasion: Occasion, _: str) -> Reply:
    """The alerts that I have claimed."""
    refs = dict.fromkeys(alert.ticket for alert in claimed_by(occasion))
    return listed(occasion, [occasion.desk.ticket(ref) for ref in refs], say("You have claimed nothing."))


def put_back(occasion: Occasion, number: str) -> Reply:
    """Somebody else is to take care; of several he says which."""
    desk, wanted = occasion.desk, number.upper()
    mine = [(alert, desk.ticket(alert.ticket).number) for alert in claimed_by(occasion)]
    meant = [each for each in mine if not wanted or each[1] == wanted]
    if len(meant) > 1:
        return Reply(say("Which ticket do you mean?"), tuple(Button(n, f"b:{a.id}") for a, n in meant))
    if not meant:
        return Reply(say("You have claimed nothing."))
    ((alert, said),) = meant
    hand_back(desk, alert.id, occasion.person)
    return Reply(say("You have handed back {number}: others are called.", number=said), ticket=said)


def claimed_by(occasion: Occasion) -> list[RaisedAlert]:
    return [alert for alert in occasion.desk.unit.alerts.open_now() if alert.claimed_by == occasion.person.id]


def today(occasion: Occasion, _: str) -> Reply:
    local = occasion.at.astimezone(occasion.desk.shop.zone)
    start = datetime.combine(local.date(), datetime.min.time(), occasion.desk.shop.zone)
    visits = occasion.desk.unit.tickets.visits(Span(start, start + timedelta(days=1)))
    return listed(occasion, visits, say("No visit today."))


def to_phone(occasion: Occasion, skipped: str) -> Reply:
    """The owners who were not reached in chat, and with what (FLT-31)."""
    start = number(skipped)
    found = occasion.desk.unit.tickets.standing("recall", "to_phone", start + PAGE + 1)
    page = found[start : start + PAGE]
    if not page:
        return Reply(say("Nobody is to be phoned."))
    lines = (fill(OWNER, Scene(occasion.desk.unit, occasion.desk.shop, occasion.at, ticket)) for ticket in page)
    buttons = (Button(ticket.number, f"t:{ticket.ref}:show") for ticket in page)
    return Reply(above(lines), (*buttons, *beyond("to phone", start, found)))


def listed(occasion: Occasion, tickets: Sequence[Ticket], nothing: Phrase, more: tuple[Button, ...] = ()) -> Reply:
    """Without what is kept from the reader; a page that has nothing else leads on."""
    known = known_to(occasion.person, tickets)
    buttons = tuple(Button(ticket.number, f"t:{ticket.ref}:show") for ticket in known)
    if not known:
        return Reply(say("There is more.") if more else nothing, more)
    return Reply(above(line(occasion, ticket) for ticket in known), (*buttons, *more))


def further(word: str, found: Sequence[Ticket]) -> tuple[Button, ...]:
    """The next page of a list in order of numbers: one more than a page was asked for."""
    return (Button(say("More"), f"w:{word} {found[PAGE - 1].number}"),) if len(found) > PAGE else ()


def beyond(word: str, start: int, found: Sequence[object]) -> tuple[Button, ...]:
    """The next page of any other list."""
    return (Button(say("More"), f"w:{word} {start + PAGE}"),) if len(found) > start + PAGE else ()


def number(skipped: str) -> int:
    return int(skipped) if skipped.isdecimal() and len(skipped) <= 4 else 0  # noqa: PLR2004 - nobody reads so far


HANDLERS = (
    Handler(("未完成", "待办", "open", "status"), open_tickets, OFFICE, say("Open")),
    Handler(("超时", "逾期", "overdue"), overdue, OFFICE, say("Overdue")),
    Handler(("今天", "今日", "today"), today, OFFICE, say("Today")),
    Handler(("投诉列表", "complaints"), complaints, WITH_QUALITY, say("Complaints")),
    Handler(("我的", "mine"), mine, WITH_QUALITY, say("Claimed by me")),
    Handler(("放回", "hand back"), put_back, WITH_QUALITY),
    Handler(("未认领", "unclaimed"), unclaimed, OFFICE, say("Unclaimed")),
    Handler(("待电话通知", "to phone"), to_phone, OFFICE),
    Handler(("未送达", "undelivered"), undelivered, OFFICE, say("Undelivered")),
)
