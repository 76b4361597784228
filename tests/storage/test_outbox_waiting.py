"""What is for somebody who is not there."""

from __future__ import annotations

from core.outcomes import Absent, Sent
from core.ports import Unit
from core.storage.open import SqlStore
from tests.storage.scene import LI, MINUTE, NOW, chat_of, claim, posting, put_two, texts


async def test_messages_wait_in_order_until_somebody_is_there(store: SqlStore) -> None:
    await store.run(put_two)
    (first,) = await store.run(claim)
    await store.run(lambda u: u.outbox.record(first, Absent(), NOW, None))
    await store.run(lambda u: u.outbox.put(posting(chat_of(u).id, "third")))
    assert await store.run(claim) == (), "he might come back just now, and read the second before the first"
    await store.run(lambda u: u.outbox.wake(LI))
    seen: list[str] = []
    while parcels := await store.run(claim):
        seen += texts(parcels)
        for parcel in parcels:
            await store.run(lambda u, parcel=parcel: u.outbox.record(parcel, Sent(), NOW, None))  # type: ignore[misc]
    assert seen == ["first", "second", "third"]


async def test_somebody_who_comes_while_a_message_fails_to_reach_him_gets_it(store: SqlStore) -> None:
    await store.run(put_two)
    (first,) = await store.run(claim)
    await store.run(lambda u: u.outbox.wake(LI))
    await store.run(lambda u: u.outbox.record(first, Absent(), NOW, None))
    assert texts(await store.run(claim)) == ["first"]


async def test_what_is_for_somebody_who_has_gone_waits_until_he_is_back(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        chat = chat_of(unit)
        unit.outbox.put(posting(chat.id, "queued before"))
        unit.chats.gone(chat.id, NOW)
        unit.outbox.rest(LI)
        unit.outbox.put(posting(chat.id, "said meanwhile"))

    await store.run(work)
    assert await store.run(lambda u: u.outbox.claim(NOW, NOW + MINUTE)) == ()
    await store.run(lambda u: u.chats.gone(chat_of(u).id, None))
    await store.run(lambda u: u.outbox.wake(LI))
    (first,) = await store.run(lambda u: u.outbox.claim(NOW, NOW + MINUTE))
    assert first.body["text"] == "queued before"
