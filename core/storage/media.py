"""Who gave which picture, where it was shown, and on which tickets it hangs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text, exists, func, or_, select, type_coerce

from core.ports import Stored
from core.storage.connection import Connection
from core.storage.message_tables import FILE, chats, media, outbox
from core.storage.statements import Statement, given, keep
from core.storage.tables import gone_along, tickets
from core.storage.ticket_statements import those
from core.storage.tickets import ticket_of
from core.tickets import Ticket

M, T = media.c, tickets.c
GIVER = chats.c.person
ADD = Statement(keep(media, "content").on_conflict_do_nothing(index_elements=["media", "chat_id"]))
KEPT_IN = Statement(select(FILE, M.mime, func.coalesce(M.name, "")).where(M.media == given("media")).limit(1))
IS_KEPT = Statement(select(M.size).where(given("file") == FILE).limit(1))
GIVEN = Statement(select(M.size).where(M.media == given("media"), M.chat_id == given("chat_id")))
NAMED_IN_BODY = type_coerce(outbox.c.body, Text).like(given("pattern"))
SHOWN = Statement(
    select(M.size)
    .where(M.media == given("media"))
    .where(exists().where(outbox.c.chat_id == given("chat_id"), NAMED_IN_BODY))
    .limit(1)
)
# A picture hangs on a ticket of whoever gave it, or that he works on.
ON_TICKET = (
    select(T.ref)
    .join_from(media, chats, chats.c.id == M.chat_id)
    .join(tickets, or_(T.customer == GIVER, T.assignee == GIVER, T.ref.in_(gone_along(GIVER))))
    .where(M.media == given("media"), type_coerce(T.facts, Text).like(given("pattern")))
)
HANGS_ON = Statement(those(T.ref.in_(ON_TICKET)).order_by(T.id))


class MediaRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, media: str, chat_id: int, mime: str, size: int, at: datetime, name: str = "") -> None:
        given = {"mime": mime, "size": size, "at": at, "name": name or None}
        self.connection.change(ADD, media=media, chat_id=chat_id, **given)

    def file(self, media: str) -> Stored | None:
        row = self.connection.one(KEPT_IN, media=media)
        return Stored(*row) if row else None

    def is_kept(self, content: str) -> bool:
        return self.connection.one(IS_KEPT, file=content) is not None

    def was_in(self, chat_id: int, media: str) -> bool:
        if self.connection.one(GIVEN, media=media, chat_id=chat_id):
            return True
        return self.connection.one(SHOWN, media=media, chat_id=chat_id, pattern=named(media)) is not None

    def hangs_on(self, media: str) -> tuple[Ticket, ...]:
        return tuple(map(ticket_of, self.connection.all(HANGS_ON, media=media, pattern=named(media))))


def named(media: str) -> str:
    return f'%"{media}"%'
