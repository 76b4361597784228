"""Keep what is posted into one chat in order where several write at once: on PostgreSQL.

A message has its number and its state before its transaction ends, so a later number could be seen, sent or woken
first. Whoever posts therefore shares the order of the chat until he commits; whoever relies on it holds it alone, and
reads only then. SQLite has one writer, and no need of this.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, cast, func, literal_column, select

from core.people import Chat
from core.storage.connection import Connection
from core.storage.message_tables import chats
from core.storage.outbox_statements import CLAIMING, CLAIMING_BY, O
from core.storage.statements import Statement, given

C = chats.c
ORDERS = literal_column("53667", Integer())  # beside the number of the chat: no other lock is of this kind


def lock(chat: ColumnElement[int], how: str = "") -> ColumnElement[bool]:
    return getattr(func, f"pg_{how}advisory_xact_lock")(ORDERS, cast(chat, Integer))  # type: ignore[no-any-return]


def still(claiming: Select[Any]) -> Statement:
    """The chats with something to claim in which nobody is just posting; they are held."""
    found = claiming.with_only_columns(O.chat_id).subquery()
    return Statement(select(found.c.chat_id).where(lock(found.c.chat_id, "try_")))


SHARE = Statement(select(func.pg_advisory_xact_lock_shared(ORDERS, cast(given("chat_id", C.id.type), Integer))))
HOLD = Statement(
    select(lock(C.id)).where(C.channel == given("channel"), C.account == given("account"), C.chat == given("chat"))
)
STILL, STILL_BY = still(CLAIMING), still(CLAIMING_BY)


def share_order(connection: Connection, chat_id: int) -> None:
    """Before posting into a chat."""
    if connection.shared:
        connection.one(SHARE, chat_id=chat_id)


def hold_order(connection: Connection, chat: Chat) -> None:
    """Until the unit is over nothing is posted into this chat; what was being posted is there now."""
    if connection.shared:
        connection.one(HOLD, channel=chat.channel, account=chat.account, chat=chat.chat)


def still_chats(connection: Connection, **claim: object) -> frozenset[int]:
    statement = STILL_BY if claim["channel"] else STILL
    return frozenset(number for (number,) in connection.all(statement, **claim))
