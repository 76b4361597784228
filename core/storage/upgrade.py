"""Bring a database up to date; an SQLite file that is older is copied first, so that there is a way back."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import URL, make_url

from core.errors import StorageTrouble
from core.storage.engines import is_sqlite
from core.storage.file_copy import copy_file
from core.storage.schema import migrate, newest, revision_of

KEPT = 2  # copies; each lies beside the database and is named for the revision that it is at


def upgrade(url: str) -> Path | None:
    """The copy, if one was made. Raises StorageTrouble; then the database is as it was.

    A process that is killed half-way leaves the database as it was, and the next one begins anew. PostgreSQL takes
    back what was not committed just so; its copies are for whoever looks after the server.
    """
    made = make_url(url)
    copy = copied(made, url) if is_sqlite(made) and made.database else None
    migrate(url)
    return copy


def copied(made: URL, url: str) -> Path | None:
    path = Path(made.database or "")
    before = revision_of(url)
    if before in (None, newest()):
        return None
    copy = path.with_name(f"{path.name}.at-{before}")
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        copy_file(made, unfinished)
        unfinished.replace(copy)
        forget_older(path)
    except OSError as error:
        raise StorageTrouble(
            f"The copy {copy}, made before an upgrade, cannot be written: {error.strerror}."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return copy


def forget_older(path: Path) -> None:
    copies = sorted(path.parent.glob(f"{path.name}.at-*"), key=lambda copy: copy.stat().st_mtime)
    for copy in copies[:-KEPT]:
        copy.unlink()
