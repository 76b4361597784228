"""Copies of an SQLite database, taken and put back while others may have it open."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.engine import URL

from core.errors import StorageTrouble
from core.storage.connection import Connection
from core.storage.engines import place
from core.storage.schema import refuse_newer
from core.storage.trouble import sqlite_trouble
from core.storage.unit import SqlUnit


def copy_file(url: URL, target: Path) -> None:
    """One moment of the database, whatever is written meanwhile. Raises StorageTrouble, OSError."""
    path = Path(url.database or "")
    if not path.is_file():
        raise StorageTrouble(f"There is no database {place(url)}.")
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
    except sqlite3.Error as error:
        raise sqlite_trouble(error, f"{place(url)} or its copy {target}") from error
    check(target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())  # VACUUM leaves that to us


def put_back(source: Path, url: URL) -> int:
    """Held before it takes its place: there is no moment at which it could be sent."""
    check(source)
    path = Path(url.database or "")
    prepared = path.with_name(f"{path.name}.restoring")
    try:
        shutil.copyfile(source, prepared)
        held = hold(prepared)
        put_in_place(prepared, path)
    except sqlite3.Error as error:
        raise sqlite_trouble(error, place(url)) from error
    except OSError as error:
        raise StorageTrouble(f"The database {place(url)} cannot be written: {error.strerror}.") from error
    finally:
        prepared.unlink(missing_ok=True)
    return held


def put_in_place(prepared: Path, path: Path) -> None:
    """What is too damaged to be written over is set aside: something in it may still be saved."""
    try:
        write_over(prepared, path)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        path.replace(path.with_name(f"{path.name}.damaged"))
        for rest in ("-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
        write_over(prepared, path)


def write_over(prepared: Path, path: Path) -> None:
    with closing(sqlite3.connect(prepared)) as restored, closing(sqlite3.connect(path)) as current:
        restored.backup(current)


def hold(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        held = SqlUnit(Connection(connection.cursor(), create_engine("sqlite://").dialect)).outbox.hold_all()
        connection.commit()
    return held


def check(path: Path) -> None:
    """Raises StorageTrouble if the file is not a whole database of a desk."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            ((said,),) = connection.execute("PRAGMA integrity_check(1)").fetchall()
            known = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'outbox'").fetchone()[0]
            revision = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    except sqlite3.Error as error:
        raise sqlite_trouble(error, str(path)) from error
    if said != "ok":
        raise StorageTrouble(f"The copy {path} is damaged: {said}.")
    if not known:
        raise StorageTrouble(f"{path} is not a copy of a desk.")
    refuse_newer(revision[0] if revision else None, str(path))
