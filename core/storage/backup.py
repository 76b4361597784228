"""Take a copy of the whole database, and put one back so that nothing is sent again."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.engine import make_url

from core.errors import StorageTrouble
from core.storage.connection import Connection
from core.storage.engines import engine_for, is_sqlite, place
from core.storage.file_copy import copy_file, put_back
from core.storage.milestones import COPYING, reached
from core.storage.schema import is_current, refuse_newer, revision_of
from core.storage.server_copy import dump, load, revision_in_dump
from core.storage.statements import Statement
from core.storage.tables import people
from core.storage.unit import SqlUnit

ANYBODY = Statement(select(func.count()).select_from(people))


def backup(url: str, target: Path, at: datetime) -> None:
    """While the desk runs. The copy is checked before it gets its name, and knows when it was begun.

    Raises StorageTrouble.
    """
    if target.exists():
        raise StorageTrouble(f"{target} is there already; a backup never overwrites one.")
    if not target.parent.is_dir():
        raise StorageTrouble(f"There is no folder {target.parent} for the backup.")
    made = make_url(url)
    unfinished = target.with_name(f"{target.name}.unfinished")
    if is_current(url):
        reached(url, COPYING, at)
    try:
        unfinished.unlink(missing_ok=True)
        copy_file(made, unfinished) if is_sqlite(made) else dump(made, unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise StorageTrouble(f"The backup {target} cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def restore(source: Path, url: str, *, overwrite: bool = False) -> int:
    """While the desk stands still. What was unsent is held until it is released; gives how much that is.

    Raises StorageTrouble, also if somebody is in the database already, unless told to `overwrite` it.
    """
    made = make_url(url)
    if not source.exists():
        raise StorageTrouble(f"There is no backup {source}.")
    if not overwrite and in_use(url):
        raise StorageTrouble(f"The database {place(made)} is not empty; say so if it is to be overwritten.")
    if is_sqlite(made):
        return put_back(source, made)
    refuse_newer(revision_in_dump(source), str(source))
    load(source, made)
    return hold(url)


def in_use(url: str) -> bool:
    if not has_tables(url):
        return False
    engine = engine_for(url)
    with closing(engine.raw_connection()) as lent:
        found = Connection(lent.cursor(), engine.dialect).number(ANYBODY)
    engine.dispose()
    return found > 0


def has_tables(url: str) -> bool:
    """Of whatever age: an older desk is not overwritten by mistake either."""
    try:
        return revision_of(url) is not None
    except StorageTrouble as trouble:
        raise StorageTrouble(f"{trouble} If it is to be overwritten all the same, say so.") from trouble


def hold(url: str) -> int:
    engine = engine_for(url)
    with closing(engine.raw_connection()) as lent:
        held = SqlUnit(Connection(lent.cursor(), engine.dialect)).outbox.hold_all()
        lent.commit()
    engine.dispose()
    return held
