"""A complaint becomes a ticket: with its severity proposed, and kept from whom it is about (CMP-01, CMP-06, CMP-07)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from core.casework.repeating import repeats_of
from core.casework.reviewing import RETURN, review
from core.desk import Desk
from core.errors import Refused
from core.notices import Notice
from core.people import Person
from core.phrases import say
from core.policy import Policy
from core.policy.hints import mentions, plain
from core.ports import Weight
from core.tickets import PersonId, Ref, Role, Ticket
from core.values import dataclass

AMOUNT = re.compile(r"[¥￥$]\s*([\d,]+(?:\.\d+)?)|([\d,]+(?:\.\d+)?)\s*(万)?\s*(?:元|块|rmb|cny|yuan)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grievance:
    """What the customer told, as the form gives it."""

    subject: str
    words: str
    wish: str
    name: str
    phone: str = ""
    happened: str = ""
    about: str = ""  # the ticket, the order or the person, as it was said
    ticket: Ref | None = None
    person: PersonId | None = None  # of the staff
    photos: tuple[str, ...] = ()
    told: str = ""  # what was answered in the form in the middle of which the customer complained


def complain(desk: Desk, customer: PersonId, told: Grievance, by: tuple[Role, PersonId] | None = None) -> Ticket:
    """Open it, with the severity that the rules propose. Raises Refused if he has so many open already."""
    limit_complaints(desk, customer)
    about = desk.unit.tickets.get(told.ticket) if told.ticket else None
    facts: dict[str, Any] = {
        "subject": told.subject,
        "words": told.words,
        "wish": told.wish,
        "name": told.name,
        "phone": told.phone,
        "happened": told.happened,
        "about": told.about,
        "told": told.told,
        "photos": list(told.photos),
        "about_person": told.person,
        "technician_then": about.assignee if about else None,
        "repeats": repeats_of(desk, about),
    }
    if why := why_major(f"{told.words}\n{told.wish}\n{told.told}", desk.shop.policy):
        facts |= {"major_at": desk.at.isoformat(), "why_major": why}
    complaint = desk.open("complaint", customer, facts, parent=told.ticket, by=by)
    if about and about.kind == RETURN:
        review(desk, about, complaint, "complaint")
    return complaint


def why_major(text: str, policy: Policy) -> str:
    """The rule by which it is proposed as major; nothing if it is an ordinary one."""
    if policy.is_emergency(text):
        return "injury"
    if mentions(plain(text), policy.complaint.major_words):
        return "public"
    return "amount" if amount_in(text) >= policy.complaint.major_amount else ""


def amount_in(text: str) -> Decimal:
    """The largest amount of money that is spoken of."""
    found = [
        Decimal((dollars or written).replace(",", "") or 0) * (10_000 if ten_thousands else 1)
        for dollars, written, ten_thousands in AMOUNT.findall(text)
    ]
    return max(found, default=Decimal())


def limit_complaints(desk: Desk, customer: PersonId) -> None:
    held = [ticket for ticket in desk.unit.tickets.open_of(customer) if ticket.kind == "complaint"]
    if len(held) >= desk.shop.policy.limits.new_tickets_per_day:
        raise Refused(say("{n} complaints of yours are open. Please add to one of them.", n=len(held)))


def warn_of(desk: Desk, customer: Person, words: str) -> None:
    """He is upset, but does not complain: after-sales hears of that as well (CMP-01)."""
    name = customer.own_name or say("A customer")
    text = say(
        "{name}, {phone}, is upset but does not complain: “{words}”",
        name=name,
        phone=customer.phone or "–",
        words=words,
    )
    for person in listeners(desk, words):
        desk.notices.append(Notice(person, text, role=Role.SUPERVISOR, weight=Weight.ALERT, cause=desk.cause))


def listeners(desk: Desk, words: str) -> tuple[Person, ...]:
    """The supervisors; the managers where it may be a supervisor who is meant."""
    found = (desk.unit.people.with_role(role) for role in (Role.SUPERVISOR, Role.MANAGER))
    unnamed = (tuple(person for person in people if named_in(words, (person,)) is None) for people in found)
    return next(filter(None, unnamed), ())


def named_in(text: str, staff: tuple[Person, ...]) -> PersonId | None:
    """The one of them whose name is said."""
    those = [person.id for person in staff if person.name and plain(person.name) in plain(text)]
    return those[0] if len(those) == 1 else None
