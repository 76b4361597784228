"""Chats, messages in and out, pictures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from core.storage.migrations.columns import ID, INSTANT, partial

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    make_chats()
    make_keys()
    make_inbox()
    make_outbox()
    index_outbox()
    make_attempts()
    make_media()


def downgrade() -> None:
    for table in ("media", "attempts", "outbox", "inbox", "keys", "chats"):
        op.drop_table(table)


def make_chats() -> None:
    op.create_table(
        "chats",
        sa.Column("id", ID, primary_key=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("draft", sa.Text()),
        sa.Column("touched_at", INSTANT),
        sa.UniqueConstraint("channel", "account", "chat", name="uq_chats_channel_account_chat"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_chats_person"),
    )
    op.create_index("chats_of_person", "chats", ["person"])
    partial("chats_with_draft", "chats", ["touched_at"], where="draft IS NOT NULL")


def make_keys() -> None:
    op.create_table(
        "keys",
        sa.Column("key_hash", sa.Text(), primary_key=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
    )


def make_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", ID, primary_key=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.Text()),
        sa.Column("handled_at", INSTANT),
        sa.Column("parked", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("channel", "account", "message_id", name="uq_inbox_channel_account_message_id"),
    )
    partial("inbox_kept", "inbox", ["handled_at"], where="handled_at IS NOT NULL AND raw != ''")
    op.create_index("inbox_of_chat", "inbox", ["chat", "account", "channel", "id"])
    partial("inbox_unhandled", "inbox", ["chat", "account", "channel", "id"], where="handled_at IS NULL")


def make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", ID, primary_key=True),
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("not_before", INSTANT),
        sa.Column("expires_at", INSTANT),
        sa.Column("weight", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("unknown", sa.Integer(), nullable=False),
        sa.Column("lease_until", INSTANT),
        sa.Column("woken", sa.Boolean(), nullable=False),
        sa.Column("done_at", INSTANT),
        sa.Column("dedupe", sa.Text()),
        sa.Column("ticket", sa.Text()),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("card", sa.Text()),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_outbox_chat_id"),
    )


def index_outbox() -> None:
    partial("outbox_cards", "outbox", ["chat_id", "card", "id"], where="card IS NOT NULL")
    partial("outbox_dedupe", "outbox", ["dedupe"], where="dedupe IS NOT NULL", unique=True)
    partial("outbox_due", "outbox", ["due_at", "id"], where="state = 'queued'")
    partial("outbox_expiring", "outbox", ["expires_at"], where="done_at IS NULL AND expires_at IS NOT NULL")
    partial("outbox_kept", "outbox", ["done_at"], where="done_at IS NOT NULL AND body != '{}'")
    op.create_index("outbox_of_chat", "outbox", ["chat_id", "id"])
    partial("outbox_of_ticket", "outbox", ["ticket"], where="ticket IS NOT NULL")
    partial("outbox_queued", "outbox", ["chat_id", "id"], where="state = 'queued'")
    partial("outbox_sending", "outbox", ["chat_id"], where="state = 'sending'", unique=True)
    partial("outbox_spoilt", "outbox", ["id"], where="state IN ('dead', 'unknown', 'expired')")
    partial("outbox_waiting", "outbox", ["chat_id"], where="state = 'waiting'")


def make_attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("outbox_id", ID, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("finished_at", INSTANT),
        sa.Column("outcome", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("outbox_id", "attempt"),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name="fk_attempts_outbox_id", ondelete="CASCADE"),
    )


def make_media() -> None:
    op.create_table(
        "media",
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("chat_id", ID, nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("media", "chat_id"),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_media_chat_id"),
    )
    op.create_index("media_by_age", "media", ["at"])
    op.create_index("media_of_chat", "media", ["chat_id"])
