"""What is posted into one chat by several at once arrives in its order, and none of it is left behind: PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from core.outcomes import Absent
from core.ports import Unit
from core.storage.open import open_store
from core.storage.postgres import PostgresStore
from tests.storage.scene import LI, NOW, chat_of, claim, posting, texts


@pytest.fixture
async def desk(postgres_url: str) -> AsyncIterator[PostgresStore]:
    store = open_store(postgres_url)
    assert isinstance(store, PostgresStore)
    await store.run(chat_of)
    yield store
    await store.close()


@asynccontextmanager
async def posting_still(desk: PostgresStore, text: str) -> AsyncGenerator[None]:
    """Somebody posts into Li's chat, and his transaction is open until the end of the block."""
    loop = asyncio.get_running_loop()
    posted, may_end = asyncio.Event(), asyncio.Event()

    def post(unit: Unit) -> None:
        unit.outbox.put(posting(unit.chats.open(LI, "en", lock=False).id, text))
        loop.call_soon_threadsafe(posted.set)
        asyncio.run_coroutine_threadsafe(may_end.wait(), loop).result(timeout=4)

    task = asyncio.create_task(desk.run(post))
    await posted.wait()
    try:
        yield
    finally:
        may_end.set()
        await task


def post_later(unit: Unit) -> None:
    unit.outbox.put(posting(unit.chats.open(LI, "en", lock=False).id, "later"))


async def test_a_later_message_is_not_sent_before_one_that_is_just_being_posted(desk: PostgresStore) -> None:
    async with posting_still(desk, "earlier"):
        await desk.run(post_later)
        assert await desk.run(claim) == ()
    assert texts(await desk.run(claim)) == ["earlier"]


async def test_who_comes_back_is_brought_what_was_just_being_posted(desk: PostgresStore) -> None:
    def nobody_there(unit: Unit) -> None:
        post_later(unit)
        (parcel,) = claim(unit)
        unit.outbox.record(parcel, Absent(), NOW, None)

    await desk.run(nobody_there)
    async with posting_still(desk, "just now"):
        coming_back = asyncio.create_task(desk.run(lambda u: u.outbox.wake(LI)))
        await asyncio.sleep(0.1)
    await coming_back
    assert texts(await desk.run(claim)) == ["later"]
    await desk.run(lambda u: u.outbox.seen(LI, 1, NOW))
    assert texts(await desk.run(claim)) == ["just now"]


async def test_a_history_has_no_gap_that_is_filled_afterwards(desk: PostgresStore) -> None:
    async with posting_still(desk, "earlier"):
        await desk.run(post_later)
        reading = asyncio.create_task(desk.run(lambda u: u.outbox.lines(LI, 0, NOW + timedelta(seconds=1))))
        await asyncio.sleep(0.1)
    assert [line.body["text"] for line in await reading] == ["earlier", "later"]


async def test_posting_into_one_chat_by_two_at_once_makes_neither_wait(desk: PostgresStore) -> None:
    async with posting_still(desk, "one"):
        await asyncio.wait_for(desk.run(post_later), 2)
    assert texts(await desk.run(claim)) == ["one"]
