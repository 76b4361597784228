"""When a visit is: moved by the customer, put off by the technician."""

from __future__ import annotations

from datetime import timedelta

from core.desk import Desk
from core.dispatch import is_free, need_of, room_left
from core.errors import SlotTaken
from core.people import Person
from core.phrases import Span
from core.tickets import Ref, Ticket


def move_visit(desk: Desk, who: Person, ref: Ref, visit: Span) -> Ticket:
    """Agree another window: the same people if they are free then, otherwise it is offered anew. Raises SlotTaken."""
    ticket = desk.seen_by(who, ref)
    stays = is_free(desk, ticket, visit)
    if not stays and not room_left(desk, need_of(desk, ticket), visit):
        raise SlotTaken
    return desk.act_as(who, ref, "move_visit", {"technician_free": stays}, visit=visit)


def put_off(desk: Desk, who: Person, ref: Ref, minutes: int, reason: str) -> Ticket:
    """Running late: the window moves by that much, and the customer is told before it is missed (VIS-06)."""
    ticket = desk.seen_by(who, ref)
    late = timedelta(minutes=minutes)
    visit = Span(ticket.visit.start + late, ticket.visit.end + late) if ticket.visit else None
    return desk.act_as(who, ref, "running_late", {"minutes": minutes, "reason": reason}, visit=visit)
