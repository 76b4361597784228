"""The one thread that writes to SQLite. What has queued up is committed together: one fsync for all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic

from sqlalchemy import Dialect

from core.errors import StorageTrouble
from core.storage.connection import Connection
from core.storage.jobs import NOBODY, Callbacks, Job, hand_out
from core.storage.missed import missed_in
from core.storage.trouble import sqlite_trouble
from core.storage.unit import SqlUnit

MOST_UNITS, MOST_SECONDS = 64, 0.02  # of one group


class Undone(Exception):
    """SQLite has given up the whole transaction, not only one unit's part of it."""


class Writer(Thread):
    """Runs until it takes None from the queue."""

    def __init__(self, connection: sqlite3.Connection, dialect: Dialect, place: str, callbacks: Callbacks) -> None:
        super().__init__(name="aftercare-writer", daemon=True)
        self.queue: SimpleQueue[Job | None] = SimpleQueue()
        self.connection = connection
        self.cursor = connection.cursor()
        self.dialect = dialect
        self.place = place
        self.callbacks = callbacks
        self.leaving = False
        self.over = False  # nothing is taken from the queue any more
        self.to_overwrite = False  # something was erased, and the log still holds it

    def run(self) -> None:
        try:
            while not self.leaving:
                job = self.queue.get()
                if job is None:
                    break
                self.carry(job)
        finally:
            self.over = True
            self.connection.close()
            self.turn_away()

    def turn_away(self) -> None:
        """Nobody is left waiting for what will not be done."""
        while job := self.next_job():
            job.error = StorageTrouble("The store is closed.")
            hand_out([job], NOBODY)

    def carry(self, first: Job) -> None:
        """One group: everything that is waiting, in one transaction."""
        group: list[Job] = []
        try:
            self.cursor.execute("BEGIN IMMEDIATE")
            self.fill(group, first)
            self.cursor.execute("COMMIT")
        except (sqlite3.Error, Undone) as error:
            self.undo(group or [first], error)
        if self.to_overwrite:
            self.overwrite()
        hand_out(group or [first], self.callbacks)

    def fill(self, group: list[Job], first: Job) -> None:
        """Units are pure: where one fails, those before it are run again. From then on each can be taken back alone."""
        job: Job | None = first
        until = monotonic() + MOST_SECONDS
        apart = False
        while job is not None:
            group.append(job)
            if apart:
                self.attempt_apart(job)
            elif not self.attempt(job):
                self.begin_again(group[:-1])
                apart = True
            job = self.next_job() if len(group) < MOST_UNITS and monotonic() < until else None

    def next_job(self) -> Job | None:
        try:
            job = self.queue.get_nowait()
        except Empty:
            return None
        self.leaving = job is None
        return job

    def attempt(self, job: Job) -> bool:
        """Whether the unit was done. What it raises goes to whoever asked for it."""
        connection = Connection(self.cursor, self.dialect)
        try:
            job.result = job.work(SqlUnit(connection))
            job.missed = missed_in(connection) if connection.missed else ()
        except BaseException as error:  # noqa: BLE001 - whoever asked gets it
            job.error = self.told(error)
            return False
        job.posted = connection.posted
        self.to_overwrite = self.to_overwrite or connection.erased
        return True

    def attempt_apart(self, job: Job) -> None:
        """What it raises undoes no more than its own part."""
        self.cursor.execute("SAVEPOINT unit")
        if not self.attempt(job):
            self.look_for_transaction()
            self.cursor.execute("ROLLBACK TO unit")
        self.cursor.execute("RELEASE unit")

    def begin_again(self, jobs: Sequence[Job]) -> None:
        self.look_for_transaction()
        self.cursor.execute("ROLLBACK")
        self.cursor.execute("BEGIN IMMEDIATE")
        for job in jobs:
            self.attempt_apart(job)

    def look_for_transaction(self) -> None:
        if not self.connection.in_transaction:
            raise Undone

    def undo(self, group: Sequence[Job], error: Exception) -> None:
        with suppress(sqlite3.Error):  # then the next transaction says what is wrong
            self.connection.rollback()
        lost = self.told(error) if isinstance(error, sqlite3.Error) else self.lost(group)
        for job in group:
            job.error = job.error or lost

    def lost(self, group: Sequence[Job]) -> BaseException:
        """What made SQLite give up is the last unit's own trouble."""
        last = group[-1].error
        return last if isinstance(last, StorageTrouble) else StorageTrouble(f"The database {self.place} gave up.")

    def told(self, error: BaseException) -> BaseException:
        if not isinstance(error, sqlite3.Error):
            return error
        trouble = sqlite_trouble(error, self.place)
        trouble.__cause__ = error
        return trouble

    def overwrite(self) -> None:
        """Empty the write-ahead log. A reader may be in the way: then after the next commit."""
        with suppress(sqlite3.Error):
            busy, *_ = self.cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self.to_overwrite = bool(busy)
