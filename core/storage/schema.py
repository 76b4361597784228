"""Bring a database's tables up to date, all of it or nothing."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from core.errors import StorageTrouble
from core.storage.engines import engine_for, is_sqlite, place
from core.storage.trouble import trouble

MIGRATIONS = Path(__file__).with_name("migrations")
LOCK = 53667  # of whoever migrates, among several replicas that start at once


def migrate(url: str, to: str = "head") -> None:
    """Raises StorageTrouble; then the database is as it was."""
    with connected(url) as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
        refuse_newer(revision_in(connection), f"The database {place(url)}")
        config = settings()
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        if connection.dialect.name == "sqlite":
            check_references(connection)


def go_back(url: str, to: str) -> None:
    """To an earlier revision; what only the later one knew is lost. Raises StorageTrouble."""
    with connected(url) as connection:
        config = settings()
        config.attributes["connection"] = connection
        command.downgrade(config, to)


def is_current(url: str) -> bool:
    """Are the tables those that this version of the desk needs? Raises StorageTrouble if nobody can tell."""
    return revision_of(url) == newest()


def revision_of(url: str) -> str | None:
    """How far the tables are; None if there are none. Raises StorageTrouble, also if they are from a newer version."""
    made = make_url(url)
    if is_sqlite(made) and not (made.database and Path(made.database).exists()):
        return None
    with connected(url) as connection:
        revision = revision_in(connection)
    refuse_newer(revision, f"The database {place(url)}")
    return revision


def revision_in(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def refuse_newer(revision: str | None, what: str) -> None:
    known = (script.revision for script in ScriptDirectory.from_config(settings()).walk_revisions())
    if revision is not None and revision not in known:
        raise StorageTrouble(f"{what} is from a newer version of the desk: go on with that one, or with an older copy.")


def newest() -> str | None:
    return ScriptDirectory.from_config(settings()).get_current_head()


def settings() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return config


@contextmanager
def connected(url: str) -> Generator[Connection]:
    """One transaction. References are checked at its end: a table that is rebuilt is gone for a moment."""
    engine = engine_for(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", leave_references)
    try:
        with engine.begin() as connection:
            yield connection
    except (DBAPIError, OSError) as error:
        raise trouble(error, place(url)) from error
    finally:
        engine.dispose()


def leave_references(connection: Any, _: Any) -> None:  # noqa: ANN401 - what the pool hands over
    connection.execute("PRAGMA foreign_keys=OFF")


def check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise OSError(f"{len(broken)} rows refer to rows that are not there")
