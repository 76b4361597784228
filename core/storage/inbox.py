"""Messages as they came, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, case, func, select, update

from core.errors import Changed
from core.people import Chat
from core.ports import Received
from core.storage.connection import Connection
from core.storage.message_tables import inbox
from core.storage.statements import Statement, given, keep

I = inbox.c  # noqa: E741 - as in every file here: the table's first letter
UNHANDLED = I.handled_at.is_(None)
NOTE = Statement(
    keep(inbox, "trouble", "handled_at")
    .values(attempts=0, parked=False)
    .on_conflict_do_nothing(index_elements=["channel", "account", "message_id"])
)
WAITING = Statement(
    select(I.channel, I.account, I.chat)
    .where(UNHANDLED)
    .group_by(I.channel, I.account, I.chat)
    .order_by(func.min(I.id))
    .limit(given("limit"))
)
OLDEST = Statement(
    select(I.id, I.message_id, I.sent_at, I.received_at, I.raw, I.attempts)
    .where(and_(I.chat == given("chat"), I.account == given("account"), I.channel == given("channel")))
    .where(UNHANDLED)
    .order_by(I.id)
    .limit(2)
)
HANDLED = Statement(update(inbox).where(I.id == given("number"), UNHANDLED).values(handled_at=given("at")))
PARKS = I.attempts + 1 >= given("most", I.attempts.type)
FAILED = Statement(
    update(inbox)
    .where(I.id == given("number"), UNHANDLED)
    .values(
        attempts=I.attempts + 1,
        trouble=given("why"),
        parked=case((PARKS, True), else_=False),
        handled_at=case((PARKS, given("at", I.handled_at.type)), else_=None),
    )
    .returning(I.parked)
)


class InboxRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def note(self, messages: Sequence[Received]) -> int:
        if len(messages) == 1:
            return self.connection.change(NOTE, **columns(messages[0]))
        return self.connection.each(NOTE, map(columns, messages)) if messages else 0

    def waiting(self, limit: int = 500) -> tuple[Chat, ...]:
        return tuple(Chat(*row) for row in self.connection.all(WAITING, limit=limit))

    def oldest(self, chat: Chat) -> Received | None:
        rows = self.connection.all(OLDEST, channel=chat.channel, account=chat.account, chat=chat.chat)
        if not rows:
            return None
        number, message_id, sent_at, received_at, raw, attempts = rows[0]
        return Received(number, chat, message_id, sent_at, received_at, raw, attempts, last=len(rows) == 1)

    def handled(self, message: int, at: datetime) -> None:
        if not self.connection.change(HANDLED, number=message, at=at):
            raise Changed

    def failed(self, message: int, at: datetime, why: str, park_after: int) -> bool:
        row = self.connection.one(FAILED, number=message, at=at, why=why, most=park_after)
        return bool(row and row[0])


def columns(message: Received) -> dict[str, object]:
    return {
        "channel": message.chat.channel,
        "account": message.chat.account,
        "chat": message.chat.chat,
        "message_id": message.message_id,
        "sent_at": message.sent_at,
        "received_at": message.received_at,
        "raw": message.raw,
    }
