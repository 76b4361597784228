"""Lines that came while nobody was at their chat: another replica may have its page."""

from __future__ import annotations

from sqlalchemy import select

from core.people import Chat
from core.storage.connection import Connection
from core.storage.message_tables import chats
from core.storage.statements import Statement, given
from core.storage.types import read_json, write_json
from core.values import dataclass

ADDRESS = Statement(select(chats.c.channel, chats.c.account, chats.c.chat).where(chats.c.id == given("number")))


@dataclass(frozen=True, slots=True)
class Missed:
    """From this line on something waits in this chat."""

    chat: Chat
    line: int

    def written(self) -> str:
        return write_json([self.chat.channel, self.chat.account, self.chat.chat, self.line])

    @classmethod
    def read(cls, text: str) -> Missed:
        channel, account, chat, line = read_json(text)
        return cls(Chat(channel, account, chat), line)


def missed_in(connection: Connection) -> tuple[Missed, ...]:
    """All that this unit of work left to wait."""
    return tuple(missed(connection, chat_id, line) for chat_id, line in connection.missed.items())


def missed(connection: Connection, chat_id: int, line: int) -> Missed:
    row = connection.one(ADDRESS, number=chat_id)
    if row is None:
        raise LookupError(chat_id)
    return Missed(Chat(*row), line)
