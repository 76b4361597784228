"""No cost grows with history: what is asked all day long is found through an index over what is open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine

from core.storage import alerts, chats, clocks, inbox, people
from core.storage import outbox_statements as outbox
from core.storage import ticket_statements as tickets
from core.storage.statements import Statement
from core.tickets import Role

HOT = [
    (inbox.WAITING, "inbox_unhandled"),
    (inbox.OLDEST, "inbox_unhandled"),
    (inbox.ALONE, "inbox_unhandled"),
    (outbox.PUT, "outbox_waiting"),
    (outbox.SUPERSEDE, "outbox_cards"),
    (outbox.CLAIMABLE, "outbox_due"),
    (outbox.CLAIMABLE, "outbox_queued"),
    (outbox.CLAIMABLE_BY, "outbox_due"),
    (outbox.LAPSED, "outbox_sending"),
    (outbox.EXPIRING, "outbox_expiring"),
    (outbox.WAKE, "outbox_waiting"),
    (outbox.WOKEN, "outbox_sending"),
    (outbox.UNDELIVERED, "outbox_spoilt"),
    (clocks.DUE, "clocks_due"),
    (alerts.CLIMBING, "alerts_climbing"),
    (alerts.OPEN_NOW, "alerts_open"),
    (alerts.UNCLAIMED, "alerts_open"),
    (chats.SILENT_YET, "chats_with_draft"),
    (people.WITH_PHONE, "people_by_phone"),
    (people.WITH_ROLE[Role.TECHNICIAN], "people_staff"),
    (tickets.OPEN_NOW, "tickets_open"),
    (tickets.STANDING, "tickets_by_state"),
    (tickets.VISITS, "tickets_to_visit"),
    (tickets.BOOKINGS, "tickets_to_visit"),
    (tickets.TAKEN, "tickets_to_visit"),
    (tickets.ALIKE, "tickets_alike"),
    (tickets.NOTED, "tickets_in_series"),
    (tickets.OVERDUE, "clocks_running"),
]


@pytest.fixture
def database(sqlite_url: str) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    yield connection
    connection.close()


@pytest.mark.parametrize(("statement", "index"), HOT)
def test_the_partial_index_is_used(database: sqlite3.Connection, statement: Statement, index: str) -> None:
    plan = explained(database, statement)
    assert any(f"INDEX {index}" in step for step in plan), plan
    assert not any(step.startswith("SCAN") and "INDEX" not in step and "anon" not in step for step in plan), plan


def explained(database: sqlite3.Connection, statement: Statement) -> list[str]:
    prepared = statement.on(create_engine("sqlite://").dialect)
    rows = database.execute(f"EXPLAIN QUERY PLAN {prepared.sql}", [1] * len(prepared.names))
    return [str(row[3]) for row in rows]
