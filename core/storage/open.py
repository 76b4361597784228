"""Open the desk's store, whichever database it is on."""

from __future__ import annotations

from sqlalchemy.engine import make_url

from core.storage.engines import engine_for, is_sqlite, place
from core.storage.sqlite import SqliteStore
from core.storage.tables import metadata


def open_store(url: str) -> SqliteStore:
    """`sqlite:///path/aftercare.db` or `postgresql://…`, migrated before; `sqlite://` is a new one in memory.

    Raises StorageTrouble if it cannot be opened.
    """
    made = make_url(url)
    engine = engine_for(url)
    if not is_sqlite(made):
        raise NotImplementedError
    store = SqliteStore(engine, place(made))
    if not made.database:
        with engine.begin() as connection:
            metadata.create_all(connection)
    return store
