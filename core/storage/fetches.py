"""Files that a network holds for us until they are fetched, in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update

from core.people import Chat
from core.ports import Stored, Wanted
from core.storage.connection import Connection
from core.storage.message_tables import FILE, chats, fetches, media
from core.storage.statements import Row, Statement, given, keep

F, M = fetches.c, media.c
THIS = (F.media == given("media"), F.chat_id == given("chat_id"))
NEW = ["media", "chat_id"]
HERE = Statement(select(FILE, M.mime, M.size).where(M.media == given("media")).limit(1))
ADD = Statement(keep(media).on_conflict_do_nothing(index_elements=NEW))
WANT = Statement(
    keep(fetches, "due_at", "attempts")
    .values(due_at=given("at", F.at.type), attempts=0)
    .on_conflict_do_nothing(index_elements=NEW)
)
DUE = Statement(
    select(F.media, F.chat_id, chats.c.channel, chats.c.account, chats.c.chat, F.source, F.at, F.attempts, F.name)
    .join_from(fetches, chats, chats.c.id == F.chat_id)
    .where(F.due_at <= given("at"))
    .order_by(F.due_at)
    .limit(given("limit"))
    .with_for_update(of=fetches, skip_locked=True)
)
CLAIM = Statement(update(fetches).where(*THIS).values(due_at=given("until"), attempts=F.attempts + 1))
AGAIN = Statement(update(fetches).where(*THIS).values(due_at=given("until")))
DROP = Statement(delete(fetches).where(*THIS))
COMING = Statement(select(F.media).where(F.media == given("media")).limit(1))


class FetchRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def want(self, media: str, chat_id: int, source: str, at: datetime, name: str = "") -> None:
        if here := self.connection.one(HERE, media=media):
            content, mime, size = here
            self.add(media, chat_id, Stored(content, mime, name), size, at)
        else:
            self.connection.change(WANT, media=media, chat_id=chat_id, source=source, at=at, name=name or None)

    def add(self, media: str, chat_id: int, file: Stored, size: int, at: datetime) -> None:
        named = {"content": file.content, "name": file.name or None}
        self.connection.change(ADD, media=media, chat_id=chat_id, mime=file.mime, size=size, at=at, **named)

    def claim(self, at: datetime, until: datetime, limit: int) -> tuple[Wanted, ...]:
        wanted = tuple(wanted_of(row) for row in self.connection.all(DUE, at=at, limit=limit))
        if wanted:
            self.connection.each(CLAIM, ({**key_of(each), "until": until} for each in wanted))
        return wanted

    def kept(self, wanted: Wanted, file: Stored, size: int, at: datetime) -> bool:
        if not self.connection.change(DROP, **key_of(wanted)):
            return False
        self.add(wanted.media, wanted.chat_id, file, size, at)
        return True

    def again(self, wanted: Wanted, due_at: datetime) -> None:
        self.connection.change(AGAIN, **key_of(wanted), until=due_at)

    def given_up(self, wanted: Wanted) -> bool:
        return bool(self.connection.change(DROP, **key_of(wanted)))

    def is_coming(self, media: str) -> bool:
        return self.connection.one(COMING, media=media) is not None


def key_of(wanted: Wanted) -> dict[str, object]:
    return {"media": wanted.media, "chat_id": wanted.chat_id}


def wanted_of(row: Row) -> Wanted:
    media, chat_id, channel, account, chat, source, at, attempts, name = row
    return Wanted(media, chat_id, Chat(channel, account, chat), source, at, attempts + 1, name or "")
