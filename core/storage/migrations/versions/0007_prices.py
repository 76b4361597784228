"""How many were sold, and for how much."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("sales", sa.Column("quantity", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("sales", sa.Column("price", sa.BigInteger()))  # hundredths


def downgrade() -> None:
    op.drop_column("sales", "price")
    op.drop_column("sales", "quantity")
