"""Open the desk's store, whichever database it is on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from typing import TypeAlias

from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from core.storage.engines import engine_for, is_sqlite, place
from core.storage.postgres import PostgresStore
from core.storage.sqlite import SqliteStore, opened
from core.storage.tables import metadata

SqlStore: TypeAlias = SqliteStore | PostgresStore


def open_store(url: str) -> SqlStore:
    """`sqlite:///path/aftercare.db` or `postgresql://…`, migrated before; `sqlite://` is a new one in memory.

    Raises StorageTrouble if an SQLite file cannot be opened; PostgreSQL is reached with the first unit of work.
    """
    made = make_url(url)
    engine = engine_for(url)
    if not is_sqlite(made):
        return PostgresStore(engine, place(made))
    store = SqliteStore(engine, place(made))
    if not made.database:
        fill(engine)
    return store


def fill(engine: Engine) -> None:
    with closing(sqlite3.connect(":memory:")) as source, closing(opened(engine, "in memory")) as target:
        source.deserialize(blank())
        source.backup(target)


@cache
def blank() -> bytes:
    """All tables and nothing in them: to make them takes twenty times as long as to copy them."""
    engine = engine_for("sqlite://")
    with closing(opened(engine, "in memory")) as made:
        with engine.begin() as connection:
            metadata.create_all(connection)
        return made.serialize()
