"""Who gave which picture, and who may look at it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text, and_, exists, func, or_, select, type_coerce

from core.ports import Stored
from core.storage.connection import Connection
from core.storage.message_tables import FILE, chats, media, outbox
from core.storage.statements import Statement, given, keep
from core.storage.tables import IS_OPEN, gone_along, people, tickets
from core.tickets import PersonId, Role

M, T = media.c, tickets.c
GIVER = chats.c.person
OVERSEERS = (Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER)
ADD = Statement(keep(media, "content", "name").on_conflict_do_nothing(index_elements=["media", "chat_id"]))
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
ROLES = type_coerce(people.c.roles, Text)
OVERSEES = exists().where(
    people.c.id == given("person"),
    or_(*(ROLES.like(f'%"{role}"%') for role in OVERSEERS)),
)
MINE = or_(
    T.customer == given("person"),
    and_(or_(T.assignee == given("person"), T.ref.in_(gone_along(given("person")))), IS_OPEN),
    OVERSEES,
)
# A picture hangs on a ticket of whoever gave it, or that he works on.
ON_TICKET = Statement(
    select(T.id)
    .join_from(media, chats, chats.c.id == M.chat_id)
    .join(tickets, or_(T.customer == GIVER, T.assignee == GIVER, T.ref.in_(gone_along(GIVER))))
    .where(M.media == given("media"), type_coerce(T.facts, Text).like(given("pattern")), MINE)
    .limit(1)
)


class MediaRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, media: str, chat_id: int, mime: str, size: int, at: datetime) -> None:
        self.connection.change(ADD, media=media, chat_id=chat_id, mime=mime, size=size, at=at)

    def file(self, media: str) -> Stored | None:
        row = self.connection.one(KEPT_IN, media=media)
        return Stored(*row) if row else None

    def is_kept(self, content: str) -> bool:
        return self.connection.one(IS_KEPT, file=content) is not None

    def may_see(self, media: str, chat_id: int, person: PersonId) -> bool:
        if self.connection.one(GIVEN, media=media, chat_id=chat_id):
            return True
        named = f'%"{media}"%'
        if self.connection.one(SHOWN, media=media, chat_id=chat_id, pattern=named):
            return True
        return self.connection.one(ON_TICKET, media=media, person=person, pattern=named) is not None
