"""The tables of the staff's own group: the board, the topic of each ticket, and what is to be said there once."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from core.storage.tables import Id, metadata, partial
from core.storage.types import Instant, Words

boards = Table(
    "boards", metadata,
    Column("id", Id, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("channel", "account"),  # one group for each bot
)  # fmt: skip

topics = Table(
    "topics", metadata,
    Column("board", Id, ForeignKey("boards.id"), nullable=False),
    Column("ticket", Text, ForeignKey("tickets.ref"), nullable=False),
    Column("thread", Text, nullable=False),
    Column("card", Text, nullable=False),
    Column("title", Words, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("told", Integer, nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("due_at", Instant, nullable=False),
    PrimaryKeyConstraint("ticket", "board"),
)  # fmt: skip
IS_NEW = topics.c.wanted != topics.c.shown
partial("topics_due", topics.c.due_at, where=IS_NEW)
Index("topics_by_thread", topics.c.board, topics.c.thread)

remarks = Table(
    "remarks", metadata,
    Column("id", Id, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("thread", Text, nullable=False),
    Column("replying", Text, nullable=False),
    Column("text", Words, nullable=False),
    Column("asks", Id, ForeignKey("people.id")),
    Column("due_at", Instant, nullable=False),
)  # fmt: skip
Index("remarks_due", remarks.c.due_at)
