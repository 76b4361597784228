"""A chat as its person sees it after a reload."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, func, or_, select

from core.people import Chat
from core.ports import Line
from core.storage.connection import Connection
from core.storage.message_tables import inbox, outbox
from core.storage.outbox_statements import HERE
from core.storage.statements import Row, Statement, given, just

O, I = outbox.c, inbox.c  # noqa: E741 - as in every file here: the table's first letter
SHOWN_AT = func.coalesce(O.not_before, O.at, type_=O.at.type)
SAID = (
    select(O.id, SHOWN_AT, O.body, O.state)
    .where(HERE, or_(O.not_before.is_(None), O.not_before <= given("at")))
    .where(O.state.not_in([just("held"), just("superseded")]))
    .where(O.body != {})  # forgotten with its person
    .limit(given("limit"))
)
SAID_LATEST = Statement(SAID.order_by(O.id.desc()))
SAID_AFTER = Statement(SAID.where(O.id > given("after")).order_by(O.id))
HEARD_LATEST = Statement(
    select(I.id, I.received_at, I.raw, I.handled_at)
    .where(and_(I.chat == given("chat"), I.account == given("account"), I.channel == given("channel")))
    .where(I.raw != just(""))
    .order_by(I.id.desc())
    .limit(given("limit"))
)


def lines(connection: Connection, chat: Chat, after: int, at: datetime, limit: int) -> tuple[Line, ...]:
    address = {"channel": chat.channel, "account": chat.account, "chat": chat.chat}
    if after:
        rows = connection.all(SAID_AFTER, **address, after=after, at=at, limit=limit)
        return tuple(map(said, rows))
    desk = [said(row) for row in connection.all(SAID_LATEST, **address, at=at, limit=limit)]
    own = [heard(row) for row in connection.all(HEARD_LATEST, **address, limit=limit)]
    # At the same moment a person speaks first and is answered then.
    together = sorted([*desk, *own], key=lambda line: (line.at, not line.mine, line.id))
    return tuple(together[-limit:])


def said(row: Row) -> Line:
    number, at, body, state = row
    return Line(number, mine=False, at=at, body=body, state=state)


def heard(row: Row) -> Line:
    number, at, raw, handled_at = row
    return Line(number, mine=True, at=at, body={"raw": raw}, state="handled" if handled_at else "noted")
