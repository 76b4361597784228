"""Databases of many years, made in half a minute: rows like the desk's own, written by plain SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from benchmarks.report import MONDAY
from core.storage.schema import migrate
from core.storage.types import microseconds

SECOND = 1_000_000
DAY = 86_400 * SECOND
BEGAN = microseconds(MONDAY) - 5 * 365 * DAY  # five years ago
PENDING = microseconds(MONDAY)  # from then on a clock is due each second
CUSTOMERS = 20_000
COUNTING = "WITH RECURSIVE counted(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM counted WHERE i + 1 < :rows) "

PEOPLE = """
    INSERT INTO people (id, name, phone, language, roles, claimed, badge, skills, zones, staff)
    SELECT i + 1, iif(i, 'Ann', ''), '', 'zh_CN', '["customer"]', '[]', '', '[]', '[]', 0 FROM counted
"""
CHATS = """
    INSERT INTO chats (id, channel, account, chat, person, touched_at)
    SELECT i + 1, 'web', '', iif(i, 'old-' || i, 'sample-dispatcher'), i + 1, :began FROM counted
"""
TICKETS = """
    INSERT INTO tickets (ref, number, kind, state, open, version, customer, urgent, opened_at, product, symptom, facts)
    SELECT 'r' || i, 'F-200101-' || i, 'fault', :state, :state <> 'closed', 9, 1 + i % :customers, 0,
        :began + i * 60 * 1000000, 'sofa', 'sofa.frame', '{"product":"sofa","symptom":"sofa.frame"}'
    FROM counted
"""
EVENTS = """
    INSERT INTO events (ticket, at, action, by, who, source, target, facts)
    SELECT 'r' || (i / 10), :began + i * 6 * 1000000, 'accept', 'technician', 1, 'offered', 'scheduled', '{}'
    FROM counted
"""
CLOCKS = """
    INSERT INTO clocks (ticket, promise, step, started_at, due_at, generation, fired_at, ended_at, kept, warning)
    SELECT 'r' || (i / 10), 'plan', i % 10, :began, :due + i * 1000000, 0, :done, :done, :done > 0, 0 FROM counted
"""
INBOX = """
    INSERT INTO inbox (channel, account, chat, message_id, sent_at, received_at, raw, attempts, handled_at, parked)
    SELECT 'web', '', 'old-' || (i % :customers), 'm' || i, :began + i, :began + i, '{"say":{"text":"1"}}', 0, :began, 0
    FROM counted
"""
# A tenth of it went to the dispatcher.
OUTBOX = """
    INSERT INTO outbox (
        chat_id, at, due_at, weight, state, attempt, unknown, woken, done_at, ticket, cause, external_id, body
    )
    SELECT iif(i % 10, 1 + i % :customers, 1), :began + i, :began + i, 'answer', 'sent', 1, 0, 0,
        :began + i, 'r' || (i / 10), 'in:' || i, 'x' || i, '{"text":"请问怎么称呼您？"}'
    FROM counted
"""
# Of the open ones each tenth is overdue, each eighth has a visit in the next sixty days, each twentieth calls for help.
OPEN_TICKETS = """
    INSERT INTO tickets (
        ref, number, kind, state, open, version, customer, urgent, opened_at, visit_from, visit_to, product, symptom,
        facts
    )
    SELECT :letter || i, :letter || '-260901-' || i, :kind, :state, 1, 3, 1 + i % :customers, 0, :began + i * 1000000,
        iif(i % 8, NULL, :now + i / 8 % 60 * 86400 * 1000000),
        iif(i % 8, NULL, :now + i / 8 % 60 * 86400 * 1000000 + 7200 * 1000000),
        'sofa', 'sofa.frame', '{"product":"三人布艺沙发","symptom":"sofa.frame","area":"杭州市西湖区","skill":"wood"}'
    FROM counted
"""
RUNNING_CLOCKS = """
    INSERT INTO clocks (ticket, promise, step, started_at, due_at, generation, warning)
    SELECT :letter || (i / 3), 'plan', i % 3, :began, :now + iif(i / 3 % 10, 1, -1) * (1 + i % 500000) * 1000000, 0, 0
    FROM counted
"""
ALERTS = """
    INSERT INTO alerts (ticket, role, text, urgent, level, raised_at)
    SELECT :letter || (i * 20), 'supervisor', '{"key":"{number} is overdue."}', 0, 0, :began FROM counted
