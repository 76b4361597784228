"""Messages on their way out: queueing, claiming, recording. What a person sees of them is in lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from core.outcomes import Outcome
from core.people import Chat
from core.ports import Line, Parcel, Posting, Weight
from core.storage import outbox_statements as sql
from core.storage.chat_order import hold_order, share_order, still_chats
from core.storage.connection import Connection
from core.storage.lines import lines
from core.storage.outcomes import ending, name, reason
from core.storage.statements import Row

AT_ONCE = 500  # more than that is left for the next time


class OutboxRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def put(self, posting: Posting) -> int | None:
        card = posting.body.get("card") or None
        share_order(self.connection, posting.chat_id)
        put = self.connection.new(
            sql.PUT,
            chat_id=posting.chat_id,
            at=posting.at,
            due_at=posting.not_before or posting.at,
            not_before=posting.not_before,
            expires_at=posting.expires_at,
            weight=posting.weight.value,
            if_absent="queued" if posting.not_before else "waiting",
            dedupe=posting.dedupe,
            ticket=posting.ticket,
            cause=posting.cause,
            card=card,
            body=posting.body,
        )
        if not put:
            return None
        self.connection.posted = True
        number, state = put
        if state == "waiting":
            self.connection.leave_waiting(posting.chat_id, number)
        if card and posting.weight in (Weight.CARD, Weight.ANSWER):
            self.connection.change(sql.SUPERSEDE, newer=number, chat_id=posting.chat_id, card=card, at=posting.at)
        return int(number)

    def claim(self, at: datetime, lease_until: datetime, limit: int = 30, channel: str = "") -> tuple[Parcel, ...]:
        parcels = self.claimable(at, limit, channel)
        if parcels:
            self.connection.each(sql.CLAIM, ({"number": p.id, "until": lease_until} for p in parcels))
            attempts = ({"outbox_id": p.id, "attempt": p.attempt, "started_at": at} for p in parcels)
            self.connection.each(sql.BEGIN_ATTEMPT, attempts)
        return parcels

    def claimable(self, at: datetime, limit: int, channel: str) -> tuple[Parcel, ...]:
        """On PostgreSQL a chat into which somebody is just posting has to wait for him."""
        claim = {"at": at, "limit": limit, "channel": channel}
        still = still_chats(self.connection, **claim) if self.connection.shared else None
        if still is not None and not still:
            return ()
        rows = self.connection.all(sql.CLAIMABLE_BY if channel else sql.CLAIMABLE, **claim)
        parcels = (parcel_of(row, 1) for row in rows)
        return tuple(parcel for parcel in parcels if still is None or parcel.chat_id in still)

    def record(self, parcel: Parcel, outcome: Outcome, at: datetime, retry_at: datetime | None) -> bool:
        end = ending(outcome, retry_at)
        current = self.connection.change(
            sql.RECORD,
            number=parcel.id,
            fence=parcel.attempt,
            state=end.state,
            if_woken="queued" if end.state == "waiting" else end.state,
            retry_at=retry_at if end.state == "queued" else None,
            doubt=end.doubt,
            done_at=at if end.done else None,
            network_id=end.external_id,
        )
        if current:
            self.finish(parcel, name(outcome), reason(outcome), at)
            if end.state == "waiting":
                self.leave_waiting(parcel, at)
        return bool(current)

    def leave_waiting(self, parcel: Parcel, at: datetime) -> None:
        hold_order(self.connection, parcel.chat)
        self.connection.change(sql.WAIT_BEHIND, chat_id=parcel.chat_id, number=parcel.id, at=at)
        self.connection.leave_waiting(parcel.chat_id, parcel.id)

    def settled(self, parcel: Parcel) -> bool:
        return self.connection.one(sql.SETTLED, number=parcel.id, fence=parcel.attempt) is not None

    def finish(self, parcel: Parcel, outcome: str, why: str, at: datetime) -> None:
        self.connection.change(
            sql.FINISH_ATTEMPT, number=parcel.id, fence=parcel.attempt, at=at, outcome=outcome, reason=why
        )

    def replaced(self, parcel: Parcel, at: datetime) -> None:
        self.connection.change(sql.REPLACED, number=parcel.id, at=at)

    def lapsed(self, at: datetime, limit: int = 100) -> tuple[Parcel, ...]:
        return parcels_of(self.connection.all(sql.LAPSED, at=at, limit=limit))

    def expire(self, at: datetime) -> tuple[Parcel, ...]:
        expired = parcels_of(self.connection.all(sql.EXPIRING, at=at, limit=AT_ONCE))
        if expired:
            self.connection.each(sql.EXPIRE, ({"number": parcel.id, "at": at} for parcel in expired))
        return expired

    def rest(self, chat: Chat) -> None:
        self.connection.change(sql.REST, channel=chat.channel, account=chat.account, chat=chat.chat)

    def wake(self, chat: Chat) -> None:
        """First what is on its way: it may come to wait just now."""
        address = {"channel": chat.channel, "account": chat.account, "chat": chat.chat}
        hold_order(self.connection, chat)
        self.connection.change(sql.WOKEN, **address)
        if self.connection.change(sql.WAKE, **address):
            self.connection.posted = True

    def seen(self, chat: Chat, up_to: int, at: datetime) -> None:
        address = {"channel": chat.channel, "account": chat.account, "chat": chat.chat}
        if self.connection.change(sql.SEEN, **address, up_to=up_to, at=at):
            self.connection.change(sql.SEEN_ATTEMPTS, **address, up_to=up_to, at=at)

    def lines(self, chat: Chat, after: int, at: datetime, limit: int = 200) -> tuple[Line, ...]:
        hold_order(self.connection, chat)
        return lines(self.connection, chat, after, at, limit)

    def undelivered(self, limit: int = 50) -> tuple[Parcel, ...]:
        return parcels_of(self.connection.all(sql.UNDELIVERED, limit=limit))

    def hold_all(self) -> int:
        return self.connection.change(sql.HOLD)

    def release(self, since: datetime | None) -> int:
        change = self.connection.change
        released = change(sql.RELEASE_SINCE, since=since) if since else change(sql.RELEASE)
        self.connection.posted = self.connection.posted or bool(released)
        return released


def parcels_of(rows: Iterable[Row]) -> tuple[Parcel, ...]:
    return tuple(parcel_of(row) for row in rows)


def parcel_of(row: Row, further: int = 0) -> Parcel:
    """`further`: the attempt that begins with this claim."""
    number, chat_id, channel, account, chat, body, weight, attempt, unknown, ticket, cause, replaces, *times = row
    expires_at, stood, at, stood_at = times
    return Parcel(
        number,
        chat_id,
        Chat(channel, account, chat),
        body,
        Weight(weight),
        attempt + further,
        unknown,
        ticket,
        cause,
        replaces or "",
        expires_at,
        stood,
        at,
        stood_at,
    )
