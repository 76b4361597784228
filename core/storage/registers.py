"""Whole tickets for ledgers and reports, page by page, read beside the writer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Executable, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ledgers.entry import Entry, Period
from core.storage.engines import place
from core.storage.reading import reading_engine
from core.storage.statements import given
from core.storage.tables import events, people, tickets
from core.storage.tickets import KEPT, ticket_of
from core.storage.trouble import trouble
from core.tickets import Event, PersonId, Ref, Role, Ticket

PAGE = 500  # tickets
# Through the numbers, which begin with kind and day: no other ticket is looked at.
NEXT = (
    select(*KEPT)
    .where(tickets.c.number > given("after"), tickets.c.number < given("beyond"))
    .order_by(tickets.c.number)
    .limit(PAGE)
)
LINES = tuple(column for column in events.c if column.name != "id")


def open_registers(url: str) -> Registers:
    return Registers(make_url(url))


class Registers:
    def __init__(self, url: URL) -> None:
        """The URL of the store's own engine: a database in memory goes by no other name."""
        self.place = place(url)
        self.engine = reading_engine(url)

    async def entries(self, letter: str, period: Period) -> AsyncIterator[Entry]:
        """The tickets whose numbers begin with `letter` and were given in the period. Raises StorageTrouble."""
        after, beyond = start_of(letter, period.first), start_of(letter, period.next_day)
        try:
            async with self.engine.connect() as connection:
                while page := await tickets_between(connection, after, beyond):
                    for entry in await completed(connection, page):
                        yield entry
                    after = page[-1].number
        except (DBAPIError, OSError) as error:
            raise trouble(error, self.place) from None

    async def close(self) -> None:
        await self.engine.dispose()


def start_of(letter: str, day: date) -> str:
    return f"{letter}-{day:%y%m%d}"


async def tickets_between(connection: AsyncConnection, after: str, beyond: str) -> list[Ticket]:
    return [ticket_of(tuple(row)) for row in await connection.execute(NEXT, {"after": after, "beyond": beyond})]


async def completed(connection: AsyncConnection, page: Sequence[Ticket]) -> list[Entry]:
    histories = await histories_of(connection, [ticket.ref for ticket in page])
    names = await names_of(connection, {person for ticket in page for person in mentioned(ticket)})
    parents = await numbers_of(connection, {ticket.parent for ticket in page if ticket.parent})
    return [
        Entry(ticket, tuple(histories[ticket.ref]), names, parents.get(ticket.parent, "") if ticket.parent else "")
        for ticket in page
    ]


def mentioned(ticket: Ticket) -> Iterable[PersonId]:
    yield from ticket.going
    responsible = str(ticket.facts.get("responsible") or "")
    if responsible.isdecimal():
        yield PersonId(int(responsible))


async def histories_of(connection: AsyncConnection, refs: Sequence[Ref]) -> Mapping[Ref, list[Event]]:
    found: defaultdict[Ref, list[Event]] = defaultdict(list)
    statement = select(*LINES).where(events.c.ticket.in_(refs)).order_by(events.c.id)
    for ref, at, action, by, who, *rest in await rows(connection, statement):
        found[ref].append(Event(at, action, Role(by), who, *rest))
    return found


async def names_of(connection: AsyncConnection, ids: set[PersonId]) -> dict[PersonId, str]:
    return await pairs(connection, select(people.c.id, people.c.name).where(people.c.id.in_(ids)))


async def numbers_of(connection: AsyncConnection, refs: set[Ref]) -> dict[Ref, str]:
    return await pairs(connection, select(tickets.c.ref, tickets.c.number).where(tickets.c.ref.in_(refs)))


async def pairs(connection: AsyncConnection, statement: Executable) -> dict[Any, str]:
    return {key: value for key, value in await rows(connection, statement)}  # noqa: C416 - a row is no pair of types


async def rows(connection: AsyncConnection, statement: Executable) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await connection.execute(statement)]
