"""Core statements, compiled once for each kind of database and then handed straight to its driver.

Core's bookkeeping around one execution (context, cursor result, rows) costs four times what SQLite needs for the
work itself. The statement, its types and its dialects are Core's; only that part is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from sqlalchemy import BindParameter, ColumnElement, Dialect, Table, Text, bindparam, literal_column, select
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from core.storage.types import READERS, WRITERS
from core.values import dataclass

Row: TypeAlias = tuple[Any, ...]
Convert: TypeAlias = Callable[[Any], Any]


class Statement:
    """One sentence to a database. Made at import; compiled when a database first hears it."""

    __slots__ = ("clause", "prepared")

    def __init__(self, clause: Executable) -> None:
        self.clause = clause
        self.prepared: dict[str, Prepared] = {}

    def on(self, dialect: Dialect) -> Prepared:
        found = self.prepared.get(dialect.name)
        if found is None:
            found = self.prepared[dialect.name] = prepare(self.clause, dialect)
        return found


class NewRow(Statement):
    """A row to add, and what is to be known of it: its id, and what it `tells`.

    SQLite collects what it returns in a table of its own, which takes longer than the row itself: there it is added
    `quietly` and then read.
    """

    __slots__ = ("quietly", "rest")

    def __init__(self, clause: Insert, *tells: ColumnElement[Any]) -> None:
        number = clause.table.c.id
        super().__init__(clause.returning(number, *tells))
        self.quietly = Statement(clause)
        self.rest = Statement(select(*tells).where(number == given("number"))) if tells else None


@dataclass(frozen=True, slots=True)
class Prepared:
    sql: str
    positional: bool
    constants: Mapping[str, Any]  # as the driver takes them
    names: tuple[str, ...]  # of the values, in the order of their places
    writers: tuple[tuple[int, Convert], ...]  # for the places that need one, and what is not NULL there
    readers: tuple[tuple[int, Convert], ...]  # for the columns that need one

    def values(self, given: Mapping[str, Any]) -> Any:  # noqa: ANN401 - what a driver takes
        known = {**self.constants, **given} if self.constants else given
        written = list(map(known.__getitem__, self.names))
        for place, write in self.writers:
            if (value := written[place]) is not None:
                written[place] = write(value)
        return written if self.positional else dict(zip(self.names, written, strict=True))

    def rows(self, found: Iterable[Row]) -> list[Row]:
        return list(map(self.row, found))

    def row(self, found: Row) -> Row:
        if not self.readers:
            return found
        columns = list(found)
        for place, read in self.readers:
            if (value := columns[place]) is not None:
                columns[place] = read(value)
        return tuple(columns)


def prepare(clause: Executable, dialect: Dialect) -> Prepared:
    compiled = compiled_for(clause, dialect)
    positional = compiled.positional
    names = compiled.positiontup or [] if positional else list(compiled.binds)
    return Prepared(
        sql=str(compiled),
        positional=positional,
        constants={name: bind.value for name, bind in compiled.binds.items() if not bind.required},
        names=tuple(names),
        writers=tuple(writers((compiled.binds[name].type for name in names), dialect)),
        readers=tuple(readers(columns_of(clause), dialect)),
    )


def compiled_for(clause: Any, dialect: Dialect) -> SQLCompiler:  # noqa: ANN401 - any statement
    compiled: SQLCompiler = clause.compile(dialect=dialect)
    return compiled


def columns_of(clause: Any) -> Iterable[ColumnElement[Any]]:  # noqa: ANN401 - select or returning
    return getattr(clause, "exported_columns", ())


def writers(kinds: Iterable[TypeEngine[Any]], dialect: Dialect) -> Iterable[tuple[int, Convert]]:
    """Our own types are written by their own functions, without two of Core's around each."""
    for place, kind in enumerate(kinds):
        own = WRITERS.get(type(kind))
        if write := own or kind.dialect_impl(dialect).bind_processor(dialect):
            yield place, write


def readers(columns: Iterable[ColumnElement[Any]], dialect: Dialect) -> Iterable[tuple[int, Convert]]:
    for place, column in enumerate(columns):
        own = READERS.get(type(column.type))
        if read := own or column.type.dialect_impl(dialect).result_processor(dialect, None):
            yield place, read


def given(name: str, kind: TypeEngine[Any] | None = None) -> BindParameter[Any]:
    """A value that comes with each execution; its kind is that of the column beside it, or `kind`."""
    return bindparam(name, type_=kind)


def just(word: str) -> ColumnElement[str]:
    """A constant in plain sight: behind a placeholder SQLite could not tell that a partial index will do."""
    return literal_column(f"'{word}'", Text())


def keep(table: Table, *but: str) -> Insert:
    """A new row with every column given by name, except `but`. PostgreSQL's: SQLite reads its ON CONFLICT too."""
    return insert(table).values({c.name: given(c.name) for c in table.columns if c.name not in ("id", *but)})
