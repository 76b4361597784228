"""The staff's own group, with a topic for every ticket."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import ID, INSTANT, partial

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "boards",
        sa.Column("id", ID, primary_key=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.UniqueConstraint("channel", "account", name="uq_boards_channel_account"),
    )
    topics()
    remarks()


def topics() -> None:
    op.create_table(
        "topics",
        sa.Column("board", ID, nullable=False),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("ticket", "board"),
        sa.ForeignKeyConstraint(["board"], ["boards.id"], name="fk_topics_board"),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.ref"], name="fk_topics_ticket"),
    )
    partial("topics_due", "topics", ["due_at"], where="wanted != shown")
    op.create_index("topics_by_thread", "topics", ["board", "thread"])


def remarks() -> None:
    op.create_table(
        "remarks",
        sa.Column("id", ID, primary_key=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=False),
        sa.Column("replying", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("asks", ID),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["asks"], ["people.id"], name="fk_remarks_asks"),
    )
    op.create_index("remarks_due", "remarks", ["due_at"])


def downgrade() -> None:
    for table in ("remarks", "topics", "boards"):
        op.drop_table(table)
