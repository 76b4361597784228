"""What the store has, and what of it is set aside for contracts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import INSTANT

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "stock",
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("there", sa.Integer(), nullable=False),
        sa.Column("counted_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("model"),
    )
    op.create_table(
        "set_aside",
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("ticket", "model"),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.ref"], name="fk_set_aside_ticket"),
    )
    op.create_index("set_aside_of_model", "set_aside", ["model"])


def downgrade() -> None:
    op.drop_table("set_aside")
    op.drop_table("stock")
