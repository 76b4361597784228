"""What must be true after every run, however often the desk was killed: its database against what really happened.

Each check yields what is wrong in words; nothing yielded, nothing wrong. It is run when the desk is closed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any

from sqlalchemy import Connection, Engine, Row, create_engine, select
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from core.kinds import kind_named
from core.people import Chat
from core.ports import Received, Weight
from core.storage.engines import is_sqlite, postgres_url, sqlite_url
from core.storage.message_tables import attempts, chats, inbox, outbox
from core.storage.tables import clocks, events, tickets

MOST_COPIES = 2
DONE = {"sent", "dead", "unknown", "expired", "superseded"}
LISTED = {"dead", "unknown", "expired"}


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that a network really put in front of somebody."""

    number: int  # in the outbox
    chat: Chat
    attempt: int
    at: datetime
    body: dict[str, Any]


@dataclass(slots=True)
class Evidence:
    """What the networks remember."""

    acknowledged: list[Received] = field(default_factory=list[Received])
    deliveries: list[Delivery] = field(default_factory=list[Delivery])
    away: set[Chat] = field(default_factory=set[Chat])  # nobody looks at these now
    undelivered: set[int] = field(default_factory=set[int])  # on the list that the supervisor sees


@dataclass(frozen=True, slots=True)
class Found:
    """What the database says."""

    messages: list[Row[Any]]
    postings: list[Row[Any]]
    attempts: dict[int, list[Row[Any]]]
    tickets: list[Row[Any]]
    history: dict[str, list[Row[Any]]]
    clocks: list[Row[Any]]
    damage: list[str]


def violations(found: Found, evidence: Evidence, at: datetime, *, faults: int = 1, kind: str = "fault") -> list[str]:
    """`faults`: how many tickets of that `kind` people have asked for."""
    return [
        *(f"damage: {line}" for line in found.damage),
        *inbox_violations(found, evidence),
        *ticket_violations(found, faults, kind),
        *outbox_violations(found, evidence, at),
        *delivery_violations(found, evidence, at),
        *order_violations(found, evidence),
        *clock_violations(found, evidence),
    ]


def look(url: str) -> Found:
    with engine_for(url).connect() as connection:
        return Found(
            everything(connection, select(inbox).order_by(inbox.c.id)),
            everything(connection, select(outbox, chats.c.chat).join(chats).order_by(outbox.c.id)),
            grouped(everything(connection, select(attempts).order_by(attempts.c.outbox_id, attempts.c.attempt))),
            everything(connection, select(tickets).order_by(tickets.c.id)),
            grouped(everything(connection, select(events.c.ticket, *events.c).order_by(events.c.ticket, events.c.id))),
            everything(connection, select(clocks).order_by(clocks.c.id)),
            damage(connection),
        )


@lru_cache
def engine_for(url: str) -> Engine:
    made = make_url(url)
    return create_engine(sqlite_url(made) if is_sqlite(made) else postgres_url(made), poolclass=NullPool)


def everything(connection: Connection, query: Any) -> list[Row[Any]]:  # noqa: ANN401 - any selection
    return list(connection.execute(query).all())


def grouped(rows: Iterable[Row[Any]]) -> dict[Any, list[Row[Any]]]:
    """By the first column, in which they are in order."""
    return {key: list(those) for key, those in groupby(rows, key=lambda row: row[0])}


