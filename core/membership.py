"""How somebody becomes one of the staff: invited once, joined, confirmed by a supervisor."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from core.desk import Desk
from core.errors import NotAllowed, NotFound, Refused
from core.notices import Choosing, Notice
from core.people import ROLE_NAMES, Invitation, Person
from core.phrases import say
from core.ports import Unit
from core.tickets import PersonId, Role
from core.values import replace

LASTS = timedelta(hours=48)
JOIN = "join-"  # how a link into a chat says that what follows is an invitation


def hashed(secret: str) -> str:
    """Only this is kept of a code or a key: 128 and 256 random bits need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def invite(unit: Unit, role: Role, made_by: PersonId | None, at: datetime) -> str:
    """A one-time code of 128 bits that lets its holder claim this role for 48 hours."""
    code = secrets.token_urlsafe(16)
    unit.people.invite(Invitation(hashed(code), role, made_by, at + LASTS))
    return code


def join(desk: Desk, person: Person, code: str) -> Person:
    """Claim the role of an invitation; the first manager counts at once, everybody else once confirmed.

    Raises Refused when the code is wrong, used or too old; the three are told in the same words.
    """
    role = desk.unit.people.use_invitation(hashed(code), person.id, desk.at)
    if role is None:
        raise Refused(say("This invitation is not valid, or no longer. Please ask for a new one."))
    first = role is Role.MANAGER and not desk.unit.people.with_role(Role.MANAGER)
    joined = replace(person, roles=frozenset({role})) if first else replace(person, claimed=person.claimed | {role})
    desk.know(joined)
    welcome = Choosing(say("Introduce yourself"), "f:introduce_yourself")
    desk.notices.append(Notice(joined, say("Welcome! Please say who you are."), extra=(welcome,)))
    return joined


def introduce(desk: Desk, person: Person) -> None:
    """Now it is known who has joined: whoever may confirm him is asked."""
    desk.know(person)
    if person.claimed:
        ask_to_confirm(desk, person)


def ask_to_confirm(desk: Desk, joined: Person) -> None:
    name = joined.name or say("Colleague {id}", id=joined.id)
    roles = tuple(ROLE_NAMES[role] for role in sorted(joined.claimed))
    text = say("{name} has joined by invitation as {roles}. Please confirm.", name=name, roles=roles)
    button = Choosing(say("Confirm {name}", name=name), f"p:{joined.id}")
    for person in (*desk.unit.people.with_role(Role.SUPERVISOR), *desk.unit.people.with_role(Role.MANAGER)):
        desk.notices.append(Notice(person, text, extra=(button,)))


def confirm(desk: Desk, by: Person, joining: PersonId) -> Person:
    """From now on the claimed roles count. Raises NotAllowed, NotFound."""
    if not by.roles & {Role.SUPERVISOR, Role.MANAGER} or by.id == joining:
        raise NotAllowed(say("That is for a supervisor to do."))
    person = desk.person(joining)
    if not person.claimed:
        raise NotFound
    confirmed = replace(person, roles=person.claimed, claimed=frozenset())
    desk.know(confirmed)
    desk.notices.append(Notice(confirmed, say("You are confirmed. Welcome to the team.")))
    return confirmed
