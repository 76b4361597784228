"""The desk's store on SQLite: everything is carried to one writer thread."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from time import monotonic
from typing import Any, TypeVar, cast

from sqlalchemy import Engine

from core.errors import StorageTrouble
from core.ports import Unit
from core.storage.jobs import Callback, Callbacks, Job, MissedCallback, Timed, untimed
from core.storage.trouble import sqlite_trouble
from core.storage.writer import Writer

T = TypeVar("T")


class SqliteStore:
    """Opens at once. Raises StorageTrouble if that is not possible."""

    def __init__(self, engine: Engine, place: str) -> None:
        self.engine = engine
        self.callbacks = Callbacks()
        self.timed: Timed = untimed
        self.closed = False
        self.writer = Writer(opened(engine, place), engine.dialect, place, self.callbacks)
        self.writer.start()

    async def run(self, work: Callable[[Unit], T]) -> T:
        if self.closed or self.writer.over:
            raise StorageTrouble("The store is closed.")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        begun = monotonic()
        self.writer.queue.put(Job(work, future))
        try:
            return await future
        finally:
            self.timed(monotonic() - begun)

    def on_commit(self, callback: Callback) -> None:
        """Call back, on the event loop, after a commit that leaves something to deliver."""
        self.callbacks.posted.append(callback)

    def on_missed(self, callback: MissedCallback) -> None:
        """Call back, on the event loop, after a commit that leaves a line to wait for somebody."""
        self.callbacks.missed.append(callback)

    async def close(self) -> None:
        """What was asked for before is still done."""
        self.closed = True
        self.writer.queue.put(None)
        await asyncio.to_thread(self.writer.join)
        self.engine.dispose()


def opened(engine: Engine, place: str) -> sqlite3.Connection:
    try:
        lent = engine.raw_connection()
    except sqlite3.Error as error:
        raise sqlite_trouble(error, place) from error
    driver: Any = lent.driver_connection
    lent.detach()
    driver.execute("PRAGMA temp_store=MEMORY")  # what one unit of a group would take back: no file for each
    return cast("sqlite3.Connection", driver)
