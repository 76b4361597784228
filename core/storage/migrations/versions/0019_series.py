"""On which tickets it is noted that they are one of a series."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import partial, yes

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.add_column("tickets", sa.Column("series", sa.Boolean(), nullable=False, server_default=sa.false()))
    tickets = sa.table("tickets", sa.column("series", sa.Boolean()), sa.column("facts", sa.Text()))
    op.execute(tickets.update().where(tickets.c.facts.like('%"series":[%')).values(series=sa.true()))
    partial("tickets_in_series", "tickets", ["symptom", "product", "opened_at"], where=yes("series"))


def downgrade() -> None:
    op.drop_index("tickets_in_series", "tickets")
    op.drop_column("tickets", "series")
