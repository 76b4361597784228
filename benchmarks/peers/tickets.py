"""Where the peers keep a finished report: one insert through SQLAlchemy's async ORM.

WAL and synchronous=NORMAL, which is quicker than the desk's FULL and may lose the last commits in a power cut.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import event, func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Sessions: TypeAlias = async_sessionmaker[AsyncSession]


class Table(DeclarativeBase):
    pass


class Ticket(Table):
    __tablename__ = "tickets"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer: Mapped[int]
    opened_at: Mapped[datetime]
    words: Mapped[str]
    photo: Mapped[str]
    haste: Mapped[str]
    name: Mapped[str]
    phone: Mapped[str]
    address: Mapped[str]
    visit: Mapped[str]
    state: Mapped[str] = mapped_column(default="new")


@asynccontextmanager
async def sessions_in(folder: Path) -> AsyncGenerator[Sessions]:
    engine = create_async_engine(f"sqlite+aiosqlite:///{folder / 'peer.db'}")
    event.listen(engine.sync_engine, "connect", set_pragmas)
    async with engine.begin() as connection:
        await connection.run_sync(Table.metadata.create_all)
    yield async_sessionmaker(engine, expire_on_commit=False)
    await engine.dispose()


def set_pragmas(connection: Any, _: object) -> None:  # noqa: ANN401 - what the pool hands over
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()


async def add_ticket(sessions: Sessions, customer: int, opened_at: datetime, answers: Mapping[str, str]) -> str:
    """The number of the new ticket."""
    ticket = Ticket(customer=customer, opened_at=opened_at, **answers)
    async with sessions.begin() as session:
        session.add(ticket)
    return f"F-{opened_at:%y%m%d}-{ticket.id:04}"


async def count_tickets(sessions: Sessions) -> int:
    async with sessions() as session:
        return await session.scalar(select(func.count()).select_from(Ticket)) or 0
