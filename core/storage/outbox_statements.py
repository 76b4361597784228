"""What the outbox says to the database. Constants are spelled out, or SQLite would not see its partial indexes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
    update,
)

from core.storage.message_tables import attempts, chats, outbox
from core.storage.statements import Statement, keep

O = outbox.c  # noqa: E741 - as in every file here: the table's first letter
EARLIER, CARD = outbox.alias("earlier"), outbox.alias("earlier_card")
STATES = ("queued", "sending", "waiting", "sent", "dead", "unknown", "expired", "held", "superseded")


def is_(state: str, column: ColumnElement[str] = O.state) -> ColumnElement[bool]:
    return column == literal_column(f"'{state}'")


def among(*states: str) -> ColumnElement[bool]:
    return O.state.in_([literal_column(f"'{state}'") for state in states])


def parcels(*where: ColumnElement[bool]) -> Select[Any]:
    replaces = (
        select(CARD.c.external_id)
        .where(CARD.c.chat_id == O.chat_id, CARD.c.card == O.card, CARD.c.card.is_not(None))
        .where(is_("sent", CARD.c.state), CARD.c.external_id != literal_column("''"))
        .order_by(CARD.c.id.desc())
        .limit(literal_column("1"))
        .scalar_subquery()
    )
    return (
        select(
            *(O.id, O.chat_id, chats.c.channel, chats.c.account, chats.c.chat, O.body, O.weight),
            *(O.attempt, O.unknown, O.ticket, O.cause, replaces),
        )
        .join_from(outbox, chats, chats.c.id == O.chat_id)
        .where(*where)
    )


ABSENT = exists().where(and_(EARLIER.c.chat_id == bindparam("chat_id"), is_("waiting", EARLIER.c.state)))
PUT = Statement(
    keep(outbox, "lease_until", "done_at")
    .values(
        # Nobody is there: it waits behind what waits already, and no attempt is wasted.
        state=case((ABSENT, bindparam("if_absent")), else_=literal_column("'queued'")),
        attempt=literal_column("0"),
        unknown=literal_column("0"),
        woken=False,
        external_id="",
    )
    .on_conflict_do_nothing(index_elements=["dedupe"], index_where=O.dedupe.is_not(None))
    .returning(O.id)
)
SUPERSEDE = Statement(
    update(outbox)
    .where(O.chat_id == bindparam("chat_id"), O.card == bindparam("card"), O.card.is_not(None))
    .where(O.id < bindparam("newer"), is_("card", O.weight), among("queued", "waiting", "unknown"))
    .values(state=literal_column("'superseded'"), done_at=bindparam("at"))
)

DUE = and_(is_("queued"), O.due_at <= bindparam("at"))
IN_TIME = or_(O.expires_at.is_(None), O.expires_at > bindparam("at"))
ON_ITS_WAY = exists().where(and_(EARLIER.c.chat_id == O.chat_id, is_("sending", EARLIER.c.state)))
BEHIND = exists().where(
    and_(
        *(EARLIER.c.chat_id == O.chat_id, is_("queued", EARLIER.c.state), EARLIER.c.id < O.id),
        or_(EARLIER.c.not_before.is_(None), EARLIER.c.not_before <= bindparam("at")),
        or_(EARLIER.c.expires_at.is_(None), EARLIER.c.expires_at > bindparam("at")),
    )
)
CLAIMABLE = Statement(
    parcels(DUE, IN_TIME, ~ON_ITS_WAY, ~BEHIND)
    .order_by(O.due_at, O.id)
    .limit(bindparam("limit"))
    .with_for_update(of=outbox, skip_locked=True)
)
CLAIM = Statement(
    update(outbox)
    .where(O.id == bindparam("number"))
    .values(state=literal_column("'sending'"), attempt=O.attempt + 1, lease_until=bindparam("until"), woken=False)
)
BEGIN_ATTEMPT = Statement(keep(attempts, "finished_at", "outcome", "reason"))
FINISH_ATTEMPT = Statement(
    update(attempts)
    .where(attempts.c.outbox_id == bindparam("number"), attempts.c.attempt == bindparam("fence"))
    .values(finished_at=bindparam("at"), outcome=bindparam("outcome"), reason=bindparam("reason"))
)
RECORD = Statement(
    update(outbox)
    .where(O.id == bindparam("number"), is_("sending"), O.attempt == bindparam("fence"))
    .values(
        state=case((O.woken, bindparam("if_woken")), else_=bindparam("state")),
        due_at=func.coalesce(bindparam("retry_at", type_=O.due_at.type), O.due_at),
        unknown=O.unknown + bindparam("doubt"),
        done_at=bindparam("done_at"),
        external_id=bindparam("network_id"),
        lease_until=None,
    )
)
LAPSED = Statement(
    parcels(is_("sending"), O.lease_until <= bindparam("at"))
    .order_by(O.lease_until, O.id)
    .limit(bindparam("limit"))
    .with_for_update(of=outbox, skip_locked=True)
)
EXPIRING = Statement(
    parcels(O.expires_at <= bindparam("at"), O.done_at.is_(None), among("queued", "waiting"))
    .order_by(O.id)
    .limit(bindparam("limit"))
    .with_for_update(of=outbox, skip_locked=True)
)
EXPIRE = Statement(
    update(outbox).where(O.id == bindparam("number")).values(state=literal_column("'expired'"), done_at=bindparam("at"))
)

HERE = O.chat_id == (
    select(chats.c.id)
    .where(
        chats.c.channel == bindparam("channel"),
        chats.c.account == bindparam("account"),
        chats.c.chat == bindparam("chat"),
    )
    .scalar_subquery()
)
WAKE = Statement(update(outbox).where(HERE, is_("waiting")).values(state=literal_column("'queued'")))
WOKEN = Statement(update(outbox).where(HERE, is_("sending")).values(woken=True))
SHOWN = and_(
    HERE, O.id <= bindparam("up_to"), or_(O.not_before.is_(None), O.not_before <= bindparam("at", type_=O.at.type))
)
SEEN = Statement(
    update(outbox)
    .where(SHOWN, among("queued", "sending", "waiting", "unknown"))
    .values(state=literal_column("'sent'"), done_at=bindparam("at"), lease_until=None)
)
SEEN_ATTEMPTS = Statement(
    update(attempts)
    .where(attempts.c.finished_at.is_(None), attempts.c.outbox_id.in_(select(O.id).where(SHOWN, is_("sent"))))
    .values(finished_at=bindparam("at"), outcome=literal_column("'seen'"))
)
UNDELIVERED = Statement(
    parcels(among("dead", "unknown", "expired"), O.weight != literal_column("'survey'"))
    .order_by(O.id.desc())
    .limit(bindparam("limit"))
)
HOLD = Statement(
    update(outbox)
    .where(among("queued", "sending", "waiting"))
    .values(
        state=literal_column("'held'"),
        unknown=case((is_("sending"), O.unknown + 1), else_=O.unknown),
        lease_until=None,
    )
)
FREE = update(outbox).where(is_("held")).values(state=literal_column("'queued'"))
RELEASE, RELEASE_SINCE = Statement(FREE), Statement(FREE.where(O.at >= bindparam("since")))
