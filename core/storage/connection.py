"""One connection to the database, within one unit of work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from typing import Any

from sqlalchemy import Dialect

from core.storage.statements import NewRow, NewRows, Row, Statement


class Connection:
    """Says statements to the database. `posted`, `erased` and `missed` tell the store what to do after the commit."""

    __slots__ = ("cursor", "dialect", "erased", "missed", "posted", "shared")

    def __init__(self, cursor: Any, dialect: Dialect) -> None:  # noqa: ANN401 - each driver has its own type
        self.cursor = cursor
        self.dialect = dialect
        self.shared = dialect.name == "postgresql"  # others write at the same time
        self.posted = False
        self.erased = False
        self.missed: dict[int, int] = {}  # the first line that waits for somebody to come back, by chat

    def all(self, statement: Statement, /, **given: object) -> list[Row]:
        prepared = statement.on(self.dialect)
        self.cursor.execute(prepared.sql, prepared.values(given))
        return prepared.rows(self.cursor.fetchall())

    def one(self, statement: Statement, /, **given: object) -> Row | None:
        """The first row; more are not expected."""
        prepared = statement.on(self.dialect)
        self.cursor.execute(prepared.sql, prepared.values(given))
        found = self.cursor.fetchone()
        return None if found is None else prepared.row(found)

    def number(self, statement: Statement, /, **given: object) -> int:
        """The number in the first column of the only row: a count."""
        prepared = statement.on(self.dialect)
        self.cursor.execute(prepared.sql, prepared.values(given))
        return int(self.cursor.fetchone()[0])

    def new(self, row: NewRow, /, **given: object) -> Row:
        """The id of the row, then what it tells; nothing if there is one like it."""
        if self.shared:
            return self.one(row, **given) or ()
        if not self.change(row.quietly, **given):
            return ()
        number = self.cursor.lastrowid
        return (number, *(self.one(row.rest, number=number) or ())) if row.rest else (number,)

    def change(self, statement: Statement, /, **given: object) -> int:
        """How many rows it touched."""
        prepared = statement.on(self.dialect)
        self.cursor.execute(prepared.sql, prepared.values(given))
        return int(self.cursor.rowcount)

    def each(self, statement: Statement, rows: Iterable[Mapping[str, object]], /) -> int:
        """Once for each row of values; how many rows it touched altogether."""
        prepared = statement.on(self.dialect)
        self.cursor.executemany(prepared.sql, [prepared.values(row) for row in rows])
        return int(self.cursor.rowcount)

    def add(self, rows: NewRows, values: Collection[Row], /) -> None:
        """Rows with their values in the order of the columns."""
        prepared = rows.of(len(values)).on(self.dialect)
        self.cursor.execute(prepared.sql, prepared.in_order(chain.from_iterable(values)))

    def leave_waiting(self, chat_id: int, line: int) -> None:
        self.missed[chat_id] = min(line, self.missed.get(chat_id, line))
