"""How soon customers were answered who began to write, counted beside the writer (CHN-05)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import BigInteger, and_, case, func, or_, select, type_coerce

from core.phrases import Span
from core.reports.complaint_report import Greeted
from core.storage.message_tables import chats, inbox
from core.storage.registers import Registers
from core.storage.tables import people

SILENCE: Final = timedelta(hours=12)  # whoever writes after so long begins anew
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)
I = inbox.c  # noqa: E741 - the table's first letter
CAME, ANSWERED = type_coerce(I.received_at, BigInteger), type_coerce(I.handled_at, BigInteger)
OF_CHAT = and_(chats.c.chat == I.chat, chats.c.account == I.account, chats.c.channel == I.channel)
WRITTEN = (
    select(
        CAME.label("came"),
        ANSWERED.label("answered"),
        I.parked,
        func.lag(CAME).over(partition_by=(I.channel, I.account, I.chat), order_by=I.id).label("before"),
    )
    .join_from(inbox, chats, OF_CHAT)
    .join(people, people.c.id == chats.c.person)
    .where(people.c.staff.is_(False))
)


async def greeted(registers: Registers, span: Span, allowed: timedelta) -> Greeted:
    """Of those who began to write: how many, and how many of them had an answer in time. Raises StorageTrouble."""
    start, end = micro(span.start - EPOCH), micro(span.end - EPOCH)
    w = WRITTEN.where(start - micro(SILENCE) <= CAME, end > CAME).subquery()
    first = and_(w.c.came >= start, or_(w.c.before.is_(None), w.c.came - w.c.before >= micro(SILENCE)))
    in_time = and_(w.c.answered.is_not(None), w.c.parked.is_(False), w.c.answered - w.c.came <= micro(allowed))
    statement = select(func.count(), func.coalesce(func.sum(case((in_time, 1), else_=0)), 0)).where(first)
    ((number, timely),) = await registers.read(statement)
    return Greeted(int(number), int(timely))


def micro(length: timedelta) -> int:
    """As instants are kept."""
    return length // MICROSECOND
