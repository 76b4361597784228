"""Core statements, compiled once for each kind of database and then handed straight to its driver.

Core's bookkeeping around one execution (context, cursor result, rows) costs four times what SQLite needs for the
work itself. The statement, its types and its dialects are Core's; only that part is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from sqlalchemy import BindParameter, Boolean, ColumnElement, Dialect, Table, Text, bindparam, literal_column, select
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


class NewRows:
    """Several rows to add in one sentence: for SQLite two thirds of the work of a sentence for each.

    There is a statement for each number of rows that was ever added together.
    """

    __slots__ = ("columns", "counted", "table")

    def __init__(self, table: Table, *but: str) -> None:
        self.table = table
        self.columns = [c for c in table.columns if c.name not in ("id", *but)]
        self.counted: dict[int, Statement] = {}

    def of(self, count: int) -> Statement:
        """The statement for so many rows. Its values come row by row, in the order of the columns."""
        if count not in self.counted:
            rows = [{c.name: given(f"{c.name}_{row}", c.type) for c in self.columns} for row in range(count)]
            self.counted[count] = Statement(insert(self.table).values(rows))
        return self.counted[count]


@dataclass(frozen=True, slots=True)
class Prepared:
    sql: str
    positional: bool
    names: tuple[str, ...]  # of the values, in the order of their places
    asked: tuple[str, ...]  # those of them that are given with each execution
    constants: tuple[tuple[int, Any], ...]  # the others by their places, as the driver takes them
    writers: tuple[tuple[int, Convert], ...]  # for the places that need one, and what is not NULL there
    readers: tuple[tuple[int, Convert], ...]  # for the columns that need one

    def values(self, given: Mapping[str, Any]) -> Any:  # noqa: ANN401 - what a driver takes
        written = list(map(given.__getitem__, self.asked))
        for place, constant in self.constants:
            written.insert(place, constant)
        for place, write in self.writers:
            if (value := written[place]) is not None:
                written[place] = write(value)
        return written if self.positional else dict(zip(self.names, written, strict=True))

    def in_order(self, values: Iterable[Any]) -> Any:  # noqa: ANN401 - what a driver takes
        """The same of values that come in the order of their places."""
        written = list(values)
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
    places = tuple((place, compiled.binds[name]) for place, name in enumerate(names))
    return Prepared(
        sql=str(compiled),
        positional=positional,
        names=tuple(names),
        asked=tuple(name for name in names if compiled.binds[name].required),
        constants=tuple((place, constant(bind, dialect)) for place, bind in places if not bind.required),
        writers=tuple((n, write) for n, bind in places if bind.required and (write := writer(bind.type, dialect))),
        readers=tuple(readers(columns_of(clause), dialect)),
    )


def compiled_for(clause: Any, dialect: Dialect) -> SQLCompiler:  # noqa: ANN401 - any statement
    compiled: SQLCompiler = clause.compile(dialect=dialect)
    return compiled


def columns_of(clause: Any) -> Iterable[ColumnElement[Any]]:  # noqa: ANN401 - select or returning
    return getattr(clause, "exported_columns", ())


def constant(bind: BindParameter[Any], dialect: Dialect) -> Any:  # noqa: ANN401 - what a driver takes
    write = writer(bind.type, dialect)
    return bind.value if write is None or bind.value is None else write(bind.value)


def writer(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    """Our own types are written by their own functions, without two of Core's around each."""
    own = int if as_number(kind, dialect) else WRITERS.get(type(kind))
    return own or kind.dialect_impl(dialect).bind_processor(dialect)


def readers(columns: Iterable[ColumnElement[Any]], dialect: Dialect) -> Iterable[tuple[int, Convert]]:
    for place, column in enumerate(columns):
        own = bool if as_number(column.type, dialect) else READERS.get(type(column.type))
        if read := own or column.type.dialect_impl(dialect).result_processor(dialect, None):
            yield place, read


def as_number(kind: TypeEngine[Any], dialect: Dialect) -> bool:
    """Truth, where a database has no values of its own for it."""
    return isinstance(kind, Boolean) and not dialect.supports_native_boolean


def given(name: str, kind: TypeEngine[Any] | None = None) -> BindParameter[Any]:
    """A value that comes with each execution; its kind is that of the column beside it, or `kind`."""
    return bindparam(name, type_=kind)


def just(word: str) -> ColumnElement[str]:
    """A constant in plain sight: behind a placeholder SQLite could not tell that a partial index will do."""
    return literal_column(f"'{word}'", Text())


def keep(table: Table, *but: str) -> Insert:
    """A new row with every column given by name, except `but`. PostgreSQL's: SQLite reads its ON CONFLICT too."""
    return insert(table).values({c.name: given(c.name) for c in table.columns if c.name not in ("id", *but)})
