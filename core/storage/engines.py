"""How the databases are opened; the same for the desk, for its migrations and for its tests."""

from __future__ import annotations

import secrets
import sqlite3
from pathlib import Path
from types import NoneType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import NullPool

PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",  # what was confirmed survives a power cut
    "foreign_keys": "ON",
    "secure_delete": "ON",  # what was deleted is overwritten
    "busy_timeout": "5000",
    "cache_size": "-32768",  # KiB; what is open stays in it however long the history grows
}


def sqlite_engine(url: URL) -> Engine:
    """Transactions begin with BEGIN IMMEDIATE: one that waits is better than one that fails half-way."""
    sqlite3.register_adapter(NoneType, lambda nothing: nothing)  # else its driver looks long for one, each time
    engine = create_engine(
        sqlite_url(url),
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"isolation_level": None, "check_same_thread": False, "cached_statements": 256},
    )
    event.listen(engine, "connect", set_pragmas)
    event.listen(engine, "begin", begin_immediate)
    return engine


def postgres_engine(url: URL, connections: int = 4) -> Engine:
    """Whoever waits five seconds for a lock gives up and tries again; a silent holder is shown the door."""
    return create_engine(
        postgres_url(url),
        pool_size=connections,
        max_overflow=2,
        hide_parameters=True,
        connect_args={
            "connect_timeout": 5,
            "application_name": "aftercare",
            "options": "-c lock_timeout=5s -c idle_in_transaction_session_timeout=60s",
        },
    )


def engine_for(url: str) -> Engine:
    made = make_url(url)
    return sqlite_engine(made) if is_sqlite(made) else postgres_engine(made)


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def sqlite_url(url: URL) -> URL:
    """Without a path: a database in memory, which all connections of this very URL share."""
    plain = url.set(drivername="sqlite+pysqlite")
    if url.database:
        return plain
    name = f"file:aftercare-{secrets.token_hex(8)}"
    return plain.set(database=name, query={"mode": "memory", "cache": "shared", "uri": "true"})


def postgres_url(url: URL) -> URL:
    return url.set(drivername="postgresql+psycopg")


def place(url: str | URL) -> str:
    """What to call this database in a message: the path, or the host and name; never a password."""
    made = make_url(url)
    if is_sqlite(made):
        return str(Path(made.database).absolute()) if made.database else "in memory"
    return f"{made.host or 'localhost'}/{made.database}"


def set_pragmas(connection: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401 - the pool's record
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}")


def begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
