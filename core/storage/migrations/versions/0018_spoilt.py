"""What is spoilt without IN, for which SQLite fills a table of its own with every row that it writes."""

from __future__ import annotations

from alembic import op

from core.storage.migrations.columns import partial

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    drop_and_create("state = 'dead' OR state = 'unknown' OR state = 'expired'")


def downgrade() -> None:
    drop_and_create("state IN ('dead', 'unknown', 'expired')")


def drop_and_create(where: str) -> None:
    op.drop_index("outbox_spoilt", "outbox")
    partial("outbox_spoilt", "outbox", ["id"], where=where)
