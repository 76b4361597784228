"""What is written about the desk's work, and what never is."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.logs import logger, start_logging
from bot.logs.access import Access
from core.errors import StorageTrouble
from tests.whole.desk import opened

PHONE, KEY, NAME, ADDRESS = "13800138000", "pQ3nWb2dK9xT7vR5mZ8cLy", "王小明", "杭州市拱墅区松柏路 1 号"
CANARIES = (PHONE, "138 0013 8000", "+86 138-0013-8000", KEY, NAME, ADDRESS, "Li Wei")


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    before = logging.root.handlers[:], logging.root.level, sys.excepthook, threading.excepthook
    out = io.StringIO()
    start_logging("debug", "json", out)
    yield out
    structlog.reset_defaults()
    logging.root.handlers[:], logging.root.level, sys.excepthook, threading.excepthook = before


def last(out: io.StringIO) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(out.getvalue().splitlines()[-1])
    return line


@dataclass
class Customer:
    name: str = NAME


def test_a_line_says_when_how_grave_what_and_where(out: io.StringIO) -> None:
    logger("reception").info("message handled", cid="in:7", inbox=7, dur_ms=1.5)
    line = last(out)
    assert list(line)[:3] == ["ts", "level", "event"]
    assert datetime.fromisoformat(line.pop("ts")).tzinfo
    assert line == {
        "level": "info", "event": "message handled", "cid": "in:7", "of": "reception", "inbox": 7, "dur_ms": 1.5
    }  # fmt: skip


@pytest.mark.parametrize("canary", CANARIES)
@pytest.mark.parametrize("key", ["text", "name", "customer_name", "phone", "address", "draft", "token", "raw"])
def test_what_is_named_for_a_person_is_not_written(out: io.StringIO, key: str, canary: str) -> None:
    logger("desk").info("noted", **{key: canary})
    assert canary not in out.getvalue()
    assert last(out)[key] == "•••"


@pytest.mark.parametrize("canary", [c for c in CANARIES if c != "Li Wei"])
def test_what_looks_personal_is_masked_wherever_it_stands(out: io.StringIO, canary: str) -> None:
    log = logger("desk")
    log.info(f"said {canary}")  # noqa: G004
    log.info("said", harmless=f"x {canary} y", many=[canary], within={"deep": {"er": canary}, canary: 1})
    log.info("called", number=int(PHONE))
    logging.getLogger("elsewhere").warning(f"heard {canary}")  # noqa: G004
    assert canary not in out.getvalue()


def test_things_without_a_plain_value_are_not_shown(out: io.StringIO) -> None:
    logger("desk").info("odd", thing=Customer(), error=ValueError(NAME), raw=NAME.encode())
    assert NAME not in out.getvalue()
    assert last(out)["thing"] == "Customer"


def test_what_an_operator_needs_is_not_masked(out: io.StringIO) -> None:
    logger("desk").info(
        "seen",
        ticket="F-260118-0042",
        outbox=123456,
        url="postgresql://desk:hunter2@db/desk?sslmode=require",
        where="scheduler/what_follows_an_attempt.py:12",
        due=datetime(2026, 1, 18, 9, tzinfo=UTC),
        late=timedelta(minutes=2),
        urgent=True,
        state=None,
    )
    line = last(out)
    assert line["ticket"] == "F-260118-0042"
    assert line["outbox"] == 123456
    assert line["url"] == "postgresql://•••@db/desk•••"
    assert line["where"] == "scheduler/what_follows_an_attempt.py:12"
    assert line["due"] == "2026-01-18T09:00:00+00:00"
    assert (line["late"], line["urgent"], line["state"]) == (120.0, True, None)


def test_an_exception_tells_what_and_where_but_not_what_it_said(out: io.StringIO) -> None:
    try:
        remember(NAME)
    except LookupError:
        logger("desk").exception("could not")
    line = last(out)
    assert line["err_class"] == "LookupError"
    assert "in remember" in line["exception"]
    assert "because of\nKeyError" in line["exception"]
    assert NAME not in out.getvalue()


def remember(name: str) -> None:
    try:
        dict[str, int]()[name]
    except KeyError as lost:
        raise LookupError(f"nobody called {name}") from lost


def test_trouble_with_the_database_is_told_in_full(out: io.StringIO) -> None:
    logger("desk").error("cannot go on", exc_info=StorageTrouble("The database /srv/数据/aftercare.db is full."))
    assert last(out)["trouble"] == "The database /srv/数据/aftercare.db is full."


def test_of_a_library_only_the_sentence_is_passed_on(out: io.StringIO) -> None:
    logging.getLogger("aiohttp.server").error("Error handling request from %s", "Li Wei")
    assert last(out)["event"] == "Error handling request from %s"
    logging.getLogger("asyncio").error("Task exception was never retrieved\nfuture: <ValueError('Li Wei')>")
    assert last(out)["event"] == "Task exception was never retrieved"
    logging.getLogger("apscheduler.scheduler").warning('Run time of job "%s" was missed', "deadlines")
    assert last(out)["event"] == 'Run time of job "deadlines" was missed'
    assert "Li Wei" not in out.getvalue()


def test_sql_is_not_heard_below_a_warning(out: io.StringIO) -> None:
    logging.getLogger("sqlalchemy.engine").info("INSERT INTO people VALUES ('Li Wei')")
    assert out.getvalue() == ""


def test_what_nobody_caught_is_logged_without_what_it_said(out: io.StringIO) -> None:
    thread = threading.Thread(target=lambda: remember("Li Wei"))
    thread.start()
    thread.join()
    assert last(out)["event"] == "a thread died"
    assert "Li Wei" not in out.getvalue()


async def test_requests_are_logged_without_query_and_ids(out: io.StringIO) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(text="ok")

    app = web.Application()
    app.router.add_get("/media/{media}", answer)
    server = TestServer(app)
    await server.start_server(access_log_class=Access)
    async with TestClient(server) as client:
        await client.get(f"/media/{KEY}?phone={PHONE}")
        await client.get(f"/nowhere/{KEY}")
    lines = [line for line in map(json.loads, out.getvalue().splitlines()) if line["event"] == "request"]
    assert [(line["route"], line["status"]) for line in lines] == [("/media/{media}", 200), ("-", 404)]
    assert KEY not in out.getvalue()
    assert PHONE not in out.getvalue()


def test_in_a_terminal_people_read_it(out: io.StringIO) -> None:
    start_logging("info", "console", out)
    logger("desk").info("desk is open", port=8080)
    assert "desk is open" in out.getvalue()
    assert not out.getvalue().startswith("{")


async def test_a_message_can_be_followed_from_the_inbox_to_its_answer_and_nobody_is_quoted(
    out: io.StringIO, sqlite_url: str, tmp_path: Path
) -> None:
    async with opened(sqlite_url, tmp_path) as desk:
        page, *_ = await desk.page()
        for said in (f"报修 {ADDRESS}", NAME, PHONE):
            await page.say(said)
            line, *_ = await page.hear("lines")
            await page.tell(seen=line["id"])
        await asyncio.sleep(0.2)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    handled = [line["cid"] for line in lines if line["event"] == "message_handled"]
    carried = [line["cid"] for line in lines if line["event"] == "message_carried" and line["outcome"] == "Sent"]
    assert handled == carried == ["in:1", "in:2", "in:3"]
    assert [canary for canary in CANARIES if canary in out.getvalue()] == []
