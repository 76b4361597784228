"""Who gave which picture, and who may look at it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text, and_, bindparam, exists, literal, or_, select, type_coerce

from core.storage.connection import Connection
from core.storage.message_tables import chats, media, outbox
from core.storage.statements import Statement, keep
from core.storage.tables import people, tickets
from core.tickets import PersonId, Role

M, T = media.c, tickets.c
OVERSEERS = (Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER)
ADD = Statement(keep(media).on_conflict_do_nothing(index_elements=["media", "chat_id"]))
GIVEN = Statement(select(M.size).where(M.media == bindparam("media"), M.chat_id == bindparam("chat_id")))
NAMED_IN_BODY = type_coerce(outbox.c.body, Text).like(bindparam("pattern"))
SHOWN = Statement(
    select(M.size)
    .where(M.media == bindparam("media"))
    .where(exists().where(outbox.c.chat_id == bindparam("chat_id"), NAMED_IN_BODY))
    .limit(literal(1))
)
OVERSEES = exists().where(
    people.c.id == bindparam("person"),
    or_(*(type_coerce(people.c.roles, Text).like(f'%"{role}"%') for role in OVERSEERS)),
)
MINE = or_(
    T.customer == bindparam("person"),
    and_(T.assignee == bindparam("person"), T.open),
    OVERSEES,
)
# A picture hangs on a ticket of whoever gave it, or that he works on.
ON_TICKET = Statement(
    select(T.id)
    .join_from(media, chats, chats.c.id == M.chat_id)
    .join(tickets, or_(T.customer == chats.c.person, T.assignee == chats.c.person))
    .where(M.media == bindparam("media"), type_coerce(T.facts, Text).like(bindparam("pattern")), MINE)
    .limit(literal(1))
)


class MediaRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, media: str, chat_id: int, mime: str, size: int, at: datetime) -> None:
        self.connection.change(ADD, media=media, chat_id=chat_id, mime=mime, size=size, at=at)

    def may_see(self, media: str, chat_id: int, person: PersonId) -> bool:
        if self.connection.one(GIVEN, media=media, chat_id=chat_id):
            return True
        named = f'%"{media}"%'
        if self.connection.one(SHOWN, media=media, chat_id=chat_id, pattern=named):
            return True
        return self.connection.one(ON_TICKET, media=media, person=person, pattern=named) is not None
