"""What people and monitors look at, read beside the writer so that nobody has to wait for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, ScalarSelect, event, func, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from core.storage.engines import is_sqlite, place
from core.storage.message_tables import QUEUED, SENDING, SPOILT, WAITING, inbox, outbox
from core.storage.milestones import COPIED, OPENED
from core.storage.statements import given
from core.storage.tables import IS_OPEN, RUNNING, alerts, clocks, milestones, tickets
from core.storage.trouble import trouble
from core.values import dataclass

# The last lets it look at a database in memory while the writer is at work in it; a file needs no such leave.
LOOKS_ONLY = {"query_only": "ON", "busy_timeout": "5000", "read_uncommitted": "ON"}


@dataclass(frozen=True, slots=True)
class Counts:
    """How the desk is doing at one moment. Only what is open is counted, so that this stays quick for ever."""

    tickets_open: Mapping[str, int]  # by state
    unhandled: int  # messages that nobody has answered yet
    unhandled_since: datetime | None  # when the oldest of them came
    queued: int  # messages that should leave now
    queued_since: datetime | None  # since when the oldest of them should have left
    sending: int
    waiting: int  # for somebody to come back to his chat
    undelivered: int
    clocks_due: int
    alerts_open: int
    opened_at: datetime | None = None  # for the first time
    copied_at: datetime | None = None  # when the latest backup was complete


def number(table: FromClause, *where: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).where(*where).scalar_subquery()


def milestone(name: str) -> ScalarSelect[Any]:
    return select(milestones.c.at).where(milestones.c.name == name).scalar_subquery()


UNHANDLED = inbox.c.handled_at.is_(None)
DUE = (QUEUED, outbox.c.due_at <= given("at"))
COUNTS = select(
    number(inbox, UNHANDLED),
    select(func.min(inbox.c.received_at)).where(UNHANDLED).scalar_subquery(),
    number(outbox, *DUE),
    select(func.min(outbox.c.due_at)).where(*DUE).scalar_subquery(),
    number(outbox, SENDING),
    number(outbox, WAITING),
    number(outbox, SPOILT, outbox.c.weight != "survey"),
    number(clocks, clocks.c.fired_at.is_(None), RUNNING, clocks.c.due_at <= given("at")),
    number(alerts, alerts.c.closed_at.is_(None)),
    milestone(OPENED),
    milestone(COPIED),
)
STATES = select(tickets.c.state, func.count()).where(IS_OPEN).group_by(tickets.c.state)


class Reader:
    def __init__(self, url: URL) -> None:
        """The URL of the store's own engine: a database in memory goes by no other name."""
        self.place = place(url)
        self.engine = reading_engine(url)

    async def counts(self, at: datetime) -> Counts:
        """Raises StorageTrouble."""
        try:
            async with self.engine.connect() as connection:
                numbers: list[Any] = list((await connection.execute(COUNTS, {"at": at})).one())
                states = (await connection.execute(STATES)).all()
        except (DBAPIError, OSError) as error:
            raise trouble(error, self.place) from None
        return Counts(dict(states), *numbers)

    async def close(self) -> None:
        await self.engine.dispose()


def reading_engine(url: URL) -> AsyncEngine:
    driver = "sqlite+aiosqlite" if is_sqlite(url) else "postgresql+psycopg"
    engine = create_async_engine(
        url.set(drivername=driver), poolclass=AsyncAdaptedQueuePool, pool_size=2, hide_parameters=True
    )
    if is_sqlite(url):
        event.listen(engine.sync_engine, "connect", look_only)
    return engine


def look_only(connection: Any, _: Any) -> None:  # noqa: ANN401 - what the pool hands over
    cursor = connection.cursor()
    for name, value in LOOKS_ONLY.items():
        cursor.execute(f"PRAGMA {name}={value}")
    cursor.close()
