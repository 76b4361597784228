"""Moments that are remembered by name: when the desk was first opened, last copied, and last heard of a network."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from core.storage.connection import Connection
from core.storage.engines import engine_for, place
from core.storage.statements import Statement, given, keep
from core.storage.tables import milestones
from core.storage.trouble import trouble

OPENED, COPYING, COPIED = "opened", "copying", "copied"
M = milestones.c
FIRST = Statement(keep(milestones).on_conflict_do_nothing(index_elements=["name"]))
LATEST = Statement(keep(milestones).on_conflict_do_update(index_elements=["name"], set_={"at": given("at")}))
WHEN = Statement(select(M.at).where(M.name == given("name")))


class MilestoneRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def of(self, name: str) -> datetime | None:
        row = self.connection.one(WHEN, name=name)
        return row[0] if row else None

    def reach(self, name: str, at: datetime) -> None:
        self.connection.change(LATEST, name=name, at=at)


def reached(url: str, name: str, at: datetime, statement: Statement = LATEST) -> None:
    """Write it down. Raises StorageTrouble."""
    engine = engine_for(url)
    try:
        with engine.begin() as connection, closing(connection.connection.cursor()) as cursor:
            Connection(cursor, engine.dialect).change(statement, name=name, at=at)
    except (DBAPIError, OSError) as error:
        raise trouble(error, place(url)) from error
    finally:
        engine.dispose()


def opened(url: str, at: datetime) -> None:
    """Later openings change nothing. Raises StorageTrouble."""
    reached(url, OPENED, at, FIRST)


def when(connection: Connection, name: str) -> datetime | None:
    row = connection.one(WHEN, name=name)
    return row[0] if row else None
