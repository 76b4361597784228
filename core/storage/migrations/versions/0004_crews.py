"""Several people on one visit, and tickets found by their sales order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import ID, partial

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("people", sa.Column("crew", sa.Text(), nullable=False, server_default=""))
    op.add_column("tickets", sa.Column("crew", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("tickets", sa.Column("order_number", sa.Text()))
    partial("tickets_of_order", "tickets", ["order_number"], where="order_number IS NOT NULL")
    op.create_table(
        "mates",
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.PrimaryKeyConstraint("person", "ticket"),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.ref"], name="fk_mates_ticket"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_mates_person"),
    )


def downgrade() -> None:
    op.drop_table("mates")
    op.drop_index("tickets_of_order", "tickets")
    op.drop_column("tickets", "order_number")
    op.drop_column("tickets", "crew")
    op.drop_column("people", "crew")
