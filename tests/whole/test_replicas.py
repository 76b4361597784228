"""What one replica commits is seen at once by whoever has his page at another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.app import now
from core.membership import hashed
from core.ports import Posting, Unit, Weight
from tests.channels.web.house import Page
from tests.whole.desk import Desk, opened

AT_ONCE = 2.0  # seconds; a reconnect would take longer


@pytest.fixture
async def two(postgres_url: str, tmp_path: Path) -> AsyncIterator[tuple[Desk, Desk]]:
    async with opened(postgres_url, tmp_path) as one, opened(postgres_url, tmp_path) as other:
        yield one, other


@pytest.fixture
async def alone(url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    async with opened(url, tmp_path) as desk:
        yield desk


async def tell(desk: Desk, key: str, *texts: str) -> None:
    def work(unit: Unit) -> None:
        chat = unit.chats.by_key(hashed(key))
        assert chat
        number = unit.chats.open(chat, "en").id
        for text in texts:
            unit.outbox.put(Posting(number, {"text": text}, Weight.NOTICE, now()))

    await desk.app.store.run(work)


async def reads(page: Page, *texts: str) -> None:
    """As the real page does: whatever comes is shown, and that is said."""
    wanted = set(texts)
    async with asyncio.timeout(AT_ONCE * len(texts)):
        while wanted:
            lines = [line for line in await page.hear("lines") if not line["mine"]]
            wanted -= {line["text"] for line in lines}
            await page.tell(seen=max(line["id"] for line in lines))


async def states(desk: Desk, key: str) -> list[str]:
    def work(unit: Unit) -> list[str]:
        chat = unit.chats.by_key(hashed(key))
        assert chat
        return [line.state for line in unit.outbox.lines(chat, 0, now()) if not line.mine]

    return await desk.app.store.run(work)


async def all_sent(desk: Desk, key: str) -> None:
    async with asyncio.timeout(AT_ONCE):
        while set(await states(desk, key)) != {"sent"}:  # noqa: ASYNC110 - nothing tells
            await asyncio.sleep(0.02)


async def test_a_page_at_the_other_replica_gets_its_lines_at_once(two: tuple[Desk, Desk]) -> None:
    one, other = two
    page, key, _ = await other.page()
    for text in ("Zhang is on the way.", "He is a little late.", "He has arrived."):
        await tell(one, key, text)
        await reads(page, text)
    await all_sent(one, key)
    assert len(await states(one, key)) == 3


async def test_several_lines_at_once_come_to_the_other_replica(two: tuple[Desk, Desk]) -> None:
    one, other = two
    page, key, _ = await other.page()
    texts = [f"line {n}" for n in range(10)]
    await tell(one, key, *texts)
    await reads(page, *texts)
    await all_sent(one, key)
    assert len(await states(one, key)) == 10


async def test_lines_that_waited_are_sent_once_the_page_has_shown_them(alone: Desk) -> None:
    page, key, _ = await alone.page()
    await page.ws.close()
    await tell(alone, key, "We call before the visit.")
    await asyncio.sleep(0.1)
    await tell(alone, key, "Zhang is on the way.")
    assert set(await states(alone, key)) <= {"waiting", "queued", "sending"}
    page, _, lines = await alone.page(key)
    await tell(alone, key, "He has arrived.")  # while the page is about to say what it has shown
    await page.tell(seen=max(line["id"] for line in lines))
    await reads(page, "He has arrived.")
    await all_sent(alone, key)


async def test_nobody_warns_of_a_line_that_two_windows_have_shown(alone: Desk) -> None:
    page, key, _ = await alone.page()
    second, *_ = await alone.page(key)
    with capture_logs() as logs:
        for n in range(20):
            await tell(alone, key, f"line {n}")
            await asyncio.gather(reads(page, f"line {n}"), reads(second, f"line {n}"))
        await all_sent(alone, key)
    assert [each for each in logs if each["log_level"] != "info"] == []
