"""What only several replicas on one server can meet."""

from __future__ import annotations

import asyncio
import threading

import psycopg
import pytest

from core.errors import CommitUnknown, StorageTrouble
from core.phrases import Span
from core.ports import Unit
from core.storage.open import open_store
from core.storage.postgres import PostgresStore
from tests.storage.scene import HOUR, LI, NOW, WANG, chat_of, message, posting, someone, ticket


@pytest.fixture
def desk(postgres_url: str) -> PostgresStore:
    store = open_store(postgres_url)
    assert isinstance(store, PostgresStore)
    return store


def cut_all_connections(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


async def test_a_unit_whose_connection_is_cut_is_run_again(desk: PostgresStore, postgres_url: str) -> None:
    runs: list[int] = []

    def cut_the_first_time(unit: Unit) -> int:
        runs.append(1)
        unit.inbox.note([message(WANG, str(len(runs)))])
        if len(runs) == 1:
            cut_all_connections(postgres_url)
        return unit.inbox.note([message(LI, "1")])

    assert await desk.run(cut_the_first_time) == 1
    assert len(runs) == 2
    oldest = await desk.run(lambda u: u.inbox.oldest(WANG))
    assert oldest
    assert oldest.message_id == "2"
    await desk.close()


async def test_dead_connections_in_the_pool_are_not_noticed(desk: PostgresStore, postgres_url: str) -> None:
    await asyncio.gather(*(desk.run(chat_of) for _ in range(8)))
    cut_all_connections(postgres_url)
    assert len(await asyncio.gather(*(desk.run(chat_of) for _ in range(8)))) == 8
    await desk.close()


async def test_a_commit_that_nobody_heard_of_is_not_run_again(
    desk: PostgresStore, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[int] = []

    def once(unit: Unit) -> None:
        runs.append(1)
        unit.inbox.note([message(LI, "1")])

    commit = desk.commit

    def cut_then_commit(lent: object) -> None:
        cut_all_connections(postgres_url)
        commit(lent)  # type: ignore[arg-type]

    monkeypatch.setattr(desk, "commit", cut_then_commit)
    with pytest.raises(CommitUnknown, match="broke during a commit"):
        await desk.run(once)
    assert len(runs) == 1
    await desk.close()


async def test_two_who_wait_for_each_other_both_get_through(desk: PostgresStore) -> None:
    await desk.run(lambda u: (chat_of(u, LI), chat_of(u, WANG)))
    both_have_one = asyncio.Event()
    loop = asyncio.get_running_loop()
    waiting: list[int] = []

    def lock(unit: Unit, first: object, second: object) -> int:
        unit.chats.open(first, "en")  # type: ignore[arg-type]
        waiting.append(1)
        if len(waiting) == 2:
            loop.call_soon_threadsafe(both_have_one.set)
        if len(waiting) <= 2:
            asyncio.run_coroutine_threadsafe(both_have_one.wait(), loop).result()
        return unit.chats.open(second, "en").id  # type: ignore[arg-type]

    found = await asyncio.gather(desk.run(lambda u: lock(u, LI, WANG)), desk.run(lambda u: lock(u, WANG, LI)))
    assert len(found) == 2
    await desk.close()


async def test_posting_to_a_chat_does_not_wait_for_whoever_talks_in_it(desk: PostgresStore) -> None:
    conversation = await desk.run(chat_of)
    posted = asyncio.Event()
    loop = asyncio.get_running_loop()

    def talk(unit: Unit) -> None:
        chat_of(unit)
        asyncio.run_coroutine_threadsafe(posted.wait(), loop).result(timeout=4)

    talking = asyncio.create_task(desk.run(talk))
    put = await desk.run(lambda u: u.outbox.put(posting(conversation.id)))
    assert not talking.done()
    posted.set()
    await talking
    assert put is not None
    await desk.close()


async def test_a_claim_skips_what_another_replica_is_claiming(desk: PostgresStore, postgres_url: str) -> None:
    other = open_store(postgres_url)
    claiming, claimed = threading.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    await desk.run(lambda u: [u.outbox.put(posting(chat_of(u, chat).id, chat.chat)) for chat in (LI, WANG)])

    def claim_one_and_wait(unit: Unit) -> list[str]:
        parcels = unit.outbox.claim(NOW, NOW, 1)
        claiming.set()
        asyncio.run_coroutine_threadsafe(claimed.wait(), loop).result(timeout=4)
        return [p.body["text"] for p in parcels]

    first = asyncio.create_task(desk.run(claim_one_and_wait))
    while not claiming.is_set():  # noqa: ASYNC110 - another thread sets it
        await asyncio.sleep(0.01)
    second = await other.run(lambda u: u.outbox.claim(NOW, NOW))
    claimed.set()
    assert await first == ["li"]
    assert [p.body["text"] for p in second] == ["wang"]
    await desk.close()
    await other.close()


async def test_a_posting_wakes_the_deliveries_of_the_other_replica(desk: PostgresStore, postgres_url: str) -> None:
    other = open_store(postgres_url)
    woken = asyncio.Event()
    other.on_commit(woken.set)
    await other.run(chat_of)  # from now on it listens
    await asyncio.sleep(0.2)
    assert not woken.is_set()
    await desk.run(lambda u: u.outbox.put(posting(chat_of(u).id)))
    await asyncio.wait_for(woken.wait(), 5)
    await desk.close()
    await other.close()


async def test_a_replica_that_closes_need_not_hear_anything_first(
    desk: PostgresStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.storage.listening.LOOK_AFTER", 600)
    desk.on_commit(lambda: None)
    await desk.run(chat_of)  # from now on it listens
    await asyncio.wait_for(desk.close(), 5)
    with pytest.raises(StorageTrouble, match="closed"):
        await desk.run(chat_of)


async def test_deliveries_are_woken_again_after_the_server_was_away(
    desk: PostgresStore, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.storage.listening.AGAIN_AFTER", 0.05)
    other = open_store(postgres_url)
    woken = asyncio.Event()
    other.on_commit(woken.set)
    await other.run(chat_of)
    await asyncio.sleep(0.2)
    cut_all_connections(postgres_url)
    await asyncio.sleep(0.5)
    await desk.run(lambda u: u.outbox.put(posting(chat_of(u).id)))
    await asyncio.wait_for(woken.wait(), 5)
    await desk.close()
    await other.close()
    with pytest.raises(StorageTrouble, match="closed"):
        await other.run(chat_of)


async def test_trouble_does_not_quote_what_somebody_wrote(desk: PostgresStore) -> None:
    def twice(unit: Unit) -> None:
        for _ in range(2):
            unit.people.connection.cursor.execute(  # type: ignore[attr-defined]
                "INSERT INTO keys VALUES ('13800138000', '', '', '', 1)"
            )

    with pytest.raises(StorageTrouble, match="duplicate key") as trouble:
        await desk.run(twice)
    assert "13800138000" not in str(trouble.value)
    assert trouble.value.__cause__ is None
    await desk.close()


async def test_who_looks_at_the_diary_waits_for_whoever_is_booking(desk: PostgresStore) -> None:
    """Or two replicas would give the last free window away twice."""
    morning = Span(NOW, NOW + HOUR)
    looking, look_again = threading.Event(), threading.Event()
    customer = (await desk.run(someone)).id

    def book(unit: Unit) -> int:
        before = len(unit.tickets.visits(morning))
        looking.set()
        look_again.wait(timeout=0.3)
        ticket(unit, customer, visit=morning)
        return before

    booking = asyncio.create_task(desk.run(book))
    await asyncio.to_thread(looking.wait)
    assert len(await desk.run(lambda u: u.tickets.visits(morning))) == 1
    assert await booking == 0
    await desk.close()
