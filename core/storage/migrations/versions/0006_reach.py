"""Since when nobody is at a chat any more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import INSTANT

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("chats", sa.Column("gone_at", INSTANT))


def downgrade() -> None:
    op.drop_column("chats", "gone_at")
