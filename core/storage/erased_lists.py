"""The lists of a day in which somebody who is forgotten stood: the stops of a crew, the goods for the store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Text, delete, func, or_, select, type_coerce, update

from core.storage.connection import Connection
from core.storage.message_tables import FILE, media, outbox
from core.storage.statements import Statement, given, just
from core.storage.tables import tickets
from core.tickets import PersonId

NUMBERS = Statement(select(tickets.c.number).where(tickets.c.customer == given("person")))
IS_LIST = or_(outbox.c.dedupe.like(just("plan:%")), outbox.c.dedupe.like(just("print:%")))
NAMING = Statement(
    select(outbox.c.id, outbox.c.body).where(IS_LIST, type_coerce(outbox.c.body, Text).contains(given("number")))
)
THIS = outbox.c.id == given("line")
DROP = Statement(
    update(outbox)
    .where(THIS, outbox.c.done_at.is_(None))
    .values(state=just("superseded"), done_at=given("at"), lease_until=None)
)
FORGET = Statement(update(outbox).where(THIS).values(body={}))
FILES = Statement(select(FILE).where(media.c.media == given("media")).distinct())
FORGET_PICTURE = Statement(delete(media).where(media.c.media == given("media")))
STILL_GIVEN = Statement(select(func.count()).select_from(media).where(given("file") == FILE))


def forget_lists(connection: Connection, person: PersonId, at: datetime) -> tuple[str, ...]:
    """The words of each, and its pictures. Gives the files that nobody needs any more."""
    pictures = {picture for row in connection.all(NUMBERS, person=person) for picture in forget(connection, row[0], at)}
    files = {row[0] for picture in pictures for row in connection.all(FILES, media=picture)}
    for picture in pictures:
        connection.change(FORGET_PICTURE, media=picture)
    return tuple(file for file in sorted(files) if not connection.number(STILL_GIVEN, file=file))


def forget(connection: Connection, number: str, at: datetime) -> Iterator[str]:
    """Gives the pictures that it had."""
    for line, body in connection.all(NAMING, number=number):
        connection.change(DROP, line=line, at=at)
        connection.change(FORGET, line=line)
        yield from body.get("photos", ())
