"""Conversations and the secrets of web chats in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Select, Text, and_, literal_column, select, type_coerce, update

from core.people import Chat, Person
from core.ports import Conversation, Json
from core.storage.connection import Connection
from core.storage.message_tables import chats, keys
from core.storage.people import ADD, PERSON, columns, person_of
from core.storage.statements import NewRow, Row, Statement, given, keep
from core.storage.tables import people
from core.tickets import PersonId

C = chats.c
ADDRESS = and_(C.channel == given("channel"), C.account == given("account"), C.chat == given("chat"))


def conversations(*where: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    return (
        select(C.id, C.channel, C.account, C.chat, C.draft, C.gone_at, *PERSON)
        .join_from(chats, people, people.c.id == C.person)
        .where(*where)
    )


LOOK = Statement(conversations(ADDRESS))
# The weaker lock lets others post to this chat meanwhile: a foreign key only asks that its row stays.
LOCK = Statement(conversations(ADDRESS).with_for_update(of=chats, key_share=True))
ADD_CHAT = NewRow(keep(chats, "draft", "touched_at", "gone_at"))
OF = Statement(
    conversations(C.person == given("person")).order_by(
        C.gone_at.is_not(None), C.touched_at.is_(None), C.touched_at.desc(), C.id.desc()
    )
)
DRAFT = Statement(update(chats).where(C.id == given("number")).values(draft=given("draft"), touched_at=given("at")))
# Within what a person wrote the quotes are escaped, so that nobody can say this himself.
NUDGED = type_coerce(C.draft, Text).like(literal_column("'%\"nudged\":true%'"))
SILENT = (
    conversations(C.draft.is_not(None), C.touched_at < given("since"))
    .order_by(C.touched_at, C.id)
    .limit(given("limit"))
)
SILENT_YET, SILENT_STILL = Statement(SILENT.where(~NUDGED)), Statement(SILENT.where(NUDGED))
BIND = Statement(
    keep(chats, "draft", "touched_at", "gone_at").on_conflict_do_update(
        index_elements=["channel", "account", "chat"], set_={"person": given("person")}
    )
)
GONE = Statement(update(chats).where(C.id == given("number"), C.gone_at.is_(None)).values(gone_at=given("at")))
BACK = Statement(update(chats).where(C.id == given("number"), C.gone_at.is_not(None)).values(gone_at=None))
MOVE = Statement(update(chats).where(C.id == given("number")).values(chat=given("to")))
ADD_KEY = Statement(keep(keys).on_conflict_do_nothing(index_elements=["key_hash"]))
BY_KEY = Statement(select(keys.c.channel, keys.c.account, keys.c.chat).where(keys.c.key_hash == given("hash")))


class ChatRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def open(self, chat: Chat, language: str, *, lock: bool = True) -> Conversation:
        row = self.connection.one(LOCK if lock else LOOK, channel=chat.channel, account=chat.account, chat=chat.chat)
        return conversation_of(row) if row else self.begin(chat, language)

    def known(self, chat: Chat) -> Person | None:
        row = self.connection.one(LOOK, **address(chat))
        return conversation_of(row).person if row else None

    def begin(self, chat: Chat, language: str) -> Conversation:
        """A newcomer. Two of his first messages at once on PostgreSQL: the second unit runs again, and finds him."""
        newcomer = Person(PersonId(0), language=language)
        person = PersonId(self.connection.new(ADD, **columns(newcomer))[0])
        number = self.connection.new(ADD_CHAT, **address(chat), person=person)[0]
        return Conversation(number, chat, Person(person, language=language), None)

    def of(self, person: PersonId) -> tuple[Conversation, ...]:
        return tuple(map(conversation_of, self.connection.all(OF, person=person)))

    def keep_draft(self, chat_id: int, draft: Json | None, at: datetime) -> None:
        self.connection.change(DRAFT, number=chat_id, draft=draft, at=at)

    def silent(self, since: datetime, limit: int = 100, *, nudged: bool = False) -> tuple[Conversation, ...]:
        rows = self.connection.all(SILENT_STILL if nudged else SILENT_YET, since=since, limit=limit)
        return tuple(map(conversation_of, rows))

    def bind(self, chat: Chat, person: PersonId) -> None:
        self.connection.change(BIND, **address(chat), person=person)

    def gone(self, chat_id: int, at: datetime | None) -> bool:
        change = self.connection.change
        return bool(change(GONE, number=chat_id, at=at) if at else change(BACK, number=chat_id))

    def move(self, chat: Chat, to: Chat) -> bool:
        here, there = (self.connection.one(LOOK, **address(each)) for each in (chat, to))
        return bool(here and not there and self.connection.change(MOVE, number=here[0], to=to.chat))

    def add_key(self, key_hash: str, chat: Chat, at: datetime) -> None:
        self.connection.change(ADD_KEY, key_hash=key_hash, **address(chat), at=at)

    def by_key(self, key_hash: str) -> Chat | None:
        row = self.connection.one(BY_KEY, hash=key_hash)
        return Chat(*row) if row else None


def conversation_of(row: Row) -> Conversation:
    number, channel, account, chat, draft, gone_at = row[:6]
    return Conversation(number, Chat(channel, account, chat), person_of(row[6:]), draft, gone_at)


def address(chat: Chat) -> dict[str, str]:
    return {"channel": chat.channel, "account": chat.account, "chat": chat.chat}
