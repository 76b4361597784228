"""What was counted stays as it was; who is to get a report."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import ID, INSTANT, partial

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "reports",
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("commented_by", ID),
        sa.PrimaryKeyConstraint("first", "last"),
        sa.ForeignKeyConstraint(["commented_by"], ["people.id"], name="fk_reports_commented_by"),
    )
    op.create_table(
        "report_orders",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", INSTANT),
        sa.PrimaryKeyConstraint("key"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_report_orders_person"),
    )
    partial("report_orders_due", "report_orders", ["due_at"], where="due_at IS NOT NULL")


def downgrade() -> None:
    op.drop_table("report_orders")
    op.drop_table("reports")
