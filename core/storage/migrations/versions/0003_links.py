"""Links into a chat; when the desk was opened and copied; who was erased, by date."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import INSTANT, partial

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "links",
        sa.Column("token", sa.Text(), primary_key=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("ticket", sa.Text()),
        sa.Column("expires_at", INSTANT),
        sa.Column("most", sa.Integer()),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.ref"], name="fk_links_ticket"),
    )
    op.create_table(
        "milestones",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("at", INSTANT, nullable=False),
    )
    partial("people_erased", "people", ["erased_at"], where="erased_at IS NOT NULL")


def downgrade() -> None:
    op.drop_index("people_erased", "people")
    op.drop_table("milestones")
    op.drop_table("links")
