"""Hear what other replicas have posted: PostgreSQL tells all who listen, when their transactions commit."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from selectors import EVENT_READ, DefaultSelector
from socket import socketpair
from threading import Event, Thread
from typing import Any

import psycopg
from sqlalchemy import Engine

from core.storage.connection import Connection
from core.storage.jobs import Callbacks
from core.storage.missed import Missed, missed_in

POSTED, MISSED = "aftercare_outbox", "aftercare_missed"
AGAIN_AFTER = 2.0  # seconds; meanwhile the timetable looks at the outbox anyway
LOOK_AFTER = 5.0  # seconds, though nothing was heard


class Listener(Thread):
    def __init__(self, engine: Engine, loop: AbstractEventLoop, callbacks: Callbacks) -> None:
        super().__init__(name="aftercare-listener", daemon=True)
        self.engine = engine
        self.loop = loop
        self.callbacks = callbacks
        self.leaving = Event()
        self.bell, self.ear = socketpair()  # so that who leaves need not wait until it looks up

    def run(self) -> None:
        while not self.leaving.is_set():
            try:
                self.listen()
            except (psycopg.Error, OSError):
                self.leaving.wait(AGAIN_AFTER)

    def listen(self) -> None:
        arguments, options = self.engine.dialect.create_connect_args(self.engine.url)
        with psycopg.connect(*arguments, **options, autocommit=True) as connection:
            connection.execute(f"LISTEN {POSTED}")
            connection.execute(f"LISTEN {MISSED}")
            with DefaultSelector() as waiting:
                waiting.register(connection, EVENT_READ)
                waiting.register(self.ear, EVENT_READ)
                while not self.leaving.is_set():
                    for heard in connection.notifies(timeout=0):
                        self.tell(heard)
                    waiting.select(LOOK_AFTER)

    def tell(self, heard: psycopg.Notify) -> None:
        if self.leaving.is_set() or self.loop.is_closed():
            return
        if heard.channel == MISSED:
            missed = Missed.read(heard.payload)
            for hear in self.callbacks.missed:
                self.loop.call_soon_threadsafe(hear, missed)
        else:
            for callback in self.callbacks.posted:
                self.loop.call_soon_threadsafe(callback)

    def leave(self) -> None:
        self.leaving.set()
        self.bell.send(b".")
        self.join()
        self.bell.close()
        self.ear.close()


def notify(cursor: Any, connection: Connection) -> None:  # noqa: ANN401 - each driver has its own type
    """Tell all replicas, with the commit, what this unit of work leaves to them."""
    if connection.posted:
        cursor.execute(f"NOTIFY {POSTED}")
    for missed in missed_in(connection):
        cursor.execute("SELECT pg_notify(%s, %s)", (MISSED, missed.written()))
