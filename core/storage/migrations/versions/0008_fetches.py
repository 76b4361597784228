"""Files that a network holds for us until they are fetched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import ID, INSTANT, partial

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "fetches",
        sa.Column("media", sa.Text(), primary_key=True),
        sa.Column("chat_id", ID, primary_key=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_fetches_chat_id"),
    )
    op.create_index("fetches_due", "fetches", ["due_at"])
    op.create_index("fetches_of_chat", "fetches", ["chat_id"])
    op.add_column("media", sa.Column("content", sa.Text()))
    partial("media_by_content", "media", ["content"], where="content IS NOT NULL")


def downgrade() -> None:
    op.drop_index("media_by_content", "media")
    op.drop_column("media", "content")
    op.drop_table("fetches")
