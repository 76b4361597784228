"""People, tickets, promises, sales."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import ID, INSTANT, partial, yes

revision = "0001"
down_revision = None


def upgrade() -> None:
    make_people()
    make_absences()
    make_invitations()
    make_tickets()
    index_tickets()
    make_events()
    make_counters()
    make_clocks()
    make_alerts()
    make_sales()


def downgrade() -> None:
    for table in ("sales", "alerts", "clocks", "counters", "events", "tickets", "invitations", "absences", "people"):
        op.drop_table(table)


def make_people() -> None:
    op.create_table(
        "people",
        sa.Column("id", ID, primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("claimed", sa.Text(), nullable=False),
        sa.Column("badge", sa.Text(), nullable=False),
        sa.Column("skills", sa.Text(), nullable=False),
        sa.Column("zones", sa.Text(), nullable=False),
        sa.Column("staff", sa.Boolean(), nullable=False),
        sa.Column("erased_at", INSTANT),
    )
    partial("people_staff", "people", ["id"], where=yes("staff"))


def make_absences() -> None:
    op.create_table(
        "absences",
        sa.Column("id", ID, primary_key=True),
        sa.Column("person", ID, nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_absences_person"),
    )
    op.create_index("absences_by_end", "absences", ["ends_at"])


def make_invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("code_hash", sa.Text(), primary_key=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("made_by", ID),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("used_by", ID),
        sa.Column("used_at", INSTANT),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name="fk_invitations_made_by"),
        sa.ForeignKeyConstraint(["used_by"], ["people.id"], name="fk_invitations_used_by"),
    )


def make_tickets() -> None:
    op.create_table(
        "tickets",
        sa.Column("id", ID, primary_key=True),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("customer", ID, nullable=False),
        sa.Column("assignee", ID),
        sa.Column("visit_from", INSTANT),
        sa.Column("visit_to", INSTANT),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("parent", sa.Text()),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("product", sa.Text()),
        sa.Column("symptom", sa.Text()),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.UniqueConstraint("number", name="uq_tickets_number"),
        sa.UniqueConstraint("ref", name="uq_tickets_ref"),
        sa.ForeignKeyConstraint(["customer"], ["people.id"], name="fk_tickets_customer"),
        sa.ForeignKeyConstraint(["assignee"], ["people.id"], name="fk_tickets_assignee"),
    )


def index_tickets() -> None:
    partial("tickets_by_state", "tickets", ["state"], where=yes("open"))
    op.create_index("tickets_held", "tickets", ["assignee", "open"])
    op.create_index("tickets_of_customer", "tickets", ["customer", "opened_at"])
    partial("tickets_open", "tickets", ["number"], where=yes("open"))
    planned = sa.and_(yes("open"), sa.column("visit_from").is_not(None))
    partial("tickets_to_visit", "tickets", ["visit_from"], where=planned)


def make_events() -> None:
    op.create_table(
        "events",
        sa.Column("id", ID, primary_key=True),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("who", ID),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.ref"], name="fk_events_ticket"),
    )
    op.create_index("events_of_ticket", "events", ["ticket", "id"])


def make_counters() -> None:
    op.create_table(
        "counters",
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("letter", "day"),
    )


def make_clocks() -> None:
    op.create_table(
        "clocks",
        sa.Column("id", ID, primary_key=True),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("promise", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("fired_at", INSTANT),
        sa.Column("ended_at", INSTANT),
        sa.Column("kept", sa.Boolean()),
        sa.Column("warning", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("ticket", "promise", "step", "started_at", name="uq_clocks_ticket_promise_step_started_at"),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.ref"], name="fk_clocks_ticket"),
    )
    partial("clocks_running", "clocks", ["due_at"], where="ended_at IS NULL AND due_at IS NOT NULL")
    partial("clocks_due", "clocks", ["due_at"], where="fired_at IS NULL AND ended_at IS NULL AND due_at IS NOT NULL")


def make_alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", ID, primary_key=True),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("raised_at", INSTANT, nullable=False),
        sa.Column("climbs_at", INSTANT),
        sa.Column("claimed_by", ID),
        sa.Column("closed_at", INSTANT),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.ref"], name="fk_alerts_ticket"),
        sa.ForeignKeyConstraint(["claimed_by"], ["people.id"], name="fk_alerts_claimed_by"),
    )
    partial("alerts_climbing", "alerts", ["climbs_at"], where="claimed_by IS NULL AND closed_at IS NULL")
    op.create_index("alerts_of_ticket", "alerts", ["ticket"])
    partial("alerts_open", "alerts", ["id"], where="closed_at IS NULL")


def make_sales() -> None:
    op.create_table(
        "sales",
        sa.Column("id", ID, primary_key=True),
        sa.Column("order_number", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("bought_on", sa.Date(), nullable=False),
        sa.Column("delivered_on", sa.Date()),
        sa.Column("address", sa.Text(), nullable=False),
        sa.UniqueConstraint("order_number", "model", name="uq_sales_order_number_model"),
    )
    op.create_index("sales_of_phone", "sales", ["phone", "id"])
