"""A store whose process can be killed at any step of a unit of work."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar, cast

from sqlalchemy import PoolProxiedConnection
from sqlalchemy.engine import make_url

from core.ports import Unit
from core.storage.engines import engine_for, is_sqlite, place
from core.storage.open import SqlStore
from core.storage.postgres import PostgresStore
from core.storage.sqlite import SqliteStore
from tests.crash.fate import Fate
from tests.crash.mortal_unit import MortalUnit
from tests.crash.points import Point

T = TypeVar("T")


class MortalStore:
    """`pending`: units that were asked for and have not been answered."""

    def __init__(self, store: SqlStore, fate: Fate) -> None:
        self.store = store
        self.fate = fate
        self.pending = 0

    async def run(self, work: Callable[[Unit], T]) -> T:
        self.fate.step(Point.UNIT_WANTED)
        self.pending += 1
        try:
            result, afterwards = await self.store.run(lambda unit: self.carry_out(work, unit))
        finally:
            self.pending -= 1
        self.fate.step(afterwards)
        return result

    def carry_out(self, work: Callable[[Unit], T], unit: Unit) -> tuple[T, Point]:
        """With the result the point that is reached once it is given out."""
        self.fate.step(Point.UNIT_BEGUN)
        mortal = MortalUnit(unit, self.fate)
        result = work(cast("Unit", mortal))
        self.fate.step(Point.UNIT_DONE)
        return result, mortal.afterwards

    def on_commit(self, callback: Callable[[], None]) -> None:
        self.store.on_commit(callback)

    async def close(self) -> None:
        await self.store.close()


def open_mortal(url: str, fate: Fate) -> MortalStore:
    made = make_url(url)
    if not is_sqlite(made):
        return MortalStore(MortalPostgres(url, fate), fate)
    store = SqliteStore(engine_for(url), place(made))
    store.writer.cursor = cast("sqlite3.Cursor", MortalCursor(store.writer.cursor, fate))
    return MortalStore(store, fate)


class MortalCursor:
    """Knows when a transaction is about to end, and when it has."""

    def __init__(self, cursor: sqlite3.Cursor, fate: Fate) -> None:
        self.cursor = cursor
        self.fate = fate

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a cursor has
        return getattr(self.cursor, name)

    def execute(self, sql: str, values: Any = ()) -> sqlite3.Cursor:  # noqa: ANN401 - what a driver takes
        if sql != "COMMIT":
            return self.cursor.execute(sql, values)
        self.fate.commits()
        done = self.cursor.execute(sql)
        self.fate.step(Point.COMMITTED)
        return done


class MortalPostgres(PostgresStore):
    def __init__(self, url: str, fate: Fate) -> None:
        super().__init__(engine_for(url), place(url))
        self.fate = fate

    def commit(self, lent: PoolProxiedConnection) -> None:
        self.fate.commits()
        super().commit(lent)
        self.fate.step(Point.COMMITTED)
