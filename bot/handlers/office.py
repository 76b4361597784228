"""Said by dispatchers, supervisors and managers: what is open, late, on today; one ticket; why this deadline."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.calls import call_buttons
from bot.cards import moves_as_buttons
from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from bot.handlers.handler import OFFICE, Handler
from bot.listing import card, line
from core.desk import roles_in
from core.kinds import kind_named
from core.overview import unclaimed
from core.people import ROLE_NAMES
from core.phrases import Phrase, Span, above, say
from core.ports import Parcel
from core.promises import run_of
from core.tickets import Role, Ticket, photos_in
from core.why import why

LATELY = timedelta(days=90)
WITH_QUALITY = OFFICE | {Role.QUALITY}
SUPERVISORS = frozenset({Role.SUPERVISOR, Role.MANAGER})


def open_tickets(occasion: Occasion, after: str) -> Reply:
    found = occasion.desk.unit.tickets.open_now(10, after)
    more = (Button(say("More"), f"w:open {found[-1].number}"),) if len(found) == 10 else ()  # noqa: PLR2004
    return listed(occasion, found, say("Nothing is open."), more)


def overdue(occasion: Occasion, _: str) -> Reply:
    return listed(occasion, occasion.desk.unit.tickets.overdue(occasion.at), say("Nothing is overdue."))


def today(occasion: Occasion, _: str) -> Reply:
    local = occasion.at.astimezone(occasion.desk.shop.zone)
    start = datetime.combine(local.date(), datetime.min.time(), occasion.desk.shop.zone)
    visits = occasion.desk.unit.tickets.visits(Span(start, start + timedelta(days=1)))
    return listed(occasion, visits, say("No visit today."))


def mine(occasion: Occasion, _: str) -> Reply:
    """The alerts that I have claimed."""
    claimed = [a for a in occasion.desk.unit.alerts.open_now() if a.claimed_by == occasion.person.id]
    refs = dict.fromkeys(alert.ticket for alert in claimed)
    return listed(occasion, tuple(occasion.desk.ticket(ref) for ref in refs), say("You have claimed nothing."))


def unclaimed_tickets(occasion: Occasion, _: str) -> Reply:
    """What calls for somebody, and nobody has taken (ESC-01)."""
    return listed(occasion, unclaimed(occasion.desk, occasion.person.id), say("Everything is claimed."))


def show(occasion: Occasion, number: str) -> Reply:
    ticket = found(occasion, number)
    return shown(occasion, ticket) if ticket else Reply(say("I cannot find that."))


def found(occasion: Occasion, number: str) -> Ticket | None:
    """The ticket with this number, if there is one that this person may see."""
    ticket = occasion.desk.unit.tickets.numbered(number.strip().upper())
    return ticket if ticket and roles_in(occasion.person, ticket) else None


def shown(occasion: Occasion, ticket: Ticket) -> Reply:
    """A ticket with its timeline and what may be done now."""
    role = roles_in(occasion.person, ticket)[0]
    buttons = (
        *moves_as_buttons(ticket, role, occasion.person.id),
        *call_buttons(occasion, ticket),
        Button(say("Why this deadline?"), f"t:{ticket.ref}:why"),
    )
    return Reply(card(occasion, ticket, role), buttons, ticket.number, photos=photos_in(ticket.facts))


def why_deadline(occasion: Occasion, number: str) -> Reply:
    ticket = found(occasion, number)
    return explained(occasion, ticket) if ticket else Reply(say("I cannot find that."))


def explained(occasion: Occasion, ticket: Ticket) -> Reply:
    """Every running promise: since when, what was counted, the pauses taken off, the policy key."""
    history = occasion.desk.unit.tickets.history(ticket.ref)
    lines: list[Phrase] = []
    for promise in kind_named(ticket.kind).promises:
        run = run_of(promise, ticket, history)
        if run and not promise.reminder:
            lines.append(why(promise, run, ticket, occasion.desk.shop))
    return Reply(above(lines), ticket=ticket.number)


def waiting_staff(occasion: Occasion, _: str) -> Reply:
    """Those who joined by invitation; a supervisor confirms them."""
    waiting = occasion.desk.unit.people.claiming()
    if not waiting:
        return Reply(say("Nobody waits to be confirmed."))
    names = (
        say("{name}: {roles}", name=p.name or str(p.id), roles=tuple(ROLE_NAMES[role] for role in sorted(p.claimed)))
        for p in waiting
    )
    return Reply(
        above(names), tuple(Button(say("Confirm {name}", name=p.name or str(p.id)), f"p:{p.id}") for p in waiting)
    )


def undelivered(occasion: Occasion, _: str) -> Reply:
    found = [p for p in occasion.desk.unit.outbox.undelivered(10) if may_read(occasion, p)]
    if not found:
        return Reply(say("Everything was delivered."))
    lines = (
        say("{ticket}: {text}", ticket=str(p.body.get("ticket", "")), text=str(p.body["text"])[:80]) for p in found
    )
    return Reply(say("Not delivered, please call:\n{lines}", lines=above(lines)))


def may_read(occasion: Occasion, parcel: Parcel) -> bool:
    ticket = occasion.desk.unit.tickets.get(parcel.ticket) if parcel.ticket else None
    return ticket is None or bool(roles_in(occasion.person, ticket))


def complaints(occasion: Occasion, _: str) -> Reply:
    """Every open complaint, the oldest first (CMP-22)."""
    letter = kind_named("complaint").letter
    held = occasion.desk.unit.tickets.open_now(20, f"{letter}-")
    return listed(occasion, tuple(t for t in held if t.kind == "complaint"), say("No complaint is open."))


def for_sales(occasion: Occasion, _: str) -> Reply:
    """What the technicians brought back for sales in the last months (VIS-25)."""
    since = (occasion.at - LATELY).astimezone(occasion.desk.shop.zone).date()
    found = occasion.desk.unit.tickets.noted_for_sales(since)
    notes = (
        say(
            "{number}, {product}: {note}",
            number=t.number,
            product=str(t.facts["product"]),
            note=str(t.facts["sales_note"]),
        )
        for t in found
    )
    buttons = tuple(Button(ticket.number, f"t:{ticket.ref}:show") for ticket in found)
    return Reply(above(notes), buttons) if found else Reply(say("There are no notes for sales."))


def listed(occasion: Occasion, tickets: tuple[Ticket, ...], nothing: Phrase, more: tuple[Button, ...] = ()) -> Reply:
    known = tuple(ticket for ticket in tickets if roles_in(occasion.person, ticket))
    if not known:
        return Reply(nothing, more)
    buttons = tuple(Button(ticket.number, f"t:{ticket.ref}:show") for ticket in known)
    return Reply(above(line(occasion, ticket) for ticket in known), (*buttons, *more))


HANDLERS = (
    Handler(("未完成", "待办", "open", "status"), open_tickets, OFFICE, say("Open")),
    Handler(("超时", "逾期", "overdue"), overdue, OFFICE, say("Overdue")),
    Handler(("今天", "今日", "today"), today, OFFICE, say("Today")),
    Handler(("投诉列表", "complaints"), complaints, WITH_QUALITY, say("Complaints")),
    Handler(("我的", "mine"), mine, WITH_QUALITY, say("Claimed by me")),
    Handler(("未认领", "unclaimed"), unclaimed_tickets, OFFICE, say("Unclaimed")),
    Handler(("工单", "ticket"), show, WITH_QUALITY),
    Handler(("为什么", "why"), why_deadline, WITH_QUALITY),
    Handler(("销售线索", "sales"), for_sales, SUPERVISORS),
    Handler(("待确认", "staff"), waiting_staff, OFFICE),
    Handler(("未送达", "undelivered"), undelivered, OFFICE, say("Undelivered")),
)
