"""Whether a person can still be reached in chat: he may block us, delete his account, and come back."""

from __future__ import annotations

from datetime import datetime

from core.alerts import holders
from core.kinds import kind_named
from core.moment import Moment
from core.notices import Notice
from core.outline import may_call
from core.people import Person
from core.phrases import Phrase, say
from core.ports import Conversation, Unit
from core.tickets import PersonId, Role, Ticket
from core.wording import Scene, fill

LOST = say("{customer} ({number}) cannot be reached in chat any more. Please tell the news by phone: {phone}.")
LOST_TO_TECHNICIAN = say("{customer} ({number}) cannot be reached in chat any more. Please call: {phone}.")
LOST_UNSEEN = say("The customer of {number} cannot be reached in chat any more.")
LOST_COLLEAGUE = say("{name} cannot be reached in chat any more.")
FOUND = say("{customer} ({number}) can be reached in chat again.")


def lost(desk: Moment, conversation: Conversation) -> None:
    """Nobody is at this chat any more: what is queued waits, and whoever has to do with him calls instead."""
    if not desk.unit.chats.gone(conversation.id, desk.at):
        return
    desk.unit.outbox.rest(conversation.chat)
    person = conversation.person
    if missing_since(desk.unit, person.id) is None:
        return
    if person.is_staff:
        _, supervisors = holders(desk, Role.SUPERVISOR)
        say_to(desk, supervisors, person, say(LOST_COLLEAGUE.key, name=person.name))
    for ticket in known_tickets(desk, person):
        tell(desk, ticket, LOST, LOST_TO_TECHNICIAN if may_call(ticket) else LOST_UNSEEN)


def back(desk: Moment, conversation: Conversation) -> None:
    """He is there again, and what waited is brought."""
    was_missing = missing_since(desk.unit, conversation.person.id) is not None
    if not desk.unit.chats.gone(conversation.id, None):
        return
    desk.unit.outbox.wake(conversation.chat)
    for ticket in known_tickets(desk, conversation.person) if was_missing else ():
        tell(desk, ticket, FOUND, FOUND if may_call(ticket) else None)


def missing_since(unit: Unit, person: PersonId) -> datetime | None:
    """Since when there is no chat in which he can be reached; None while there is one, or never was."""
    gone = [conversation.gone_at for conversation in unit.chats.of(person)]
    return max((at for at in gone if at), default=None) if all(gone) else None


def known_tickets(desk: Moment, customer: Person) -> tuple[Ticket, ...]:
    return tuple(t for t in desk.unit.tickets.open_of(customer.id) if not kind_named(t.kind).internal)


def tell(desk: Moment, ticket: Ticket, office: Phrase, going: Phrase | None) -> None:
    scene = Scene(desk.unit, desk.shop, desk.at, ticket)
    _, dispatchers = holders(desk, Role.DISPATCHER, ticket)
    say_to(desk, dispatchers, desk.person(ticket.customer), fill(office, scene), ticket)
    if going:
        technicians = tuple(desk.person(person) for person in ticket.going)
        say_to(desk, technicians, desk.person(ticket.customer), fill(going, scene), ticket)


def say_to(desk: Moment, people: tuple[Person, ...], about: Person, text: Phrase, ticket: Ticket | None = None) -> None:
    desk.notices += [Notice(each, text, ticket, cause=desk.cause) for each in people if each.id != about.id]
