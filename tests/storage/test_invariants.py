"""What is always true is found to be so after a day at the desk, and whatever is not is named."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from core.errors import StorageTrouble
from core.storage.engines import engine_for
from core.storage.invariants import violations
from core.storage.open import open_store
from tests.acceptance.scripts import ACCEPTED, REPORTED, VISITED
from tests.acceptance.shop import opened

LATER = datetime(2027, 1, 1, tzinfo=UTC)


ACCEPTED_BY_ANN = """
    Ann> [All in order]
    ... 8 days
"""


async def play(url: str, script: str) -> None:
    store = open_store(url)
    desk = await opened(store, "en")
    await desk.play(script)
    await store.close()


def break_(url: str, *statements: str) -> None:
    engine = engine_for(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_an_empty_desk_is_in_order(url: str) -> None:
    assert violations(url, LATER) == []


async def test_after_a_day_at_the_desk_everything_is_in_order(url: str) -> None:
    await play(url, VISITED + ACCEPTED_BY_ANN)
    assert violations(url, LATER) == []


# Each on top of those before it; the history goes last.
FAULTS = {
    "no deadline rings early": "UPDATE clocks SET fired_at = due_at - 1 WHERE due_at IS NOT NULL",
    "an open ticket has promises that somebody watches": "UPDATE clocks SET ended_at = 1",
    "a message that has left is finished, and no other": "UPDATE outbox SET done_at = 1 WHERE state = 'queued'",
    "a message that was set aside is handled": "UPDATE inbox SET parked = true, handled_at = NULL",
    "a message on its way has somebody who carries it": (
        "UPDATE outbox SET state = 'sending', lease_until = 0 WHERE id = (SELECT max(id) FROM outbox)"
    ),
    "no message arrives more than twice": (
        "INSERT INTO attempts (outbox_id, attempt, started_at, outcome) SELECT min(outbox.id), n, 0, 'unknown'"
        " FROM outbox, (SELECT 7 AS n UNION SELECT 8 UNION SELECT 9) AS numbers GROUP BY n"
    ),
    "every line of a history is a move of its kind's table": "UPDATE events SET action = 'fly' WHERE action = 'accept'",
    "each line of a ticket's history begins where the one before it ended": (
        "UPDATE events SET source = 'working' WHERE action = 'open'"
    ),
    "a ticket is in the state to which its history led": "UPDATE tickets SET state = 'working'",
    "a ticket is open until its state is final": "UPDATE tickets SET open = NOT open",
    "a ticket has a history": "DELETE FROM events",
}


async def test_whatever_is_not_in_order_is_named(url: str) -> None:
    await play(url, REPORTED + ACCEPTED)
    for rule, fault in FAULTS.items():
        assert rule not in rules_broken(url)
        break_(url, fault)
        assert rule in rules_broken(url)


def rules_broken(url: str) -> list[str]:
    return [violation.rule for violation in violations(url, datetime(2026, 11, 21, tzinfo=UTC))]


def test_damage_to_the_file_is_named(sqlite_url: str) -> None:
    with sqlite3.connect(make_url(sqlite_url).database or "") as connection:
        connection.execute("INSERT INTO chats (channel, account, chat, person) VALUES ('web', '', 'x', 999)")
    connection.close()
    (lost,) = violations(sqlite_url, LATER)
    assert str(lost) == "not so: whatever a row refers to is there (chats 1)"


def test_a_database_that_is_not_there_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match=r"nowhere\.db"):
        violations(f"sqlite:///{tmp_path}/nowhere.db", LATER)
