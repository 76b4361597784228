"""The tables of reports: what was counted once, and who is to get one."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, PrimaryKeyConstraint, Table, Text

from core.storage.tables import Id, metadata, partial
from core.storage.types import Document, Instant, Words

reports = Table(
    "reports", metadata,
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("body", Document, nullable=False),
    Column("comment", Words, nullable=False),
    Column("commented_by", Id, ForeignKey("people.id")),
    PrimaryKeyConstraint("first", "last"),
)  # fmt: skip

report_orders = Table(
    "report_orders", metadata,
    Column("key", Text, primary_key=True),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Instant),  # None: it was carried out
)  # fmt: skip
partial("report_orders_due", report_orders.c.due_at, where=report_orders.c.due_at.is_not(None))
