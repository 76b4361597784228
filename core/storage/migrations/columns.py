"""What the migrations have in common. Older ones rely on it: add to it, change nothing."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.BigInteger()  # microseconds since 1970, UTC


def partial(
    name: str, table: str, columns: Sequence[str], where: sa.ColumnElement[bool], *, unique: bool = False
) -> None:
    """An index over some of the rows."""
    op.create_index(name, table, list(columns), unique=unique, sqlite_where=where, postgresql_where=where)


def holds(condition: str) -> sa.ColumnElement[bool]:
    """A condition in SQL that both databases read alike."""
    return sa.literal_column(condition, sa.Boolean())


def yes(column: str) -> sa.ColumnElement[bool]:
    return sa.column(column, sa.Boolean()) == sa.true()
