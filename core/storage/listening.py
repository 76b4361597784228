"""Hear what other replicas have posted: PostgreSQL tells all who listen, when their transactions commit."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from collections.abc import Sequence
from threading import Event, Thread

import psycopg
from sqlalchemy import Engine

from core.storage.jobs import Callback

CHANNEL = "aftercare_outbox"
AGAIN_AFTER = 2.0  # seconds; meanwhile the timetable looks at the outbox anyway


class Listener(Thread):
    def __init__(self, engine: Engine, loop: AbstractEventLoop, callbacks: Sequence[Callback]) -> None:
        super().__init__(name="aftercare-listener", daemon=True)
        self.engine = engine
        self.loop = loop
        self.callbacks = callbacks
        self.leaving = Event()

    def run(self) -> None:
        while not self.leaving.is_set():
            try:
                self.listen()
            except (psycopg.Error, OSError):
                self.leaving.wait(AGAIN_AFTER)

    def listen(self) -> None:
        arguments, options = self.engine.dialect.create_connect_args(self.engine.url)
        with psycopg.connect(*arguments, **options, autocommit=True) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            while not self.leaving.is_set():
                for _ in connection.notifies(timeout=1.0, stop_after=1):
                    self.wake()

    def wake(self) -> None:
        if self.leaving.is_set() or self.loop.is_closed():
            return
        for callback in self.callbacks:
            self.loop.call_soon_threadsafe(callback)

    def leave(self) -> None:
        self.leaving.set()
        self.join()
