"""Whole tickets for ledgers and reports, page by page, read beside the writer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Executable, exists, or_, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ledgers.entry import Entry, Period
from core.storage.engines import place
from core.storage.reading import reading_engine
from core.storage.statements import given
from core.storage.tables import IS_OPEN, clocks, events, people, tickets
from core.storage.ticket_statements import KEPT, T
from core.storage.tickets import ticket_of
from core.storage.trouble import trouble
from core.tickets import Event, PersonId, Ref, Role, Ticket

PAGE = 500  # tickets
# Through the numbers, which begin with kind and day: no other ticket is looked at.
NEXT = select(*KEPT).where(T.number > given("after"), T.number < given("beyond")).order_by(T.number).limit(PAGE)
ALIVE = or_(IS_OPEN, exists().where(events.c.ticket == T.ref, events.c.at >= given("since", events.c.at.type)))
NEXT_ALIVE = NEXT.where(ALIVE)
LINES = tuple(column for column in events.c if column.name != "id")


def open_registers(url: str) -> Registers:
    return Registers(make_url(url))


class Registers:
    def __init__(self, url: URL) -> None:
        """The URL of the store's own engine: a database in memory goes by no other name."""
        self.place = place(url)
        self.engine = reading_engine(url)

    async def entries(self, letter: str, period: Period, since: datetime | None = None) -> AsyncIterator[Entry]:
        """The tickets whose numbers begin with `letter` and were given in the period.

        `since`: only those that are open, or to which something has happened since then. Raises StorageTrouble.
        """
        after, beyond = start_of(letter, period.first), start_of(letter, period.next_day)
        try:
            async with self.engine.connect() as connection:
                while page := await tickets_between(connection, after, beyond, since):
                    for entry in await completed(connection, page):
                        yield entry
                    after = page[-1].number
        except (DBAPIError, OSError) as error:
            raise trouble(error, self.place) from None

    async def broken(
        self, letter: str, period: Period, promise: str, since: datetime
    ) -> dict[Ref, frozenset[datetime]]:
        """When this promise was ended too late, by ticket, since then. Raises StorageTrouble."""
        between = (T.number > start_of(letter, period.first), T.number < start_of(letter, period.next_day))
        late = (
            clocks.c.promise == promise,
            clocks.c.kept.is_(False),
            clocks.c.warning.is_(False),
            clocks.c.ended_at >= since,
        )
        statement = select(clocks.c.ticket, clocks.c.ended_at).join(tickets, T.ref == clocks.c.ticket)
        found = await self.read(statement.where(*between, *late))
        moments: defaultdict[Ref, set[datetime]] = defaultdict(set)
        for ref, ended_at in found:
            moments[ref].add(ended_at)
        return {ref: frozenset(those) for ref, those in moments.items()}

    async def read(self, statement: Executable) -> list[tuple[Any, ...]]:
        """Raises StorageTrouble."""
        try:
            async with self.engine.connect() as connection:
                return await rows(connection, statement)
        except (DBAPIError, OSError) as error:
            raise trouble(error, self.place) from None

    async def close(self) -> None:
        await self.engine.dispose()


def start_of(letter: str, day: date) -> str:
    return f"{letter}-{day:%y%m%d}"


async def tickets_between(connection: AsyncConnection, after: str, beyond: str, since: datetime | None) -> list[Ticket]:
    statement, given = (NEXT_ALIVE, {"since": since}) if since else (NEXT, {})
    found = await connection.execute(statement, {"after": after, "beyond": beyond, **given})
    return [ticket_of(tuple(row)) for row in found]


async def completed(connection: AsyncConnection, page: Sequence[Ticket]) -> list[Entry]:
    histories = await histories_of(connection, [ticket.ref for ticket in page])
    names = await names_of(connection, {person for ticket in page for person in mentioned(ticket)})
    parents = await parents_of(connection, {ticket.parent for ticket in page if ticket.parent})
    return [
        entry_of(ticket, histories[ticket.ref], names, parents.get(ticket.parent) if ticket.parent else None)
        for ticket in page
    ]


def entry_of(
    ticket: Ticket, history: Iterable[Event], names: Mapping[PersonId, str], parent: tuple[str, str | None] | None
) -> Entry:
    number, product = parent or ("", None)
    return Entry(ticket, tuple(history), names, number, str(ticket.facts.get("product") or product or ""))


def mentioned(ticket: Ticket) -> Iterable[PersonId]:
    yield from ticket.going
    if sold_by := ticket.facts.get("seller"):
        yield PersonId(int(sold_by))
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
    found = await rows(connection, select(people.c.id, people.c.name).where(people.c.id.in_(ids)))
    return {PersonId(person): name for person, name in found}


async def parents_of(connection: AsyncConnection, refs: set[Ref]) -> dict[Ref, tuple[str, str | None]]:
    """Number and product of each."""
    found = await rows(connection, select(T.ref, T.number, T.product).where(T.ref.in_(refs)))
    return {Ref(ref): (number, product) for ref, number, product in found}


async def rows(connection: AsyncConnection, statement: Executable) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await connection.execute(statement)]
