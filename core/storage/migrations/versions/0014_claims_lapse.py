"""A claimed alert climbs as well, if nothing is done about it."""

from __future__ import annotations

from alembic import op

from core.storage.migrations.columns import partial

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    drop_and_create("climbs_at IS NOT NULL AND closed_at IS NULL")


def downgrade() -> None:
    drop_and_create("claimed_by IS NULL AND closed_at IS NULL")


def drop_and_create(where: str) -> None:
    op.drop_index("alerts_climbing", "alerts")
    partial("alerts_climbing", "alerts", ["climbs_at"], where=where)
