"""When something sold was made, shipped and put into service; and who has which number as his own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import partial, yes

revision = "0013"
down_revision = "0012"
DAYS = ("made_on", "shipped_on", "started_on")


def upgrade() -> None:
    for day in DAYS:
        op.add_column("sales", sa.Column(day, sa.Date()))
    partial("people_by_phone", "people", ["phone"], where=yes("phone_is_own"))


def downgrade() -> None:
    op.drop_index("people_by_phone", "people")
    for day in reversed(DAYS):
        op.drop_column("sales", day)
