"""Documents keep the name under which they were sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
TABLES = ("media", "fetches")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("name", sa.Text()))


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "name")
