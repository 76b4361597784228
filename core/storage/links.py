"""Links into a chat, in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select, update

from core.links import Link
from core.storage.connection import Connection
from core.storage.message_tables import links
from core.storage.statements import Row, Statement, given, keep

L = links.c
GOOD = (
    L.token == given("token"),
    or_(L.expires_at.is_(None), L.expires_at > given("at")),
    or_(L.most.is_(None), L.used < L.most),
)
LINK = (L.token, L.form, L.answers, L.ticket, L.expires_at, L.most)
ADD = Statement(keep(links).values(used=0))
GET = Statement(select(*LINK).where(*GOOD))
USE = Statement(update(links).where(*GOOD).values(used=L.used + 1).returning(*LINK))


class LinkRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, link: Link) -> None:
        self.connection.change(
            ADD,
            token=link.token,
            form=link.form,
            answers=link.answers,
            ticket=link.ticket,
            expires_at=link.expires_at,
            most=link.most,
        )

    def get(self, token: str, at: datetime) -> Link | None:
        return link_of(self.connection.one(GET, token=token, at=at))

    def use(self, token: str, at: datetime) -> Link | None:
        return link_of(self.connection.one(USE, token=token, at=at))


def link_of(row: Row | None) -> Link | None:
    return Link(*row) if row else None
