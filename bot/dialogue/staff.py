"""Choosing somebody of the staff."""

from __future__ import annotations

from core.people import ROLE_NAMES, SPECIALISTS, Person
from core.phrases import Phrase, say
from core.ports import Unit
from core.tickets import PersonId, Role

LONGEST_ID = 18  # digits that a database can count
OFFICE = (Role.SUPERVISOR, Role.DISPATCHER, Role.MANAGER)


def id_of(kept: str) -> PersonId:
    """Raises ValueError for what is none."""
    if not kept.isdecimal() or len(kept) > LONGEST_ID:
        raise ValueError(kept)
    return PersonId(int(kept))


def everybody_of(unit: Unit) -> tuple[Person, ...]:
    """Each of the staff once, the office first."""
    found = (person for role in (*OFFICE, *SPECIALISTS, Role.TECHNICIAN) for person in unit.people.with_role(role))
    return tuple({person.id: person for person in found}.values())


def called(person: Person) -> Phrase:
    roles = tuple(ROLE_NAMES[role] for role in sorted(person.roles - {Role.CUSTOMER}))
    return say("{name}: {roles}", name=person.name or str(person.id), roles=roles)
