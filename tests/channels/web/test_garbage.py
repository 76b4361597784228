"""Whatever arrives instead of a frame is answered, and harms nobody."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import pytest

from bot.channels.web.channel import WebChannel
from bot.envelope import Strange
from tests.channels.web.front import Desk
from tests.channels.web.house import House

GARBAGE = [
    "",
    "hello",
    "[]",
    "null",
    "1e999",
    "NaN",
    "{}",
    '{"say": {}}',
    '{"say": null}',
    '{"say": []}',
    '{"say": {"id": "1", "text": "x"}}',
    '{"say": {"id": "../../etc", "text": "x"}}',
    '{"seen": -1}',
    '{"seen": true}',
    '{"seen": 9e99}',
    '{"seen": 123456789012345678901234567890}',
    '{"seen": ' + "9" * 5000 + "}",
    '{"seen": "1"}',
    '{"seen": 1, "say": {}}',
    '{"dance": 1}',
    '{"hello": {"key": "", "after": 0, "lang": "en"}}',
    "[" * 100_000,
    '{"say":' * 20_000,
    '{"\ud800": 1}'.encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
]
STRANGE: list[dict[str, object]] = [
    {},
    {"text": None},
    {"text": 7},
    {"text": ["x"]},
    {"press": {"a": 1}, "label": "x"},
    {"press": "ok", "label": 7},
    {"photo": "../secret"},
    {"photo": ".hidden"},
    {"photo": ""},
    {"photo": None},
    {"photo": "x" * 101},
    {"photo": "a", "caption": 7},
]
NOT_WELL_SAID: list[dict[str, object]] = [{"text": ""}, {"text": " \u0000 "}, {"press": ""}, {"press": "x" * 61}]


@pytest.mark.parametrize("raw", GARBAGE)
async def test_garbage_is_answered_and_the_talk_goes_on(house: House, raw: str) -> None:
    page = await house.inside()
    await page.ws.send_str(raw)
    assert (await page.hear("refused"))["id"] is None
    await page.noted("still here")


@pytest.mark.parametrize("content", STRANGE + NOT_WELL_SAID, ids=json.dumps)
async def test_a_message_that_makes_no_sense_is_refused_by_its_name(house: House, content: dict[str, object]) -> None:
    page = await house.inside()
    await page.tell(say={"id": (name := str(uuid4())), **content})
    assert (await page.hear("refused"))["id"] == name
    assert not house.desk.envelopes


async def test_bytes_are_not_text(house: House) -> None:
    page = await house.inside()
    await page.ws.send_bytes(b'{"seen": 1}')
    assert await page.hear("refused")
    await page.noted("still here")


@pytest.mark.parametrize("raw", [*GARBAGE[:-4], *GARBAGE[-3:], '{"hello": 7}'])
async def test_garbage_before_hello_is_shown_the_door(house: House, raw: str) -> None:
    page = await house.page()
    await page.ws.send_str(raw)
    assert await page.hear("refused")
    assert await page.closed() == 4400


async def test_nothing_but_garbage_is_cut_off(house: House) -> None:
    page = await house.inside()
    for _ in range(21):
        await page.ws.send_str("garbage")
    assert await page.closed() == 1008


def said(content: dict[str, object]) -> str:
    return json.dumps({"say": {"id": str(uuid4()), **content}})


@pytest.mark.parametrize("raw", [*(raw for raw in GARBAGE if '"text"' not in raw), *map(said, STRANGE)])
def test_reading_the_inbox_never_fails(tmp_path: Path, raw: str) -> None:
    desk = Desk(tmp_path)
    assert isinstance(WebChannel(desk, desk.clock).read(raw), Strange)
