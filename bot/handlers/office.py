"""Said by dispatchers, supervisors and managers: one ticket, why this deadline, who waits to be confirmed."""

from __future__ import annotations

from datetime import timedelta

from bot.calls import call_buttons
from bot.cards import moves_as_buttons
from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from bot.handlers.handler import OFFICE, WITH_QUALITY, Handler
from bot.listing import card
from core.desk import roles_in
from core.kinds import kind_named
from core.people import ROLE_NAMES
from core.phrases import Phrase, above, say
from core.promises import run_of
from core.reports.complaint_file import complaint_file
from core.tickets import Role, Ticket, photos_in
from core.why import why
from core.wording import Scene, fill

RECORD = (
    say("{number}, {opened}: {state}. {product}: {words}"),
    say("– Cause: {cause}"),
    say("– Result: {result}"),
)
LATELY = timedelta(days=90)
SUPERVISORS = frozenset({Role.SUPERVISOR, Role.MANAGER})


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
    why = (Button(say("Why this deadline?"), f"t:{ticket.ref}:why"),) if occasion.person.is_staff else ()
    buttons = (*moves_as_buttons(ticket, role, occasion.person.id), *call_buttons(occasion, ticket), *why)
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


def complaint_file_of(occasion: Occasion, said: str) -> Reply:
    """Everything that one customer has complained about, and what became of it (CMP-25)."""
    held = complaint_file(occasion.desk, occasion.person, said)
    if held is None:
        return Reply(
            say("Please say it with a ticket or a phone number, as in {example}.", example="客户档案 13800138000")
        )
    if not held:
        return Reply(say("No complaint of this customer is known."))
    scenes = [Scene(occasion.desk.unit, occasion.desk.shop, occasion.at, ticket) for ticket in held]
    lines = (fill(line, scene) for scene in scenes for line in RECORD)
    told = (line for line in lines if all(value != "" for value in line.values.values()))
    head = fill(say("{customer}, {phone}: complaints so far: {n}", n=len(held)), scenes[0])
    return Reply(above((head, *told)), tuple(Button(ticket.number, f"t:{ticket.ref}:show") for ticket in held[:10]))


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
    seen = (ticket for ticket in found if roles_in(occasion.person, ticket))
    buttons = tuple(Button(ticket.number, f"t:{ticket.ref}:show") for ticket in seen)
    return Reply(above(notes), buttons) if found else Reply(say("There are no notes for sales."))


HANDLERS = (
    Handler(("工单", "ticket"), show, WITH_QUALITY),
    Handler(("为什么", "why"), why_deadline, WITH_QUALITY),
    Handler(("客户档案", "customer file"), complaint_file_of, SUPERVISORS),
    Handler(("销售线索", "sales"), for_sales, SUPERVISORS | {Role.SALES_CLERK}),
    Handler(("待确认", "staff"), waiting_staff, OFFICE),
)
