"""A newer card takes the place of an older one."""

from __future__ import annotations

from dataclasses import replace

from core.outcomes import Sent
from core.ports import Json, Unit, Weight
from core.storage.open import SqlStore
from tests.storage.scene import LI, NOW, chat_of, claim, posting, texts


async def test_a_newer_card_takes_the_place_of_one_not_sent_yet(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        number = chat_of(unit).id
        for text in ("old", "new"):
            unit.outbox.put(posting(number, body={"text": text, "card": "t:1"}, weight=Weight.CARD))

    await store.run(work)
    assert texts(await store.run(claim)) == ["new"]
    assert [line.body["text"] for line in await store.run(lambda u: u.outbox.lines(LI, 0, NOW))] == ["new"]


async def test_ten_photos_that_wait_to_be_acknowledged_are_acknowledged_once(store: SqlStore) -> None:
    def sent(unit: Unit) -> None:
        number = chat_of(unit).id
        for count in range(1, 11):
            body: Json = {"text": f"Photos so far: {count}", "card": "album:7"}
            unit.outbox.put(posting(number, body=body, weight=Weight.ANSWER))

    await store.run(sent)
    assert texts(await store.run(claim)) == ["Photos so far: 10"]


async def test_a_card_knows_the_message_it_replaces(store: SqlStore) -> None:
    card = posting(0, body={"text": "card", "card": "t:1"}, weight=Weight.CARD)
    for external, replaces in (("m1", ""), ("m2", "m1"), ("m3", "m2")):
        await store.run(lambda u: u.outbox.put(replace(card, chat_id=chat_of(u).id)))
        (parcel,) = await store.run(claim)
        assert parcel.replaces == replaces
        sent = Sent(external)
        await store.run(lambda u, p=parcel, sent=sent: u.outbox.record(p, sent, NOW, None))  # type: ignore[misc]
