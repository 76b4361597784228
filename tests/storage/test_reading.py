from __future__ import annotations

import asyncio
import threading

import pytest

from core.errors import StorageTrouble
from core.outcomes import Absent, Undeliverable
from core.people import Chat
from core.ports import Clock, RaisedAlert, Unit, Weight
from core.storage.open import SqlStore, open_store
from core.storage.reading import Counts, Reader
from core.tickets import Role
from tests.storage.scene import DAY, HOUR, LI, MINUTE, NOW, WANG, chat_of, message, posting, someone, ticket


def busy(unit: Unit) -> None:
    """One of each kind of work."""
    customer = someone(unit).id
    late = ticket(unit, customer, "late")
    ticket(unit, customer, "assigned", state="assigned")
    ticket(unit, customer, "closed", state="closed")
    unit.clocks.keep(late.ref, [Clock("visit", 0, NOW, NOW), Clock("visit", 1, NOW, NOW + DAY)])
    unit.alerts.add(RaisedAlert(0, late.ref, Role.DISPATCHER, {}, False, 0, NOW, None))
    unit.inbox.note([message(LI, "1"), message(LI, "2")])
    unit.inbox.handled(1, NOW)
    for chat, outcome in ((WANG, Undeliverable("blocked")), (Chat("web", "shop", "away"), Absent())):
        unit.outbox.put(posting(chat_of(unit, chat).id, weight=Weight.NOTICE))
        (parcel,) = unit.outbox.claim(NOW, NOW + HOUR)
        unit.outbox.record(parcel, outcome, NOW, None)
    unit.outbox.put(posting(chat_of(unit, LI).id, "on its way"))
    unit.outbox.claim(NOW, NOW + HOUR)
    unit.outbox.put(posting(chat_of(unit, LI).id, "next", at=NOW + MINUTE))
    unit.outbox.put(posting(chat_of(unit, LI).id, "tomorrow", not_before=NOW + DAY))


EXPECTED = Counts({"new": 1, "assigned": 1}, 1, NOW, 1, NOW + MINUTE, 1, 1, 1, 1, 1)


async def test_what_is_open_is_counted(store: SqlStore) -> None:
    reader = Reader(store.engine.url)
    await store.run(busy)
    assert await reader.counts(NOW + HOUR) == EXPECTED
    await reader.close()


async def test_a_database_in_memory_can_be_looked_at_too() -> None:
    store = open_store("sqlite://")
    reader = Reader(store.engine.url)
    await store.run(busy)
    assert await reader.counts(NOW + HOUR) == EXPECTED
    await reader.close()
    await store.close()


async def test_a_quiet_desk_counts_nothing(store: SqlStore) -> None:
    reader = Reader(store.engine.url)
    assert await reader.counts(NOW) == Counts({}, 0, None, 0, None, 0, 0, 0, 0, 0)
    await reader.close()


async def test_whoever_reads_does_not_wait_for_whoever_writes(store: SqlStore) -> None:
    reader = Reader(store.engine.url)
    await store.run(busy)
    read = threading.Event()

    def write_slowly(unit: Unit) -> bool:
        unit.inbox.note([message(WANG, "slow")])
        return read.wait(timeout=5)

    writing = asyncio.create_task(store.run(write_slowly))
    assert await reader.counts(NOW + HOUR) == EXPECTED
    read.set()
    assert await writing
    await reader.close()


async def test_a_missing_server_is_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGCONNECT_TIMEOUT", "2")
    store = open_store("postgresql://desk:secret@127.0.0.1:1/aftercare")
    reader = Reader(store.engine.url)
    with pytest.raises(StorageTrouble, match=r"127\.0\.0\.1/aftercare"):
        await reader.counts(NOW)
    await reader.close()
    await store.close()
