"""Customers and staff."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from core.people import Absence, Invitation, Person
from core.phrases import Span
from core.tickets import PersonId, Role


class People(Protocol):
    def get(self, person: PersonId) -> Person | None: ...
    def add(self, person: Person) -> Person:
        """Keep a new person under a new id (the id given is ignored)."""
        ...

    def save(self, person: Person) -> None: ...
    def with_role(self, role: Role) -> tuple[Person, ...]: ...
    def with_phone(self, phone: str) -> tuple[Person, ...]:
        """Whose own number this is known to be, the newest last."""
        ...

    def claiming(self) -> tuple[Person, ...]:
        """Those who joined by invitation and wait for a supervisor's confirmation."""
        ...

    def absent(self, span: Span) -> tuple[Absence, ...]: ...
    def add_absence(self, absence: Absence) -> None: ...
    def invite(self, invitation: Invitation) -> None: ...
    def use_invitation(self, code_hash: str, person: PersonId, at: datetime) -> Role | None:
        """The role of an unused, unexpired invitation, which is used up by this; otherwise None."""
        ...

    def erase(self, person: PersonId, pseudonym: str, at: datetime) -> tuple[str, ...]:
        """Forget name, phone, words and pictures of a customer everywhere. Gives the media whose files must go."""
        ...
