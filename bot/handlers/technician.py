"""Said by technicians: what is on today."""

from __future__ import annotations

from operator import itemgetter

from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from bot.handlers.handler import Handler
from bot.listing import line, stop
from core.phrases import above, say
from core.tickets import Role

TECHNICIAN = frozenset({Role.TECHNICIAN})


def jobs(occasion: Occasion, _: str) -> Reply:
    """What he holds, and what he has proposed himself."""
    desk, person = occasion.desk, occasion.person
    held = (*desk.unit.tickets.held_by(person.id), *desk.open_tickets(person))
    buttons = tuple(Button(ticket.number, f"t:{ticket.ref}:show") for ticket in held)
    return Reply(above(line(occasion, t) for t in held), buttons) if held else Reply(say("You have no open job."))


def today(occasion: Occasion, _: str) -> Reply:
    """A line for each visit, in order of time, with the way there."""
    zone = occasion.desk.shop.zone
    today = occasion.at.astimezone(zone).date()
    held = occasion.desk.unit.tickets.held_by(occasion.person.id)
    visits = [(t.visit.start, t) for t in held if t.visit and t.visit.start.astimezone(zone).date() <= today]
    due = [ticket for _, ticket in sorted(visits, key=itemgetter(0))]
    buttons = tuple(Button(ticket.number, f"t:{ticket.ref}:show") for ticket in due)
    return Reply(above(stop(occasion, t) for t in due), buttons) if due else Reply(say("No visit today."))


def stops_seen(occasion: Occasion, _: str) -> Reply:
    """The crew has read what it brings where (DLV-13); one says it for all."""
    desk, seen = occasion.desk, 0
    for ticket in desk.unit.tickets.held_by(occasion.person.id):
        if ticket.kind == "delivery" and ticket.state == "scheduled" and "stops_seen_at" not in ticket.facts:
            desk.act_as(occasion.person, ticket.ref, "see_stops")
            seen += 1
    return Reply(say("Thank you. The office knows that you have read your stops: {n}.", n=seen))


HANDLERS = (
    Handler(("清单已阅", "stops read"), stops_seen, TECHNICIAN),
    Handler(("今天", "今日", "today"), today, TECHNICIAN, say("Today")),
    Handler(("我的任务", "任务", "mine", "jobs", "status"), jobs, TECHNICIAN, say("My jobs")),
)
