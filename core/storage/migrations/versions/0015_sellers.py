"""Who sold it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import ID

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.add_column("sales", sa.Column("seller", ID))


def downgrade() -> None:
    op.drop_column("sales", "seller")
