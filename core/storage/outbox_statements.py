"""What the outbox says to the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    update,
)

from core.storage.message_tables import PENDING, attempts, chats, outbox
from core.storage.statements import NewRow, Statement, given, just, keep

O = outbox.c  # noqa: E741 - as in every file here: the table's first letter
EARLIER, CARD = outbox.alias("earlier"), outbox.alias("earlier_card")


def is_(state: str, column: ColumnElement[str] = O.state) -> ColumnElement[bool]:
    return column == just(state)


def among(*states: str) -> ColumnElement[bool]:
    return or_(*(is_(state) for state in states))


def parcels(*where: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    replaces, stood, stood_at = (
        select(column)
        .where(CARD.c.chat_id == O.chat_id, CARD.c.card == O.card, CARD.c.card.is_not(None))
        .where(is_("sent", CARD.c.state), CARD.c.external_id != just(""))
        .order_by(CARD.c.id.desc())
        .limit(1)
        .scalar_subquery()
        for column in (CARD.c.external_id, CARD.c.body, CARD.c.done_at)
    )
    return (
        select(
            *(O.id, O.chat_id, chats.c.channel, chats.c.account, chats.c.chat, O.body, O.weight),
            *(O.attempt, O.unknown, O.ticket, O.cause, replaces, O.expires_at, stood, O.at, stood_at),
        )
        .join_from(outbox, chats, chats.c.id == O.chat_id)
        .where(*where)
    )


ABSENT = exists().where(and_(EARLIER.c.chat_id == given("chat_id"), is_("waiting", EARLIER.c.state)))
GONE = exists().where(and_(chats.c.id == given("chat_id"), chats.c.gone_at.is_not(None)))
PUT = NewRow(
    keep(outbox, "lease_until", "done_at")
    .values(
        # Nobody is there: it waits behind what waits already, and no attempt is wasted.
        state=case((or_(ABSENT, GONE), given("if_absent")), else_=just("queued")),
        attempt=0,
        unknown=0,
        woken=False,
        external_id="",
    )
    .on_conflict_do_nothing(index_elements=["dedupe"], index_where=O.dedupe.is_not(None)),
    O.state,
)
OF_NOW = or_(is_("card", O.weight), is_("answer", O.weight))  # rather than telling what must be known
SUPERSEDE = Statement(
    update(outbox)
    .where(O.chat_id == given("chat_id"), O.card == given("card"), O.card.is_not(None))
    .where(O.id < given("newer"), OF_NOW, among("queued", "waiting", "unknown"))
    .values(state=just("superseded"), done_at=given("at"))
)

DUE = and_(is_("queued"), O.due_at <= given("at"))
IN_TIME = or_(O.expires_at.is_(None), O.expires_at > given("at"))
ON_ITS_WAY = exists().where(and_(EARLIER.c.chat_id == O.chat_id, is_("sending", EARLIER.c.state)))
BEHIND = exists().where(
    and_(
        *(EARLIER.c.chat_id == O.chat_id, is_("queued", EARLIER.c.state), EARLIER.c.id < O.id),
        or_(EARLIER.c.not_before.is_(None), EARLIER.c.not_before <= given("at")),
        or_(EARLIER.c.expires_at.is_(None), EARLIER.c.expires_at > given("at")),
    )
)
CLAIMING = (
    parcels(DUE, IN_TIME, ~ON_ITS_WAY, ~BEHIND)
    .order_by(O.due_at, O.id)
    .limit(given("limit"))
    .with_for_update(of=outbox, skip_locked=True)
)
# Asked row by row, so that the search still begins with what is due and not with all chats of the channel.
CHANNEL = select(chats.c.channel).where(chats.c.id == O.chat_id).correlate(outbox).scalar_subquery()
CLAIMING_BY = CLAIMING.where(given("channel") == CHANNEL)
CLAIMABLE, CLAIMABLE_BY = Statement(CLAIMING), Statement(CLAIMING_BY)
CLAIM = Statement(
    update(outbox)
    .where(O.id == given("number"))
    .values(state=just("sending"), attempt=O.attempt + 1, lease_until=given("until"), woken=False)
)
BEGIN_ATTEMPT = Statement(keep(attempts, "finished_at", "outcome", "reason"))
FINISH_ATTEMPT = Statement(
    update(attempts)
    .where(attempts.c.outbox_id == given("number"), attempts.c.attempt == given("fence"))
    .values(finished_at=given("at"), outcome=given("outcome"), reason=given("reason"))
)
RECORD = Statement(
    update(outbox)
    .where(O.id == given("number"), is_("sending"), O.attempt == given("fence"))
    .values(
        state=case((O.woken, given("if_woken")), else_=given("state")),
        due_at=func.coalesce(given("retry_at", O.due_at.type), O.due_at),
        unknown=O.unknown + given("doubt"),
        done_at=given("done_at"),
        external_id=given("network_id"),
        lease_until=None,
    )
)
# What was queued behind one that came to wait: nobody is there for it either, and he reads them in their order.
WAIT_BEHIND = Statement(
    update(outbox)
    .where(O.chat_id == given("chat_id"), O.id > given("number"), is_("queued"))
    .where(or_(O.not_before.is_(None), O.not_before <= given("at")))
    .where(exists().where(EARLIER.c.id == given("number"), is_("waiting", EARLIER.c.state)))
    .values(state=just("waiting"))
)
# Its page said that it was shown, or its person was forgotten, before the attempt was over.
SETTLED = Statement(
    select(O.id).where(O.id == given("number"), O.attempt == given("fence"), among("sent", "superseded"))
)
REPLACED = Statement(
    update(outbox).where(O.id == given("number"), is_("dead")).values(state=just("superseded"), done_at=given("at"))
)
LAPSED = Statement(
    parcels(is_("sending"), O.lease_until <= given("at"))
    .order_by(O.lease_until, O.id)
    .limit(given("limit"))
    .with_for_update(of=outbox, skip_locked=True)
)
EXPIRING = Statement(
    parcels(O.expires_at.is_not(None), O.expires_at <= given("at"), PENDING, among("queued", "waiting"))
    .order_by(O.expires_at, O.id)
    .limit(given("limit"))
    .with_for_update(of=outbox, skip_locked=True)
)
EXPIRE = Statement(update(outbox).where(O.id == given("number")).values(state=just("expired"), done_at=given("at")))

HERE = O.chat_id == (
    select(chats.c.id)
    .where(
        chats.c.channel == given("channel"),
        chats.c.account == given("account"),
        chats.c.chat == given("chat"),
    )
    .scalar_subquery()
)
REST = Statement(update(outbox).where(HERE, is_("queued"), O.not_before.is_(None)).values(state=just("waiting")))
WAKE = Statement(update(outbox).where(HERE, is_("waiting")).values(state=just("queued")))
WOKEN = Statement(update(outbox).where(HERE, is_("sending")).values(woken=True))
SHOWN = and_(HERE, O.id <= given("up_to"), or_(O.not_before.is_(None), O.not_before <= given("at", O.at.type)))
SEEN = Statement(
    update(outbox)
    .where(SHOWN, among("queued", "sending", "waiting", "unknown"))
    .values(state=just("sent"), done_at=given("at"), lease_until=None)
)
SEEN_ATTEMPTS = Statement(
    update(attempts)
    .where(attempts.c.finished_at.is_(None), attempts.c.outbox_id.in_(select(O.id).where(SHOWN, is_("sent"))))
    .values(finished_at=given("at"), outcome=just("seen"))
)
UNDELIVERED = Statement(
    parcels(among("dead", "unknown", "expired"), O.weight != just("survey")).order_by(O.id.desc()).limit(given("limit"))
)
HOLD = Statement(
    update(outbox)
    .where(among("queued", "sending", "waiting"))
    .values(
        state=just("held"),
        unknown=case((is_("sending"), O.unknown + 1), else_=O.unknown),
        lease_until=None,
    )
)
FREE = update(outbox).where(is_("held")).values(state=just("queued"))
RELEASE, RELEASE_SINCE = Statement(FREE), Statement(FREE.where(O.at >= given("since")))
