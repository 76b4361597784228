"""A technician is away: no visit is offered then, and what is booked already needs somebody else."""

from __future__ import annotations

from core.alerts import holders
from core.errors import Refused
from core.moment import Moment
from core.notices import Notice
from core.people import Absence, Person
from core.phrases import Span, say
from core.tickets import Role, Ticket


def take_leave(desk: Moment, person: Person, span: Span) -> tuple[Ticket, ...]:
    """Note the absence and tell the dispatcher; gives the visits that fall into it. Raises Refused for the past."""
    if span.end <= desk.at:
        raise Refused(say("That is in the past."))
    desk.unit.people.add_absence(Absence(person.id, span))
    clashing = tuple(t for t in desk.unit.tickets.held_by(person.id) if t.visit and t.visit.overlaps(span))
    role, people = holders(desk, Role.DISPATCHER)
    numbers = tuple(ticket.number for ticket in clashing) or say("none")
    text = say("{name} is away {span}. Visits that need somebody else: {numbers}.")
    for each in people:
        said = say(text.key, name=person.name, span=span, numbers=numbers)
        desk.notices.append(Notice(each, said, role=role, cause=desk.cause))
    return clashing
