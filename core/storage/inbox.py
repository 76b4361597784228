"""Messages as they came, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, case, func, select, update

from core.errors import Changed
from core.people import Chat, Person
from core.ports import Conversation, Received
from core.storage.connection import Connection
from core.storage.message_tables import chats, inbox
from core.storage.people import PERSON
from core.storage.statements import Row, Statement, given, keep
from core.storage.tables import people

C, I = chats.c, inbox.c  # noqa: E741 - as in every file here: the table's first letter
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
MESSAGE = (I.id, I.message_id, I.sent_at, I.received_at, I.raw, I.attempts)
OF_CHAT = and_(I.chat == given("chat"), I.account == given("account"), I.channel == given("channel"), UNHANDLED)
OLDEST = Statement(select(*MESSAGE).where(OF_CHAT).order_by(I.id).limit(2))
THERE, WHO = and_(C.chat == I.chat, C.account == I.account, C.channel == I.channel), people.c.id == C.person
NEXT = select(*MESSAGE, C.id, C.draft, C.gone_at, *PERSON).where(OF_CHAT).order_by(I.id).limit(2)
ALONE = Statement(NEXT.outerjoin_from(inbox, chats, THERE).outerjoin(people, WHO))
# What an outer join may leave out cannot be locked. The weaker lock lets others post to this chat meanwhile.
LOCKED = Statement(NEXT.join_from(inbox, chats, THERE).join(people, WHO).with_for_update(of=chats, key_share=True))
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
        return received_of(chat, rows[0], last=len(rows) == 1) if rows else None

    def next(self, chat: Chat) -> tuple[Received | None, Conversation | None]:
        shared = self.connection.shared
        rows = self.connection.all(
            LOCKED if shared else ALONE, channel=chat.channel, account=chat.account, chat=chat.chat
        )
        if not rows:
            return self.oldest(chat) if shared else None, None
        number, draft, gone_at, *person = rows[0][len(MESSAGE) :]
        received = received_of(chat, rows[0][: len(MESSAGE)], last=len(rows) == 1)
        return received, Conversation(number, chat, Person(*person), draft, gone_at) if number else None

    def handled(self, message: int, at: datetime) -> None:
        if not self.connection.change(HANDLED, number=message, at=at):
            raise Changed

    def failed(self, message: int, at: datetime, why: str, park_after: int) -> bool:
        row = self.connection.one(FAILED, number=message, at=at, why=why, most=park_after)
        return bool(row and row[0])


def received_of(chat: Chat, row: Row, *, last: bool) -> Received:
    number, message_id, sent_at, received_at, raw, attempts = row
    return Received(number, chat, message_id, sent_at, received_at, raw, attempts, last)


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
