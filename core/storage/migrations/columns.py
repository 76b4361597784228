"""What the migrations have in common. Older ones rely on it: add to it, change nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.BigInteger()  # microseconds since 1970, UTC
Condition: TypeAlias = str | sa.ColumnElement[bool]


def partial(name: str, table: str, columns: Sequence[str], where: Condition, *, unique: bool = False) -> None:
    """An index over some of the rows."""
    rows = sa.text(where) if isinstance(where, str) else where
    op.create_index(name, table, list(columns), unique=unique, sqlite_where=rows, postgresql_where=rows)


def yes(column: str) -> sa.ColumnElement[bool]:
    return sa.column(column, sa.Boolean()) == sa.true()
