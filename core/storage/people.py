"""Persons, absences and invitations in the database; forgetting a person is in erasure."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime

from sqlalchemy import Text, and_, select, type_coerce, update

from core.people import STAFF, Absence, Invitation, Person
from core.phrases import Span
from core.storage.connection import Connection
from core.storage.erasure import erase
from core.storage.statements import NewRow, Row, Statement, given, just, keep
from core.storage.tables import HAS_OWN_PHONE, IS_STAFF, absences, invitations, people
from core.tickets import PersonId, Role
from core.values import replace

PERSON = tuple(people.c[field.name] for field in fields(Person))
ONE = Statement(select(*PERSON).where(people.c.id == given("person")))
ADD = NewRow(keep(people, "erased_at"))
SAVE = Statement(
    update(people)
    .where(people.c.id == given("person"))
    .values({c.name: given(c.name) for c in people.c if c.name not in {"id", "erased_at"}})
)
WITH_PHONE = Statement(select(*PERSON).where(HAS_OWN_PHONE, people.c.phone == given("phone")).order_by(people.c.id))
CLAIMING = Statement(select(*PERSON).where(IS_STAFF, people.c.claimed != frozenset()).order_by(people.c.id))

ABSENT = Statement(
    select(absences.c.person, absences.c.starts_at, absences.c.ends_at, absences.c.reason)
    .where(absences.c.ends_at > given("start"), absences.c.starts_at < given("end"))
    .order_by(absences.c.starts_at)
)
ADD_ABSENCE = Statement(keep(absences))
INVITE = Statement(keep(invitations, "used_at"))
USE = Statement(
    update(invitations)
    .where(
        and_(invitations.c.code_hash == given("code"), invitations.c.used_by.is_(None)),
        invitations.c.expires_at > given("at"),
    )
    .values(used_by=given("person"), used_at=given("at"))
    .returning(invitations.c.role)
)


def holding(role: Role) -> Statement:
    """With the role in plain sight: behind a placeholder SQLite would prepare the statement anew each time."""
    among = (IS_STAFF,) if role in STAFF else ()
    held = type_coerce(people.c.roles, Text).like(just(f'%"{role}"%'))
    return Statement(select(*PERSON).where(*among, held).order_by(people.c.id))


WITH_ROLE = {role: holding(role) for role in Role}


class PeopleRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def get(self, person: PersonId) -> Person | None:
        row = self.connection.one(ONE, person=person)
        return person_of(row) if row else None

    def add(self, person: Person) -> Person:
        return replace(person, id=PersonId(self.connection.new(ADD, **columns(person))[0]))

    def save(self, person: Person) -> None:
        self.connection.change(SAVE, person=person.id, **columns(person))

    def with_role(self, role: Role) -> tuple[Person, ...]:
        return tuple(map(person_of, self.connection.all(WITH_ROLE[role])))

    def with_phone(self, phone: str) -> tuple[Person, ...]:
        return tuple(map(person_of, self.connection.all(WITH_PHONE, phone=phone)))

    def claiming(self) -> tuple[Person, ...]:
        return tuple(map(person_of, self.connection.all(CLAIMING)))

    def absent(self, span: Span) -> tuple[Absence, ...]:
        rows = self.connection.all(ABSENT, start=span.start, end=span.end)
        return tuple(Absence(PersonId(who), Span(start, end), reason) for who, start, end, reason in rows)

    def add_absence(self, absence: Absence) -> None:
        span = absence.span
        self.connection.change(
            ADD_ABSENCE, person=absence.person, starts_at=span.start, ends_at=span.end, reason=absence.reason
        )

    def invite(self, invitation: Invitation) -> None:
        self.connection.change(
            INVITE,
            code_hash=invitation.code_hash,
            role=invitation.role,
            made_by=invitation.made_by,
            expires_at=invitation.expires_at,
            used_by=invitation.used_by,
        )

    def use_invitation(self, code_hash: str, person: PersonId, at: datetime) -> Role | None:
        row = self.connection.one(USE, code=code_hash, person=person, at=at)
        return Role(row[0]) if row else None

    def erase(self, person: PersonId, pseudonym: str, at: datetime) -> tuple[str, ...]:
        return erase(self.connection, person, pseudonym, at)


def person_of(row: Row) -> Person:
    return Person(*row)


def columns(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "phone": person.phone,
        "language": person.language,
        "roles": person.roles,
        "claimed": person.claimed,
        "badge": person.badge,
        "skills": person.skills,
        "zones": person.zones,
        "crew": person.crew,
        "phone_is_own": person.phone_is_own,
        "staff": bool((person.roles | person.claimed) & STAFF),
    }
