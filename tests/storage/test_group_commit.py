"""What queues up while SQLite commits is committed together, and is still told apart."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable

import pytest

from core.errors import StorageTrouble
from core.ports import Unit
from core.storage.open import open_store
from core.storage.sqlite import SqliteStore
from tests.storage.scene import LI, NOW, chat_of, message, posting


@pytest.fixture
async def gate(sqlite_url: str) -> Gate:
    store = open_store(sqlite_url)
    assert isinstance(store, SqliteStore)
    return Gate(store)


class Gate:
    """Keeps the writer busy, so that everything asked for meanwhile becomes one group."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.open = threading.Event()
        self.entered = threading.Event()

    def wait(self, _: Unit) -> None:
        self.entered.set()
        self.open.wait()

    async def closed(self) -> asyncio.Task[None]:
        waiting = asyncio.create_task(self.store.run(self.wait))
        await asyncio.to_thread(self.entered.wait)
        return waiting


def noting(number: int) -> Callable[[Unit], int]:
    return lambda unit: unit.inbox.note([message(LI, str(number))])


def post(unit: Unit) -> None:
    unit.outbox.put(posting(chat_of(unit).id, at=NOW))


def note_and_fail(unit: Unit) -> int:
    noting(99)(unit)
    raise LookupError("no such thing")


async def test_a_failing_unit_does_not_harm_its_neighbours(gate: Gate) -> None:
    waiting = await gate.closed()
    units = [noting(1), note_and_fail, noting(2), note_and_fail]
    tasks = [asyncio.create_task(gate.store.run(unit)) for unit in units]
    await asyncio.sleep(0)
    gate.open.set()
    results: list[object] = await asyncio.gather(waiting, *tasks, return_exceptions=True)
    assert [r if isinstance(r, int | None) else type(r) for r in results] == [None, 1, LookupError, 1, LookupError]
    oldest = await gate.store.run(lambda u: u.inbox.oldest(LI))
    assert oldest
    assert oldest.message_id == "1"
    assert await gate.store.run(noting(99)) == 1
    await gate.store.close()


async def test_what_a_failing_neighbour_has_undone_is_done_again_and_told_of(gate: Gate) -> None:
    woken: list[str] = []
    gate.store.on_commit(lambda: woken.append("deliveries"))
    waiting = await gate.closed()
    tasks = [asyncio.create_task(gate.store.run(unit)) for unit in (post, note_and_fail, note_and_fail)]
    await asyncio.sleep(0)
    gate.open.set()
    await asyncio.gather(waiting, *tasks, return_exceptions=True)
    assert woken == ["deliveries"]
    assert len(await gate.store.run(lambda unit: unit.outbox.claim(NOW, NOW))) == 1
    await gate.store.close()


async def test_a_first_unit_that_fails_does_not_harm_those_behind_it(gate: Gate) -> None:
    results = await asyncio.gather(gate.store.run(note_and_fail), gate.store.run(noting(1)), return_exceptions=True)
    assert isinstance(results[0], LookupError)
    assert results[1] == 1
    await gate.store.close()


async def test_results_are_given_out_only_after_the_commit(gate: Gate, sqlite_url: str) -> None:
    waiting = await gate.closed()
    noted = asyncio.create_task(gate.store.run(noting(1)))
    await asyncio.sleep(0.05)
    assert not noted.done()
    gate.open.set()
    assert await noted == 1
    await waiting
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as other:
        assert other.execute("SELECT count(*) FROM inbox").fetchone() == (1,)
    other.close()
    await gate.store.close()


async def test_if_the_commit_fails_everybody_hears_of_it(gate: Gate) -> None:
    def leave_a_dangling_reference(unit: Unit) -> None:
        del unit
        dangling = "INSERT INTO media (media, chat_id, mime, size, at) VALUES ('a', 999, 'image/png', 1, 1)"
        gate.store.writer.cursor.execute("PRAGMA defer_foreign_keys = ON")
        gate.store.writer.cursor.execute(dangling)

    waiting = await gate.closed()
    noted = asyncio.create_task(gate.store.run(noting(1)))
    broken = asyncio.create_task(gate.store.run(leave_a_dangling_reference))
    await asyncio.sleep(0)
    gate.open.set()
    results = await asyncio.gather(waiting, noted, broken, return_exceptions=True)
    assert all(isinstance(r, StorageTrouble) for r in results)
    assert await gate.store.run(lambda u: u.inbox.oldest(LI)) is None
    await gate.store.close()


async def test_many_units_at_once_all_come_home(gate: Gate) -> None:
    gate.open.set()
    noted = await asyncio.gather(*(gate.store.run(noting(n)) for n in range(500)))
    assert sum(noted) == 500
    await gate.store.close()


async def test_a_cancelled_unit_was_done_all_the_same(gate: Gate) -> None:
    waiting = await gate.closed()
    noted = asyncio.create_task(gate.store.run(noting(1)))
    await asyncio.sleep(0)
    noted.cancel()
    gate.open.set()
    await waiting
    with pytest.raises(asyncio.CancelledError):
        await noted
    assert await gate.store.run(noting(1)) == 0
    await gate.store.close()


async def test_closing_waits_for_what_was_asked_before_and_refuses_what_comes_after(gate: Gate) -> None:
    gate.open.set()
    tasks = [asyncio.create_task(gate.store.run(noting(n))) for n in range(100)]
    await asyncio.sleep(0)
    await gate.store.close()
    assert sum(await asyncio.gather(*tasks)) == 100
    with pytest.raises(StorageTrouble, match="closed"):
        await gate.store.run(chat_of)


async def test_nobody_waits_for_a_writer_that_has_left(gate: Gate) -> None:
    waiting = await gate.closed()
    gate.store.writer.queue.put(None)
    late = asyncio.create_task(gate.store.run(noting(1)))
    await asyncio.sleep(0)
    gate.open.set()
    await waiting
    with pytest.raises(StorageTrouble, match="closed"):
        await late
    await gate.store.close()


async def test_a_transaction_given_up_by_one_unit_is_trouble_for_all_of_it(gate: Gate) -> None:
    def give_up(unit: Unit) -> None:
        del unit
        gate.store.writer.cursor.execute("ROLLBACK")
        raise LookupError("and not even sorry")

    waiting = await gate.closed()
    noted = asyncio.create_task(gate.store.run(noting(1)))
    guilty = asyncio.create_task(gate.store.run(give_up))
    await asyncio.sleep(0)
    gate.open.set()
    results = await asyncio.gather(waiting, noted, guilty, return_exceptions=True)
    assert [type(result) for result in results] == [StorageTrouble, StorageTrouble, LookupError]
    assert await gate.store.run(noting(1)) == 1
    await gate.store.close()


async def test_running_out_of_a_generator_is_an_error_like_any_other(gate: Gate) -> None:
    empty: list[int] = []
    with pytest.raises(RuntimeError, match="ran out"):
        await gate.store.run(lambda _: next(iter(empty)))
    await gate.store.close()


async def test_deliveries_are_woken_once_a_message_is_safely_kept(gate: Gate) -> None:
    gate.open.set()
    woken: list[str] = []
    gate.store.on_commit(lambda: woken.append(threading.current_thread().name))
    await gate.store.run(chat_of)
    assert woken == []
    await gate.store.run(post)
    assert woken == [threading.current_thread().name]
    await gate.store.close()
