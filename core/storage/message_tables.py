"""The tables of what is said: chats, messages in and out, pictures."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, and_, func, or_

from core.storage.tables import Id, metadata, partial
from core.storage.types import Document, Instant, Words

chats = Table(
    "chats", metadata,
    Column("id", Id, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("chat", Words, nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("draft", Document),
    Column("touched_at", Instant),
    Column("gone_at", Instant),  # nobody is there any more
    UniqueConstraint("channel", "account", "chat"),
)  # fmt: skip
Index("chats_of_person", chats.c.person)
partial("chats_with_draft", chats.c.touched_at, where=chats.c.draft.is_not(None))

keys = Table(
    "keys", metadata,
    Column("key_hash", Text, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("chat", Words, nullable=False),
    Column("at", Instant, nullable=False),
)  # fmt: skip

inbox = Table(
    "inbox", metadata,
    Column("id", Id, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("chat", Words, nullable=False),
    Column("message_id", Words, nullable=False),
    Column("sent_at", Instant, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("raw", Words, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("trouble", Words),
    Column("handled_at", Instant),  # also set when it was parked
    Column("parked", Boolean, nullable=False),
    UniqueConstraint("channel", "account", "message_id"),
)  # fmt: skip
Index("inbox_of_chat", inbox.c.chat, inbox.c.account, inbox.c.channel, inbox.c.id)
partial(
    "inbox_unhandled", inbox.c.chat, inbox.c.account, inbox.c.channel, inbox.c.id, where=inbox.c.handled_at.is_(None)
)
partial("inbox_kept", inbox.c.handled_at, where=and_(inbox.c.handled_at.is_not(None), inbox.c.raw != ""))

outbox = Table(
    "outbox", metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", Id, ForeignKey("chats.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),  # when it may next be tried
    Column("not_before", Instant),
    Column("expires_at", Instant),
    Column("weight", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("unknown", Integer, nullable=False),
    Column("lease_until", Instant),
    Column("woken", Boolean, nullable=False),  # somebody came while it was on its way
    Column("done_at", Instant),
    Column("dedupe", Text),
    Column("ticket", Text),
    Column("cause", Text, nullable=False),
    Column("card", Words),
    Column("external_id", Text, nullable=False),
    Column("body", Document, nullable=False),
)  # fmt: skip
QUEUED, SENDING, WAITING = outbox.c.state == "queued", outbox.c.state == "sending", outbox.c.state == "waiting"
PENDING = outbox.c.done_at.is_(None)
# Not IN: for three words SQLite fills a table of its own, with every row that it writes.
SPOILT = or_(outbox.c.state == "dead", outbox.c.state == "unknown", outbox.c.state == "expired")
Index("outbox_of_chat", outbox.c.chat_id, outbox.c.id)
partial("outbox_due", outbox.c.due_at, outbox.c.id, where=QUEUED)
partial("outbox_queued", outbox.c.chat_id, outbox.c.id, where=QUEUED)
# One message of a chat is on its way at a time: the database itself keeps the order.
partial("outbox_sending", outbox.c.chat_id, where=SENDING, unique=True)
partial("outbox_waiting", outbox.c.chat_id, where=WAITING)
partial("outbox_expiring", outbox.c.expires_at, where=and_(PENDING, outbox.c.expires_at.is_not(None)))
partial("outbox_spoilt", outbox.c.id, where=SPOILT)
partial("outbox_cards", outbox.c.chat_id, outbox.c.card, outbox.c.id, where=outbox.c.card.is_not(None))
partial("outbox_of_ticket", outbox.c.ticket, where=outbox.c.ticket.is_not(None))
partial("outbox_dedupe", outbox.c.dedupe, where=outbox.c.dedupe.is_not(None), unique=True)
partial("outbox_kept", outbox.c.done_at, where=and_(outbox.c.done_at.is_not(None), outbox.c.body != {}))

attempts = Table(
    "attempts", metadata,
    Column("outbox_id", Id, ForeignKey("outbox.id", ondelete="CASCADE"), primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("started_at", Instant, nullable=False),
    Column("finished_at", Instant),
    Column("outcome", Text),
    Column("reason", Words),
)  # fmt: skip

media = Table(
    "media", metadata,
    Column("media", Text, primary_key=True),
    Column("chat_id", Id, ForeignKey("chats.id"), primary_key=True),
    Column("mime", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("content", Text),  # the name of its file, where that is another: it was named before it was here
    Column("name", Words),  # of a document, as it was called where it was sent
)  # fmt: skip
FILE = func.coalesce(media.c.content, media.c.media)
Index("media_of_chat", media.c.chat_id)
Index("media_by_age", media.c.at)
partial("media_by_content", media.c.content, where=media.c.content.is_not(None))

# Files that a network still holds for us. A row goes when its file has come, or never will.
fetches = Table(
    "fetches", metadata,
    Column("media", Text, primary_key=True),
    Column("chat_id", Id, ForeignKey("chats.id"), primary_key=True),
    Column("source", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("name", Words),
)  # fmt: skip
Index("fetches_due", fetches.c.due_at)
Index("fetches_of_chat", fetches.c.chat_id)

# What opens a chat with something said already.
links = Table(
    "links", metadata,
    Column("token", Text, primary_key=True),
    Column("form", Text, nullable=False),
    Column("answers", Document, nullable=False),
    Column("ticket", Text, ForeignKey("tickets.ref")),
    Column("expires_at", Instant),
    Column("most", Integer),
    Column("used", Integer, nullable=False),
)  # fmt: skip
