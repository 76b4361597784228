"""The repairs and installations of a day, as the orders that technicians take along (派工单, FLT-04)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from core.moment import Moment
from core.outline import outline
from core.phrases import Phrase, Span, say
from core.tickets import Ticket
from core.values import dataclass
from core.wording import Scene, fill

DAY = timedelta(days=1)
VISITED = frozenset({"fault", "installation"})


@dataclass(frozen=True, slots=True)
class WorkOrder:
    number: str
    visit: Span
    going: tuple[str, ...]
    lines: tuple[Phrase, ...]  # what, where, what it costs
    bring: Phrase


def orders_on(desk: Moment, day: date) -> tuple[WorkOrder, ...]:
    """Of whoever goes, one technician after the other, in order of time."""
    start = datetime.combine(day, time(), desk.shop.zone)
    those = (t for t in desk.unit.tickets.visits(Span(start, start + DAY)) if t.kind in VISITED and t.going)
    orders = (order_of(desk, ticket, ticket.visit) for ticket in those if ticket.visit)
    return tuple(sorted(orders, key=lambda each: (each.going, each.visit.start)))


def order_of(desk: Moment, ticket: Ticket, visit: Span) -> WorkOrder:
    scene = Scene(desk.unit, desk.shop, desk.at, ticket)
    going = tuple(desk.person(person).name for person in ticket.going)
    return WorkOrder(ticket.number, visit, going, outline(scene, contact=True), fill(say("To bring:\n{bring}"), scene))
