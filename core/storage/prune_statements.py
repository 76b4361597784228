"""What forgetting says to the database."""

from __future__ import annotations

from sqlalchemy import Text, and_, delete, exists, func, or_, select, type_coerce, update

from core.storage.message_tables import FILE, chats, inbox, media, outbox
from core.storage.statements import Statement, given, just
from core.storage.tables import IS_OPEN, events, gone_along, people, tickets

__all__ = ["Statement"]

P, M, T = people.c, media.c, tickets.c
GIVER = chats.c.person
WORDS_HEARD = and_(inbox.c.handled_at.is_not(None), inbox.c.raw != just(""))
WORDS_SAID = and_(outbox.c.done_at.is_not(None), outbox.c.body != just("{}"))
FORGET_HEARD = Statement(
    update(inbox)
    .where(
        inbox.c.id.in_(
            select(inbox.c.id)
            .where(WORDS_HEARD, inbox.c.handled_at < given("before"))
            .order_by(inbox.c.handled_at)
            .limit(given("limit"))
        )
    )
    .values(raw=just(""))
)
FORGET_SAID = Statement(
    update(outbox)
    .where(
        outbox.c.id.in_(
            select(outbox.c.id)
            .where(WORDS_SAID, outbox.c.done_at < given("before"))
            .order_by(outbox.c.done_at)
            .limit(given("limit"))
        )
    )
    .values(body={})
)
# Looks at the first few rows only: whatever is old enough is among them.
FORGET_IDS = Statement(
    delete(inbox).where(
        inbox.c.id.in_(select(inbox.c.id).order_by(inbox.c.id).limit(given("limit"))),
        inbox.c.handled_at < given("before"),
    )
)

HAPPENED_SINCE = exists().where(events.c.ticket == T.ref, events.c.at >= given("before"))
EVIDENCE = ("complaint", "capa")
EVIDENT_SINCE = exists().where(events.c.ticket == T.ref, events.c.at >= given("evidence"))
NEEDED = exists().where(
    or_(T.customer == GIVER, T.assignee == GIVER, T.ref.in_(gone_along(GIVER))),
    type_coerce(T.facts, Text).contains(M.media),
    or_(IS_OPEN, HAPPENED_SINCE, and_(T.kind.in_([just(kind) for kind in EVIDENCE]), EVIDENT_SINCE)),
)
OLD_PICTURES = Statement(
    select(M.media, M.chat_id, FILE)
    .join_from(media, chats, chats.c.id == M.chat_id)
    .where(M.at < given("before"), ~NEEDED)
    .order_by(M.at)
    .limit(given("limit"))
)
GIVEN = Statement(select(func.count()).select_from(media).where(given("file") == FILE))
FORGET_GIVEN = Statement(delete(media).where(M.media == given("media"), M.chat_id == given("chat_id")))

LIVELY_TICKET = exists().where(T.customer == P.id, or_(IS_OPEN, T.opened_at >= given("before"), HAPPENED_SINCE))
LIVELY_CHAT = exists().where(chats.c.person == P.id, chats.c.touched_at >= given("before"))
EVER_SERVED = exists().where(T.customer == P.id)  # somebody just entered shows no sign of life yet
LONG_GONE = Statement(
    select(P.id)
    .where(P.erased_at.is_(None), P.staff.is_(False), or_(P.name != just(""), P.phone != just("")))
    .where(EVER_SERVED, ~LIVELY_TICKET, ~LIVELY_CHAT)
    .order_by(P.id)
    .limit(given("limit"))
)
