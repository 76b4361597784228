"""The staff's own group in the database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, false, literal, select, update
from sqlalchemy.dialects.postgresql import Insert, insert

from core.people import Chat
from core.ports import Board, Remark, Topic
from core.storage.board_tables import IS_NEW, boards, remarks, topics
from core.storage.connection import Connection
from core.storage.statements import Row, Statement, given, keep
from core.storage.tables import IS_OPEN, tickets
from core.storage.types import EPOCH
from core.tickets import Ref

B, P, R = boards.c, topics.c, remarks.c
ACCOUNT = and_(B.channel == given("channel"), B.account == given("account"))
ADDRESS = and_(ACCOUNT, B.chat == given("chat"))
THIS = and_(P.ticket == given("ticket"), P.board == given("board"))
BOARD = (B.id, B.channel, B.account, B.chat, B.language)
SHOWN = (P.ticket, P.thread, P.card, P.title, P.closed, P.told, P.wanted)


def wanting(source: Any) -> Insert:  # noqa: ANN401 - any selection of a board and a ticket
    """A topic is wanted, or wanted anew."""
    blank = dict[str, object](thread="", card="", title="", told=0, wanted=1, shown=0, due_at=EPOCH)
    values = [literal(value, P[name].type) for name, value in blank.items()]
    rows = source.add_columns(*values, false()).where(B.id > 0)  # without WHERE SQLite takes ON CONFLICT for a join
    return (
        insert(topics)
        .from_select(["board", "ticket", *blank, "closed"], rows)
        .on_conflict_do_update(index_elements=["ticket", "board"], set_={"wanted": P.wanted + 1})
    )


CHANGED = Statement(wanting(select(B.id, given("ticket", P.ticket.type))))
OPEN = select(B.id, tickets.c.ref).select_from(boards.join(tickets, tickets.c.id > 0))
ALL = Statement(wanting(OPEN.where(ACCOUNT, IS_OPEN)))
OF = Statement(select(*BOARD).where(ADDRESS))
ON = Statement(select(*BOARD).where(ACCOUNT))
ADD = Statement(keep(boards))
CLEAR = Statement(delete(topics).where(P.board.in_(select(B.id).where(ACCOUNT))))
DROP = Statement(delete(boards).where(ACCOUNT))
MOVE = Statement(update(boards).where(ADDRESS).values(chat=given("to")))
AT = Statement(select(*BOARD, *SHOWN).join_from(boards, topics).where(ADDRESS, P.thread == given("thread")))
ABOUT = Statement(select(*BOARD, *SHOWN).join_from(boards, topics).where(ADDRESS, P.ticket == given("ticket")))
# What stands there already goes first, then the newest: a new board has a long way to go.
DUE = Statement(
    select(*BOARD, *SHOWN)
    .select_from(topics.join(boards).join(tickets))
    .where(IS_NEW, P.due_at <= given("at"))
    .order_by(P.thread == literal("", P.thread.type), tickets.c.id.desc())
    .limit(1)
    .with_for_update(of=topics, skip_locked=True)
)
LATER = Statement(update(topics).where(THIS).values(due_at=given("due_at")))
KEEP = Statement(
    update(topics).where(THIS).values({name: given(name) for name in ("thread", "card", "title", "closed", "told")})
)
DONE = Statement(update(topics).where(THIS).values(shown=given("shown"), due_at=given("due_at")))
SAY = Statement(keep(remarks))
REMARK = Statement(
    select(R.channel, R.account, R.chat, R.text, R.thread, R.replying, R.asks, R.id)
    .where(R.due_at <= given("at"))
    .order_by(R.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
LEASE = Statement(update(remarks).where(R.id == given("number")).values(due_at=given("due_at")))
SAID = Statement(delete(remarks).where(R.id == given("number")))


class BoardRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def of(self, chat: Chat) -> Board | None:
        row = self.connection.one(OF, **address(chat))
        return board_of(row) if row else None

    def on(self, channel: str, account: str) -> Board | None:
        row = self.connection.one(ON, channel=channel, account=account)
        return board_of(row) if row else None

    def connect(self, chat: Chat, language: str, at: datetime) -> None:
        if self.of(chat) is None:
            self.clear(chat)
            self.connection.change(ADD, **address(chat), language=language, at=at)
        self.connection.change(ALL, channel=chat.channel, account=chat.account)

    def forget(self, chat: Chat) -> bool:
        if self.of(chat) is None:
            return False
        self.clear(chat)
        return True

    def clear(self, chat: Chat) -> None:
        for statement in (CLEAR, DROP):
            self.connection.change(statement, channel=chat.channel, account=chat.account)

    def move(self, chat: Chat, to: Chat) -> None:
        self.connection.change(MOVE, **address(chat), to=to.chat)

    def topic(self, chat: Chat, thread: str) -> Topic | None:
        row = self.connection.one(AT, **address(chat), thread=thread) if thread else None
        return topic_of(row) if row else None

    def topic_of(self, chat: Chat, ticket: Ref) -> Topic | None:
        row = self.connection.one(ABOUT, **address(chat), ticket=ticket)
        return topic_of(row) if row else None

    def claim(self, at: datetime, until: datetime) -> Topic | None:
        row = self.connection.one(DUE, at=at)
        if row is None:
            return None
        topic = topic_of(row)
        self.later(topic, until)
        return topic

    def keep(self, topic: Topic) -> None:
        stands = {"thread": topic.thread, "card": topic.card, "title": topic.title}
        self.connection.change(KEEP, **key_of(topic), **stands, closed=topic.closed, told=topic.told)

    def shown(self, topic: Topic, due_at: datetime) -> None:
        self.connection.change(DONE, **key_of(topic), shown=topic.wanted, due_at=due_at)

    def later(self, topic: Topic, due_at: datetime) -> None:
        self.connection.change(LATER, **key_of(topic), due_at=due_at)

    def say(self, remark: Remark, at: datetime) -> None:
        said = {"text": remark.text, "thread": remark.thread, "replying": remark.replying, "asks": remark.asks}
        self.connection.change(SAY, **address(remark.chat), **said, due_at=at)

    def remark(self, at: datetime, until: datetime) -> Remark | None:
        row = self.connection.one(REMARK, at=at)
        if row is None:
            return None
        channel, account, chat, text, thread, replying, asks, number = row
        self.connection.change(LEASE, number=number, due_at=until)
        return Remark(Chat(channel, account, chat), text, thread, replying, asks, number)

    def said(self, remark: Remark) -> None:
        self.connection.change(SAID, number=remark.id)


def changed(connection: Connection, ref: Ref) -> None:
    """The ticket's topic is to be shown anew, where there is a board."""
    connection.change(CHANGED, ticket=ref)


def address(chat: Chat) -> Mapping[str, str]:
    return {"channel": chat.channel, "account": chat.account, "chat": chat.chat}


def key_of(topic: Topic) -> Mapping[str, object]:
    return {"ticket": topic.ticket, "board": topic.board.id}


def board_of(row: Row) -> Board:
    number, channel, account, chat, language = row
    return Board(number, Chat(channel, account, chat), language)


def topic_of(row: Row) -> Topic:
    return Topic(board_of(row[:5]), *row[5:])