def damage(connection: Connection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    said = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    return [line for line in said if line != "ok"] + [
        f"{row[0]} {row[1]} refers to what is not there"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]


def inbox_violations(found: Found, evidence: Evidence) -> Iterator[str]:
    """I1, I2: whatever was acknowledged is there once, and was handled."""
    there = Counter((row.chat, row.message_id, row.raw) for row in found.messages)
    for message in evidence.acknowledged:
        if not there[message.chat.chat, message.message_id, message.raw]:
            yield f"message {message.message_id} was acknowledged and is lost"
    said = Counter((message.chat.chat, message.raw) for message in evidence.acknowledged)
    for (chat, raw), copies in Counter((row.chat, row.raw) for row in found.messages).items():
        if copies > max(said[chat, raw], 1):
            yield f"{raw!r} of {chat} is in the inbox {copies} times"
    for row in found.messages:
        if row.handled_at is None:
            yield f"message {row.message_id} was never handled"
        if row.attempts or row.parked:
            yield f"message {row.message_id} could not be handled: {row.trouble}"
        if not any(posting.cause == f"in:{row.id}" for posting in found.postings):
            yield f"message {row.message_id} was never answered"


def ticket_violations(found: Found, faults: int, kind: str) -> Iterator[str]:
    """I3: as many tickets as were asked for; each history is a chain of moves that the kind's table has."""
    opened = [ticket.number for ticket in found.tickets if ticket.kind == kind]
    if len(opened) != faults:
        yield f"{len(opened)} tickets instead of {faults}: {', '.join(opened)}"
    for ticket in found.tickets:
        history = found.history.get(ticket.ref, [])
        moves = kind_named(ticket.kind).moves
        known = {(m.action, source, m.target or source) for m in moves for source in m.sources}
        if not history or (history[0].action, history[0].source) != ("open", ""):
            yield f"{ticket.number} was never opened"
            continue
        for before, event in pairwise(history):
            if before.target != event.source or (event.action, event.source, event.target) not in known:
                yield f"{ticket.number}: {event.action} from {event.source} to {event.target} after {before.target}"
        if (history[-1].target, len(history) - 1) != (ticket.state, ticket.version):
            yield f"{ticket.number} is {ticket.state}, version {ticket.version}, after {len(history) - 1} moves"


def outbox_violations(found: Found, evidence: Evidence, at: datetime) -> Iterator[str]:
    """I4: each message is done with, or waits for somebody, or for its time; each attempt is on record."""
    away = {chat.chat for chat in evidence.away}
    for row in found.postings:
        tried = found.attempts.get(row.id, [])
        later = row.state == "queued" and row.due_at > at
        waits = row.state == "waiting" and row.chat in away
        if row.state not in DONE and not (later or waits):
            yield f"{named(row)} is left {row.state}"
        if (row.state in DONE) != (row.done_at is not None):
            yield f"{named(row)} is {row.state} and done at {row.done_at}"
        if [one.attempt for one in tried] != list(range(1, row.attempt + 1)):
            yield f"{named(row)}: {row.attempt} attempts, on record {[one.attempt for one in tried]}"
        if row.unknown != sum(one.outcome == "unknown" for one in tried):
            yield f"{named(row)}: {row.unknown} in doubt, on record {[one.outcome for one in tried]}"
        if any(one.finished_at is None for one in tried):
            yield f"{named(row)} has an attempt without an end"


def delivery_violations(found: Found, evidence: Evidence, at: datetime) -> Iterator[str]:
    """I5, I6: no copy without a doubt on record, never a third; nothing is called sent that is not there."""
    copies = Counter(delivery.number for delivery in evidence.deliveries)
    for row in found.postings:
        if copies[row.id] > min(1 + row.unknown, MOST_COPIES):
            yield f"{named(row)} arrived {copies[row.id]} times, with {row.unknown} attempts in doubt"
        if row.state == "sent" and not copies[row.id]:
            yield f"{named(row)} is called sent and never arrived"
        lost = row.state in LISTED and not copies[row.id] and row.weight != Weight.SURVEY
        if lost and row.id not in evidence.undelivered:
            yield f"{named(row)} is {row.state}, never arrived, and nobody is told"
    known = {row.id: row.body for row in found.postings}
    for delivery in evidence.deliveries:
        if known.get(delivery.number) != delivery.body:
            yield f"what arrived as {delivery.number} is not what was queued"


def order_violations(found: Found, evidence: Evidence) -> Iterator[str]:
    """I11: what is first seen in a chat is in the order in which it was queued, but for what was for later."""
    first: dict[int, Delivery] = {}
    for delivery in evidence.deliveries:
        first.setdefault(delivery.number, delivery)
    rows = {row.id: row for row in found.postings}
    latest: dict[Chat, int] = {}
    for number, delivery in first.items():
        row, before = rows.get(number), latest.get(delivery.chat, 0)
        if row and number < before and (row.not_before is None or row.not_before <= first[before].at):
            yield f"{named(row)} arrived after {before}"
        latest[delivery.chat] = max(before, number)


def clock_violations(found: Found, evidence: Evidence) -> Iterator[str]:
    """I7: no moment rings early, or tells the same person twice without a doubt on record."""
    for clock in found.clocks:
        if clock.fired_at and clock.due_at and clock.fired_at < clock.due_at:
            yield f"{clock.promise} {clock.step} rang at {clock.fired_at}, due at {clock.due_at}"
    told = [row for row in found.postings if row.dedupe]
    doubts = Counter[str]()
    for row in told:
        doubts[row.dedupe] += row.unknown
    keys = {row.id: row.dedupe for row in told}
    heard = Counter(keys[delivery.number] for delivery in evidence.deliveries if delivery.number in keys)
    for key, times in heard.items():
        if times > 1 + doubts[key]:
            yield f"the notice {key} arrived {times} times"


def named(row: Row[Any]) -> str:
    return f"message {row.id} to {row.chat} ({row.weight}, {row.cause})"
