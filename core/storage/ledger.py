"""Who was erased, and when: kept beside the database, so that no backup brings anybody back.

A line for each: the id of the person, when he was erased, and when that was written down here. Nothing else about him.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeAlias, cast

from sqlalchemy import func, select

from core.errors import StorageTrouble
from core.people import pseudonym
from core.ports import Unit
from core.storage.connection import Connection
from core.storage.milestones import COPYING, when
from core.storage.statements import Statement, given
from core.storage.tables import people
from core.storage.unit import SqlUnit
from core.tickets import PersonId
from core.values import dataclass

Erased: TypeAlias = tuple[PersonId, datetime]

IS_ERASED = people.c.erased_at.is_not(None)
ERASED = Statement(select(people.c.id, people.c.erased_at).where(IS_ERASED))
COUNT = Statement(select(func.count()).select_from(people).where(IS_ERASED))
KNOWN = Statement(select(people.c.id).where(people.c.id == given("person"), people.c.erased_at.is_(None)))


@dataclass(frozen=True, slots=True)
class Ledger:
    """A small file, always written anew as a whole."""

    path: Path

    def entries(self) -> Mapping[Erased, datetime]:
        """When each was written down. Raises StorageTrouble for a file that is not ours."""
        if not self.path.exists():
            return {}
        try:
            return dict(map(read, self.path.read_text("ascii").splitlines()))
        except (OSError, ValueError) as wrong:
            raise StorageTrouble(f"The list of the erased, {self.path}, cannot be read: {wrong}.") from wrong

    def add(self, erased: Iterable[Erased], at: datetime) -> None:
        """Those who are known already keep their line. Raises StorageTrouble."""
        before = self.entries()
        after = {**dict.fromkeys(erased, at), **before}
        if len(after) > len(before):
            self.write(after)

    def write(self, entries: Mapping[Erased, datetime]) -> None:
        lines = (f"{who} {at.isoformat()} {noted.isoformat()}\n" for (who, at), noted in sorted(entries.items()))
        try:
            with NamedTemporaryFile("w", dir=self.path.parent, delete=False, encoding="ascii") as file:
                file.writelines(lines)
                file.flush()
                os.fsync(file.fileno())
            Path(file.name).replace(self.path)
        except OSError as error:
            raise StorageTrouble(
                f"The list of the erased, {self.path}, cannot be written: {error.strerror}."
            ) from error


def read(line: str) -> tuple[Erased, datetime]:
    person, at, noted = line.split()
    return (PersonId(int(person)), datetime.fromisoformat(at)), datetime.fromisoformat(noted)


def how_many(unit: Unit) -> int:
    return connection_of(unit).number(COUNT)


def erased_in(unit: Unit) -> list[Erased]:
    """Everybody whom this database knows to be erased."""
    return [(PersonId(person), at) for person, at in connection_of(unit).all(ERASED)]


def erase_again(unit: Unit, entries: Mapping[Erased, datetime], at: datetime) -> tuple[list[PersonId], list[str]]:
    """Those who were erased after this copy was begun; and their pictures, whose files have to go.

    What was written down before that is erased in the copy; an id of then may be somebody else's by now, if the desk
    had gone on from an older backup.
    """
    connection = connection_of(unit)
    begun = when(connection, COPYING)
    gone: dict[PersonId, tuple[str, ...]] = {}
    for (person, _), noted in sorted(entries.items()):
        if (begun is None or noted >= begun) and connection.one(KNOWN, person=person):
            forget_bought(unit, person)
            gone[person] = unit.people.erase(person, pseudonym(person), at)
    return list(gone), [picture for pictures in gone.values() for picture in pictures]


def forget_bought(unit: Unit, person: PersonId) -> None:
    known = unit.people.get(person)
    if known and known.own_phone:
        unit.sales.forget(known.own_phone)


def connection_of(unit: Unit) -> Connection:
    return cast("SqlUnit", unit).connection
