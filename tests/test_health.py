"""Whoever watches over the desk learns how it is."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import make_url

from bot import metrics
from bot.health import Health
from core.outcomes import Undeliverable
from core.people import Chat
from core.ports import Posting, Received, Unit, Weight
from core.storage.milestones import COPIED, opened, reached
from core.storage.open import SqlStore, open_store
from core.storage.reading import Reader
from core.storage.schema import migrate

AT = datetime(2026, 1, 18, 9, tzinfo=UTC)
ANN = Chat("web", "", "ann")


class Watched:
    """A desk with somebody who watches over it."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "aftercare.db"
        self.url = f"sqlite:///{self.file}"
        migrate(self.url)
        self.store: SqlStore = open_store(self.url)
        self.reader = Reader(make_url(self.url))
        self.silence = 1.0
        self.health = Health(self.store, self.reader.counts, lambda: AT, folder, lambda: self.silence)
        self.client = TestClient(TestServer(self.health.application()))

    async def ask(self, path: str) -> tuple[int, Any]:
        async with self.client.get(path) as answer:
            return answer.status, await answer.json()

    async def metric(self, name: str) -> float:
        async with self.client.get("/metrics") as answer:
            lines = (await answer.text()).splitlines()
        return next(float(line.rpartition(" ")[2]) for line in lines if line.startswith(name))


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Watched]:
    desk = Watched(tmp_path)
    async with desk.client:
        yield desk
    await desk.reader.close()
    await desk.store.close()


def noted(minutes_ago: int) -> Received:
    at = AT - timedelta(minutes=minutes_ago)
    return Received(0, ANN, "m", at, at, "{}")


async def test_a_healthy_desk_says_so_everywhere(desk: Watched) -> None:
    assert await desk.ask("/livez") == (200, {"ok": True, "checks": {"event loop": "ok"}})
    assert await desk.ask("/readyz") == (
        200, {"ok": True, "checks": {"open": "ok", "database": "ok", "disk": "ok"}},
    )  # fmt: skip
    status, said = await desk.ask("/healthz/deep")
    assert (status, said["ok"], said["issues"]) == (200, True, [])


async def test_being_asked_leaves_nothing_behind(desk: Watched) -> None:
    for _ in range(3):
        await desk.ask("/readyz")
    assert await desk.metric("aftercare_inbox_backlog") == 0


async def test_an_event_loop_that_is_held_up_is_not_alive(desk: Watched) -> None:
    desk.health.pulse.lag = 6.0
    assert await desk.ask("/livez") == (503, {"ok": False, "checks": {"event loop": "6 s late"}})


async def test_lag_is_measured(desk: Watched) -> None:
    await asyncio.sleep(0.6)
    assert await desk.metric("aftercare_event_loop_lag_seconds_count") >= 1


async def test_a_desk_that_closes_is_not_ready(desk: Watched) -> None:
    desk.health.draining = True
    status, said = await desk.ask("/readyz")
    assert (status, said["checks"]["open"]) == (503, "closing")


async def test_a_database_that_takes_nothing_is_not_ready(desk: Watched) -> None:
    other = sqlite3.connect(desk.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    status, said = await desk.ask("/readyz")
    other.close()
    assert (status, said["checks"]["database"]) == (503, "takes nothing within 1 s")
    assert (await desk.ask("/readyz"))[0] in {200, 503}


async def test_a_database_in_trouble_is_told_in_words(desk: Watched) -> None:
    other = sqlite3.connect(desk.file, isolation_level=None)
    other.execute("DROP TABLE inbox")
    other.close()
    assert "run `aftercare migrate`" in (await desk.ask("/readyz"))[1]["checks"]["database"]
    status, said = await desk.ask("/healthz/deep")
    assert status == 503
    assert "aftercare migrate" in said["issues"][0]
    assert await desk.metric("aftercare_db_up") == 0


async def test_a_folder_that_is_gone_is_not_ready(desk: Watched) -> None:
    desk.health.data = desk.health.data / "gone"
    assert (await desk.ask("/readyz"))[1]["checks"]["disk"] == "No such file or directory"


async def test_what_does_not_get_on_is_named_with_what_to_do(desk: Watched) -> None:
    def pile_up(unit: Unit) -> None:
        unit.inbox.note([noted(minutes_ago=2)])
        chat = unit.chats.open(ANN, "en").id
        lost = Posting(chat, {"text": "Hello"}, Weight.NOTICE, AT - timedelta(minutes=10))
        unit.outbox.put(lost)
        (parcel,) = unit.outbox.claim(AT, AT + timedelta(minutes=1))
        unit.outbox.record(parcel, Undeliverable("gone"), AT, None)
        unit.outbox.put(replace(lost, body={"text": "Are you there?"}))

    await desk.store.run(pile_up)
    desk.silence = 45.0
    status, said = await desk.ask("/healthz/deep")
    assert status == 503
    assert said["issues"] == [
        "the timetable has done nothing for 45 s: restart the desk",
        "1 messages are unanswered since 08:58 UTC: read the log",
        "1 messages should have left since 08:50 UTC: read the log",
        "1 messages did not arrive, or may not have: aftercare outbox list",
    ]
    assert await desk.metric("aftercare_inbox_oldest_age_seconds") == 120
    assert await desk.metric("aftercare_outbox_undelivered") == 1


async def test_how_old_the_latest_backup_is_can_be_seen(desk: Watched) -> None:
    desk.health.oldest_backup = timedelta(hours=26)
    opened(desk.url, AT - timedelta(hours=25))
    assert (await desk.ask("/healthz/deep"))[1]["backup"] is None
    assert await desk.metric("aftercare_backup_last_success_timestamp_seconds") == 0
    reached(desk.url, COPIED, AT - timedelta(hours=2))
    status, said = await desk.ask("/healthz/deep")
    assert (status, said["backup"]) == (200, "2026-01-18T07:00:00+00:00")
    assert await desk.metric("aftercare_backup_last_success_timestamp_seconds") == (AT - timedelta(hours=2)).timestamp()


async def test_a_backup_that_is_too_old_or_was_never_made_is_missed(desk: Watched) -> None:
    desk.health.oldest_backup = timedelta(hours=26)
    opened(desk.url, AT - timedelta(days=2))
    assert (await desk.ask("/healthz/deep"))[1]["issues"] == ["there is no backup: aftercare backup"]
    reached(desk.url, COPIED, AT - timedelta(hours=30))
    assert (await desk.ask("/healthz/deep"))[1]["issues"] == ["the latest backup is 30 hours old: aftercare backup"]
    desk.health.oldest_backup = timedelta()
    assert (await desk.ask("/healthz/deep"))[0] == 200


async def test_a_network_that_is_silent_for_long_is_named(desk: Watched) -> None:
    desk.health.heard_within = {"pigeons": timedelta(minutes=2)}
    assert (await desk.ask("/healthz/deep"))[0] == 200
    metrics.heard("pigeons", AT - timedelta(minutes=3))
    status, said = await desk.ask("/healthz/deep")
    assert (status, said["issues"]) == (503, ["pigeons has not been heard of for 180 s: aftercare check"])
    assert said["channels"]["pigeons"] == {"heard": "2026-01-18T08:57:00+00:00"}
