"""What went wrong with a database, in words for whoever runs the desk."""

from __future__ import annotations

import sqlite3

import psycopg
from sqlalchemy.exc import DBAPIError

from core.errors import StorageTrouble

WORDS = {
    sqlite3.SQLITE_BUSY: "is locked: another process is writing to it",
    sqlite3.SQLITE_LOCKED: "is locked by another connection",
    sqlite3.SQLITE_FULL: "is full: there is no room left on its disk",
    sqlite3.SQLITE_READONLY: "may only be read: check the rights of the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: does its folder exist, and may it be written?",
    sqlite3.SQLITE_PERM: "may not be opened: check the rights of the file",
    sqlite3.SQLITE_IOERR: "cannot be written or read: its disk has failed or is full",
    sqlite3.SQLITE_CORRUPT: "is damaged: restore the latest backup",
    sqlite3.SQLITE_NOTADB: "is not a database",
}

RACES = {"40001", "40P01", "55P03", "23505"}  # serialization, deadlock, lock timeout, uniqueness
GONE = ("08", "57P", "53300")  # connection, shutdown or start, too many clients


def trouble(error: DBAPIError | OSError, place: str) -> StorageTrouble:
    cause = original(error)
    return sqlite_trouble(cause, place) if isinstance(cause, sqlite3.Error) else postgres_trouble(error, place)


def sqlite_trouble(error: sqlite3.Error, place: str) -> StorageTrouble:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return StorageTrouble(f"The database {place} {WORDS.get(code) or explained(str(error))}.")


def postgres_trouble(error: psycopg.Error | OSError | DBAPIError, place: str) -> StorageTrouble:
    """Only the first line of what the server says: the others may quote what somebody wrote."""
    cause = original(error)
    said = cause.diag.message_primary if isinstance(cause, psycopg.Error) else None
    first = said or str(cause).partition("\n")[0] or type(cause).__name__
    return StorageTrouble(f"The database {place} {explained(first)}.")


def passing(error: BaseException) -> bool:
    """Trying again may help: the connection was lost, or somebody else was in the way.

    A violated uniqueness is among these: two were first at once, and the second try finds the other's row.
    """
    cause = original(error)
    return lost(cause) or (isinstance(cause, psycopg.Error) and cause.sqlstate in RACES)


def lost(error: BaseException) -> bool:
    """The connection is gone, or the server is going."""
    cause = original(error)
    if isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError):
        return cause.sqlstate is None or cause.sqlstate.startswith(GONE)
    return isinstance(cause, OSError)


def original(error: BaseException) -> BaseException:
    return error.orig if isinstance(error, DBAPIError) and error.orig else error


def explained(said: str) -> str:
    if "no such table" in said or ("relation" in said and "does not exist" in said):
        return f"is not set up, or not up to date: run `aftercare migrate` ({said})"
    return f"refuses: {said}"
