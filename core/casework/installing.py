"""Goods that are there already get fitters (INS-01)."""

from __future__ import annotations

from core.casework.reporting import limit_reports, whereabouts
from core.desk import Desk
from core.dispatch import crew_need, room_left
from core.errors import SlotTaken
from core.people import Person
from core.phrases import Span
from core.tickets import Dispatch, Ticket
from core.values import dataclass
from core.wording import Scene


@dataclass(frozen=True, slots=True)
class Fitting:
    """What the customer told, as the form gives it."""

    product: str
    category: str
    name: str
    phone: str  # E.164
    address: str
    requirements: str = ""
    visit: Span | None = None


def book_installation(desk: Desk, customer: Person, fitting: Fitting) -> Ticket:
    """Open the installation and look for fitters. Raises SlotTaken, or Refused for too many a day."""
    limit_reports(desk, customer)
    place = whereabouts(fitting.address, desk.shop.policy)
    if fitting.visit and not room_left(desk, crew_need(desk, suburb=place["suburb"]), fitting.visit):
        raise SlotTaken
    facts = {
        "product": fitting.product,
        "category": fitting.category,
        "name": fitting.name,
        "phone": fitting.phone,
        "address": fitting.address,
        "requirements": fitting.requirements,
        "installation": True,
    }
    ticket = desk.open("installation", customer.id, facts | place, visit=fitting.visit)
    if not customer.is_staff:
        desk.know(customer.reached_on(fitting.name, fitting.phone, own=False))
    desk.carry_out(Dispatch(), Scene(desk.unit, desk.shop, desk.at, ticket))
    return desk.ticket(ticket.ref)
