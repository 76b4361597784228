"""A notice of the desk, drawn as what its reader sees: the text, and what he may do now as buttons."""

from __future__ import annotations

from bot.envelope import Button, Reply
from core.desk import roles_in
from core.kinds import kind_named
from core.notices import Notice
from core.outline import may_call, outline
from core.people import Person
from core.phrases import above, say
from core.ports import Unit
from core.shop import Shop
from core.tickets import FINAL, Move, PersonId, Role, Ticket, open_moves, photos_in
from core.wording import Scene

RATINGS = (("good", say("Satisfied")), ("fair", say("Fair")), ("bad", say("Not satisfied")))


def compose(notice: Notice, unit: Unit, shop: Shop) -> Reply:
    """The reply for a notice. A technician has one card a job, always whole; everybody else gets news as it comes.

    What is over, or somebody else's, has no card any more: the last news takes its place, with phone and address.
    """
    ticket = notice.ticket
    buttons = tuple(Button(each.label, each.token) for each in notice.extra)
    if ticket is None:
        return Reply(notice.text, buttons, photos=notice.photos)
    if notice.form == "rate_service":
        buttons += tuple(Button(label, f"m:{ticket.ref}:rate:{value}") for value, label in RATINGS)
    if notice.buttons:
        buttons += moves_as_buttons(ticket, notice.role, notice.to.id)
    if notice.role is Role.TECHNICIAN and notice.buttons:
        job = outline(Scene(unit, shop, ticket.opened_at, ticket), contact=may_call(ticket))
        text = say("{news}\n\n{job}", news=notice.text, job=above(job))
        return Reply(text, buttons, ticket.number, card=f"job:{ticket.ref}", photos=photos_in(ticket.facts))
    card = f"job:{ticket.ref}" if notice.role is Role.TECHNICIAN and is_over(ticket, notice.to.id) else ""
    return Reply(notice.text, buttons, ticket.number, card=card, photos=notice.photos)


def is_over(ticket: Ticket, who: PersonId) -> bool:
    return ticket.state in FINAL or who not in ticket.going


def moves_as_buttons(ticket: Ticket, role: Role, who: PersonId) -> tuple[Button, ...]:
    """The table of moves is the user interface: what this role may do now."""
    rows = open_moves(ticket, role, who, kind_named(ticket.kind).moves)
    labels = {token_of(ticket, row): row.label for row in rows if row.label}
    return tuple(Button(label, press) for press, label in labels.items())


def token_of(ticket: Ticket, row: Move) -> str:
    answered = ticket.facts.get(row.answers, "") if row.answers else ""
    return f"m:{ticket.ref}:{row.action}" + (f":{answered}" if answered else "")


def what_is_next(ticket: Ticket, person: Person) -> tuple[Button, ...]:
    """The same for whoever has just done something about it."""
    roles = roles_in(person, ticket)
    return moves_as_buttons(ticket, roles[0], person.id) if roles else ()
