"""The tables of the store: what it has, and for which contract."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from core.storage.tables import metadata
from core.storage.types import Instant, Words

stock = Table(
    "stock", metadata,
    Column("model", Words, primary_key=True),
    Column("product", Words, nullable=False),
    Column("there", Integer, nullable=False),
    Column("counted_at", Instant, nullable=False),
)  # fmt: skip

# Without a row in the list there is nothing to set aside from, so these need none.
set_aside = Table(
    "set_aside", metadata,
    Column("ticket", Text, ForeignKey("tickets.ref"), nullable=False),
    Column("model", Words, nullable=False),
    Column("pieces", Integer, nullable=False),
    PrimaryKeyConstraint("ticket", "model"),
)  # fmt: skip
Index("set_aside_of_model", set_aside.c.model)
