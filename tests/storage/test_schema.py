from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.config import Config
from psycopg import connect
from sqlalchemy import Connection, inspect

from core.errors import StorageTrouble
from core.storage import schema
from core.storage.engines import engine_for
from core.storage.schema import is_current, migrate
from core.storage.tables import metadata

FAILING = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("people", sa.Column("shoe_size", sa.Integer()))
    op.create_table("shoes", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("INSERT INTO keys VALUES ('half', 'done', '', '', 1)")
    raise OSError("the cable was pulled")
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def nothing(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new.db'}"
        return
    server = request.getfixturevalue("postgres_server")
    with connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE nothing")
        yield server.get_uri("nothing")
        connection.execute("DROP DATABASE nothing WITH (FORCE)")


def test_a_new_database_is_not_current_until_it_is_migrated(nothing: str) -> None:
    assert not is_current(nothing)
    migrate(nothing)
    assert is_current(nothing)
    migrate(nothing)


def test_looking_at_a_database_that_is_not_there_does_not_make_one(tmp_path: Path) -> None:
    assert not is_current(f"sqlite:///{tmp_path / 'new.db'}")
    assert list(tmp_path.iterdir()) == []


def test_the_migrations_make_the_tables_that_the_code_expects(nothing: str, tmp_path: Path) -> None:
    migrate(nothing)
    assert described(nothing, without="alembic_version") == described_from_code(nothing, tmp_path)


def test_a_migration_that_fails_half_way_leaves_the_old_tables(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = described(url)
    folder = tmp_path / "migrations"
    shutil.copytree(Path(schema.__file__).with_name("migrations"), folder)
    (folder / "versions" / "9999_shoes.py").write_text(FAILING.format(head=schema.newest()))
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    with pytest.raises(StorageTrouble, match="cable was pulled"):
        migrate(url)
    assert not is_current(url)
    monkeypatch.undo()
    assert described(url) == before
    assert is_current(url)


def test_tables_of_a_newer_version_are_left_alone(nothing: str) -> None:
    migrate(nothing)
    engine = engine_for(nothing)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    before = described(nothing)
    for look in (is_current, migrate):
        with pytest.raises(StorageTrouble, match="is from a newer version of the desk"):
            look(nothing)
    assert described(nothing) == before


def test_a_migration_that_breaks_references_is_taken_back(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alembic.command.upgrade", leave_a_dangling_reference)
    with pytest.raises(StorageTrouble, match="1 rows refer to rows that are not there"):
        migrate(sqlite_url)
    connection = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    assert connection.execute("SELECT count(*) FROM media").fetchone() == (0,)
    connection.close()


def leave_a_dangling_reference(config: Config, _: str) -> None:
    connection: Connection = config.attributes["connection"]
    connection.exec_driver_sql("INSERT INTO media VALUES ('a', 999, 'image/png', 1, 1, NULL, '')")


def test_going_back_leaves_nothing(nothing: str) -> None:
    migrate(nothing)
    schema.go_back(nothing, "base")
    assert described(nothing, without="alembic_version") == {}
    migrate(nothing)


def described_from_code(url: str, folder: Path) -> dict[str, object]:
    """The same kind of database, made from the tables in the code."""
    if url.startswith("sqlite"):
        other = f"sqlite:///{folder / 'from_code.db'}"
        make_tables(other)
        return described(other)
    with connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    make_tables(url)
    return described(url)


def make_tables(url: str) -> None:
    engine = engine_for(url)
    with engine.begin() as connection:
        metadata.create_all(connection)
    engine.dispose()


def described(url: str, without: str = "") -> dict[str, object]:
    """All that the database says about its tables: columns, keys, indexes with their conditions."""
    engine = engine_for(url)
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        found: dict[str, object] = {table: table_of(connection, table) for table in tables if table != without}
    engine.dispose()
    return found


def table_of(connection: Connection, table: str) -> object:
    looked_at = inspect(connection)
    if connection.dialect.name == "postgresql":
        rows = connection.exec_driver_sql("SELECT indexdef FROM pg_indexes WHERE tablename = %s", (table,))
    else:
        rows = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?", (table,)
        )
    indexes = sorted(re.sub(r"\s+", " ", str(row[0])) for row in rows if row[0])
    columns = [{**column, "type": str(column["type"])} for column in looked_at.get_columns(table)]
    foreign = sorted(looked_at.get_foreign_keys(table), key=str)
    unique = sorted(looked_at.get_unique_constraints(table), key=str)
    return columns, looked_at.get_pk_constraint(table)["constrained_columns"], foreign, unique, indexes
