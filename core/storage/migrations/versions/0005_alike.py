"""Like faults are found by what is broken and how."""

from __future__ import annotations

from alembic import op

from core.storage.migrations.columns import partial

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    partial("tickets_alike", "tickets", ["symptom", "product", "opened_at"], where="symptom IS NOT NULL")


def downgrade() -> None:
    op.drop_index("tickets_alike", "tickets")
