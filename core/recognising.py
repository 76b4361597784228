"""Whoever turns out to hold the number of a contract is its customer from then on: he is told in his own chat."""

from __future__ import annotations

from core.moment import Moment
from core.people import Person, pseudonym
from core.tickets import FINAL, Event, PersonId, Role, Ticket
from core.values import replace

WRITTEN_DOWN = frozenset({"order", "shipment", "recall"})
MOST = 100  # lines of sales records


def recognise(desk: Moment, person: Person) -> None:
    """Take over what is open of his own number, and was written down for somebody without a chat."""
    for ticket in written_down(desk, person):
        taken = replace(ticket, customer=person.id, facts=dict(ticket.facts) | {"in_chat": True})
        desk.unit.tickets.save(taken)
        event = Event(desk.at, "recognise", Role.CLOCK, None, ticket.state, ticket.state)
        desk.unit.tickets.note(ticket.ref, event)
        forget_stand_in(desk, ticket.customer)


def written_down(desk: Moment, person: Person) -> list[Ticket]:
    if person.is_staff or not person.own_phone:
        return []
    orders = dict.fromkeys(sale.order for sale in desk.unit.sales.of_phone(person.own_phone, MOST))
    found = (ticket for order in orders for ticket in desk.unit.tickets.of_order(order))
    waiting = (ticket for ticket in found if ticket.kind in WRITTEN_DOWN and ticket.state not in FINAL)
    return [t for t in waiting if t.customer != person.id and not desk.unit.chats.of(t.customer)]


def forget_stand_in(desk: Moment, person: PersonId) -> None:
    """Nobody looks for the name and number of somebody who is somebody else."""
    if (stand_in := desk.unit.people.get(person)) and not desk.unit.tickets.open_of(person):
        desk.unit.people.save(replace(stand_in, name=pseudonym(person), phone=""))
