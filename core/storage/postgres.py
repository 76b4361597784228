"""The desk's store on PostgreSQL: a few threads, one transaction for each unit of work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import local
from time import monotonic, sleep
from typing import Any, TypeVar

import psycopg
from sqlalchemy import Engine, PoolProxiedConnection
from sqlalchemy.exc import DBAPIError

from core.errors import CommitUnknown, StorageTrouble
from core.ports import Unit
from core.storage.connection import Connection
from core.storage.jobs import Callback, Callbacks, Job, MissedCallback, Timed, Work, hand_out, untimed
from core.storage.listening import Listener, notify
from core.storage.trouble import lost, passing, postgres_trouble
from core.storage.unit import SqlUnit

T = TypeVar("T")

THREADS = 4
PAUSES = (0.02, 0.1, 0.3, 1.0, 2.0)  # seconds between tries: long enough for a server to come back


class PostgresStore:
    """Connects with the first unit of work."""

    def __init__(self, engine: Engine, place: str, threads: int = THREADS) -> None:
        self.engine = engine
        self.place = place
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="aftercare-database")
        self.mine = local()
        self.all_lent: list[PoolProxiedConnection] = []
        self.callbacks = Callbacks()
        self.timed: Timed = untimed
        self.listener: Listener | None = None
        self.closed = False

    async def run(self, work: Callable[[Unit], T]) -> T:
        if self.closed:
            raise StorageTrouble("The store is closed.")
        loop = asyncio.get_running_loop()
        if self.callbacks.posted and self.listener is None:
            self.listener = Listener(self.engine, loop, self.callbacks)
            self.listener.start()
        future: asyncio.Future[T] = loop.create_future()
        begun = monotonic()
        self.pool.submit(self.carry, Job(work, future))
        try:
            return await future
        finally:
            self.timed(monotonic() - begun)

    def on_commit(self, callback: Callback) -> None:
        """Call back, on the event loop, after a commit here or elsewhere that leaves something to deliver."""
        self.callbacks.posted.append(callback)

    def on_missed(self, callback: MissedCallback) -> None:
        """Call back, on the event loop, after a commit here or elsewhere that leaves a line to wait for somebody."""
        self.callbacks.missed.append(callback)

    async def close(self) -> None:
        """What was asked for before is still done."""
        self.closed = True
        await asyncio.to_thread(self.pool.shutdown)
        if self.listener:
            await asyncio.to_thread(self.listener.leave)
        for lent in self.all_lent:
            lent.close()
        self.engine.dispose()

    def carry(self, job: Job) -> None:
        try:
            job.result, job.posted = self.persist(job.work)
        except (psycopg.Error, OSError, DBAPIError) as error:
            job.error = postgres_trouble(error, self.place)  # without its cause, which may quote people
        except BaseException as error:  # noqa: BLE001 - whoever asked gets it
            job.error = error
        hand_out([job], self.callbacks)

    def persist(self, work: Work) -> tuple[Any, bool]:
        """Units are pure, so one that lost a race or its connection before the commit is simply run again."""
        for pause in PAUSES:
            try:
                return self.once(work)
            except (psycopg.Error, OSError, DBAPIError) as error:
                if not passing(error):
                    raise
                sleep(pause)
        return self.once(work)

    def once(self, work: Work) -> tuple[Any, bool]:
        lent = self.lent()
        try:
            cursor: Any = lent.cursor()
            connection = Connection(cursor, self.engine.dialect)
            result = work(SqlUnit(connection))
            notify(cursor, connection)
            self.commit(lent)
        except BaseException:
            self.give_up(lent)
            raise
        return result, connection.posted

    def lent(self) -> PoolProxiedConnection:
        """The thread's own connection: when the server was away, each thread meets one dead one and no more."""
        lent: PoolProxiedConnection | None = getattr(self.mine, "lent", None)
        if lent is None:
            lent = self.mine.lent = self.engine.raw_connection()
            self.all_lent.append(lent)
        return lent

    def commit(self, lent: PoolProxiedConnection) -> None:
        try:
            lent.commit()
        except (psycopg.Error, OSError) as error:
            if lost(error):
                raise CommitUnknown(f"The connection to {self.place} broke during a commit.") from None
            raise

    def give_up(self, lent: PoolProxiedConnection) -> None:
        """Roll back; a connection that cannot even do that is thrown away."""
        try:
            lent.rollback()
        except (psycopg.Error, OSError):
            self.mine.lent = None
            self.all_lent.remove(lent)
            lent.invalidate()
            lent.close()
