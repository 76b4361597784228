"""Visits are counted by time and kind from their index alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import partial, yes

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    again("visit_from", "visit_to", "kind", "assignee")


def downgrade() -> None:
    again("visit_from")


def again(*columns: str) -> None:
    planned = sa.and_(yes("open"), sa.column("visit_from").is_not(None))
    op.drop_index("tickets_to_visit", "tickets")
    partial("tickets_to_visit", "tickets", columns, where=planned)
