"""Forget what is past its time, a little at a time, so that nobody has to wait meanwhile (ARC-02)."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias, cast

from core.ports import Unit
from core.storage import prune_statements as sql
from core.storage.connection import Connection
from core.storage.open import SqlStore
from core.storage.unit import SqlUnit
from core.tickets import PersonId
from core.values import dataclass

AT_ONCE = 200
IDS_KEPT = timedelta(days=90)  # of messages that came in: as long as a network might send one again, and longer

Given: TypeAlias = tuple[str, int, str]  # picture, chat, file
Remove: TypeAlias = Callable[[Sequence[str]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Kept:
    """How long, counted from when it was done with. People: from the last sign of life; None is for ever."""

    heard: timedelta
    said: timedelta
    pictures: timedelta
    quality: timedelta  # pictures of complaints and of what was done about their causes (CAP-08)
    people: timedelta | None


class Pruning:
    """`remove` takes away the files of pictures, and does not mind those that are gone already."""

    def __init__(self, store: SqlStore, kept: Kept, remove: Remove) -> None:
        self.store = store
        self.kept = kept
        self.remove = remove

    async def prune(self, at: datetime) -> int:
        """Some of it. Gives how much was forgotten: 0 when nothing is left. Being stopped half-way does no harm."""
        forgotten = await self.store.run(partial(forget_heard, before=at - self.kept.heard))
        forgotten += await self.store.run(partial(forget_said, before=at - self.kept.said))
        forgotten += await self.store.run(partial(forget_ids, before=at - IDS_KEPT))
        forgotten += await self.forget_pictures(at - self.kept.pictures, at - self.kept.quality)
        if self.kept.people:
            forgotten += await self.forget_people(at - self.kept.people, at)
        return forgotten

    async def forget_pictures(self, before: datetime, evidence: datetime) -> int:
        """The files go first: were it the other way round, a crash would leave files that nobody knows of."""
        old = await self.store.run(partial(old_pictures, before=before, evidence=evidence))
        await self.remove(await self.store.run(partial(given_by_nobody_else, pictures=old)))
        return await self.store.run(partial(forget_given, pictures=old))

    async def forget_people(self, before: datetime, at: datetime) -> int:
        gone = await self.store.run(partial(long_gone, before=before))
        for person in gone:
            await self.remove(await self.store.run(partial(forget_person, person=person, at=at)))
        return len(gone)


def forget_heard(unit: Unit, before: datetime) -> int:
    return overwrite(unit, sql.FORGET_HEARD, before)


def forget_said(unit: Unit, before: datetime) -> int:
    return overwrite(unit, sql.FORGET_SAID, before)


def overwrite(unit: Unit, statement: sql.Statement, before: datetime) -> int:
    connection = connection_of(unit)
    forgotten = connection.change(statement, before=before, limit=AT_ONCE)
    connection.erased = forgotten > 0
    return forgotten


def forget_ids(unit: Unit, before: datetime) -> int:
    return connection_of(unit).change(sql.FORGET_IDS, before=before, limit=AT_ONCE)


def old_pictures(unit: Unit, before: datetime, evidence: datetime) -> tuple[Given, ...]:
    """Pictures, the chats they were given in and their files, unless a ticket still needs them."""
    rows = connection_of(unit).all(sql.OLD_PICTURES, before=before, evidence=evidence, limit=AT_ONCE)
    return tuple((media, chat_id, file) for media, chat_id, file in rows)


def given_by_nobody_else(unit: Unit, pictures: Sequence[Given]) -> tuple[str, ...]:
    connection = connection_of(unit)
    going = Counter(file for _, _, file in pictures)
    return tuple(file for file, count in going.items() if connection.number(sql.GIVEN, file=file) == count)


def forget_given(unit: Unit, pictures: Sequence[Given]) -> int:
    if not pictures:
        return 0
    rows = ({"media": media, "chat_id": chat_id} for media, chat_id, _ in pictures)
    return connection_of(unit).each(sql.FORGET_GIVEN, rows)


def long_gone(unit: Unit, before: datetime) -> tuple[PersonId, ...]:
    rows = connection_of(unit).all(sql.LONG_GONE, before=before, limit=AT_ONCE)
    return tuple(PersonId(row[0]) for row in rows)


def forget_person(unit: Unit, person: PersonId, at: datetime) -> tuple[str, ...]:
    return unit.people.erase(person, pseudonym(), at)


def pseudonym() -> str:
    """Tells two forgotten customers apart in a ticket's history, and says nothing else about them."""
    return f"customer-{secrets.token_hex(4)}"


def connection_of(unit: Unit) -> Connection:
    return cast("SqlUnit", unit).connection