"""


def with_tickets(file: Path, rows: int) -> None:
    """So many, of which each hundredth is open: ten faults for each complaint."""
    migrate(f"sqlite:///{file}")
    fill(file, {PEOPLE: CUSTOMERS}, began=BEGAN)
    fill(file, {TICKETS: rows, CLOCKS: rows}, began=BEGAN, due=BEGAN, done=BEGAN, state="closed", customers=CUSTOMERS)
    now = microseconds(MONDAY)
    for letter, kind, state, share in (("F", "fault", "scheduled", 110), ("T", "complaint", "routed", 1100)):
        some = {OPEN_TICKETS: rows // share, RUNNING_CLOCKS: 3 * rows // share, ALERTS: rows // share // 20}
        fill(file, some, began=now - DAY, now=now, letter=letter, kind=kind, state=state, customers=CUSTOMERS)


# Answered after a week and settled after another, but for one in a hundred; a tenth of the answers came too late.
COMPLAINTS = """
    INSERT INTO tickets (ref, number, kind, state, open, version, customer, urgent, opened_at, product, facts)
    SELECT 't' || i, 'T-' || substr(strftime('%Y%m%d', at / 1000000, 'unixepoch', '+8 hours'), 3)
            || printf('-%04d', i % 1000),
        'complaint', iif(i % 100, 'closed', 'planned'), i % 100 = 0, 4, 1 + i % :customers, 0, at, '三人布艺沙发',
        '{"subject":"quality","product":"三人布艺沙发","words":"坐垫塌陷，用了不到三个月，希望尽快换新的坐垫。","policy":"1"}'
    FROM (SELECT i, :began + i * (:now - :began) / :rows AS at FROM counted)
"""
STEPS = """
    INSERT INTO events (ticket, at, action, by, who, source, target, facts)
    SELECT 't' || i, :began + i * (:now - :began) / :rows + :later * :day, :action, 'supervisor', 1, :source, :target,
        :facts
    FROM counted WHERE i % 100 OR :later < 3
"""
ANSWERS = """
    INSERT INTO clocks (ticket, promise, step, started_at, due_at, generation, fired_at, ended_at, kept, warning)
    SELECT 't' || i, 'result', 0, at, at + 7 * :day, 0, NULL, at + 7 * :day, i % 10 > 0, 0
    FROM (SELECT i, :began + i * (:now - :began) / :rows AS at FROM counted) WHERE i % 100
"""
COURSE = (
    (0, "open", "", "new", "{}"),
    (1, "route", "new", "routed", '{"units":["quality"]}'),
    (2, "plan", "routed", "planned", '{"plan":"换坐垫"}'),
    (7, "answer", "planned", "answered", '{"result":"已换","cause":"material"}'),
    (14, "satisfied", "answered", "closed", "{}"),
)


def with_complaints(file: Path, rows: int, complaints: int) -> None:
    """So many tickets in five years, and among them so many complaints with their history."""
    migrate(f"sqlite:///{file}")
    span = {"began": BEGAN, "now": microseconds(MONDAY), "day": DAY}
    fill(file, {PEOPLE: CUSTOMERS}, began=BEGAN)
    fill(file, {TICKETS: rows - complaints}, began=BEGAN, state="closed", customers=CUSTOMERS)
    fill(file, {COMPLAINTS: complaints, ANSWERS: complaints}, **span, customers=CUSTOMERS)
    for later, action, source, target, facts in COURSE:
        fill(file, {STEPS: complaints}, **span, later=later, action=action, source=source, target=target, facts=facts)


def with_history(file: Path, rows: int) -> None:
    """So many messages in and out, moves and stopped clocks, and a tenth as many closed tickets."""
    migrate(f"sqlite:///{file}")
    fill(file, {PEOPLE: CUSTOMERS, CHATS: CUSTOMERS}, began=BEGAN)
    fill(file, {TICKETS: rows // 10}, began=BEGAN, state="closed", customers=CUSTOMERS)
    many = {EVENTS: rows, CLOCKS: rows, INBOX: rows, OUTBOX: rows}
    fill(file, many, began=BEGAN, due=BEGAN, done=BEGAN, customers=CUSTOMERS)


def with_pending_clocks(file: Path, rows: int) -> None:
    """So many clocks of open tickets, each a second after the other."""
    migrate(f"sqlite:///{file}")
    fill(file, {PEOPLE: CUSTOMERS})
    fill(file, {TICKETS: rows // 10}, began=BEGAN, state="new", customers=CUSTOMERS)
    fill(file, {CLOCKS: rows}, began=BEGAN, due=PENDING, done=None)


def fill(file: Path, inserts: Mapping[str, int], **values: str | int | None) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA synchronous=OFF")
        for insert, rows in inserts.items():
            connection.execute(COUNTING + insert, {**values, "rows": rows})
