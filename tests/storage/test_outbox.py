from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.outcomes import Absent, Outcome, Retry, Sent, Undeliverable, Unknown
from core.people import Chat
from core.ports import Json, Parcel, Unit, Weight
from core.storage.open import SqlStore
from tests.storage.scene import DAY, HOUR, LI, MINUTE, NOW, WANG, chat_of, posting


def claim(unit: Unit, at: datetime = NOW, limit: int = 30) -> tuple[Parcel, ...]:
    return unit.outbox.claim(at, at + timedelta(seconds=90), limit)


def texts(parcels: tuple[Parcel, ...]) -> list[str]:
    return [parcel.body["text"] for parcel in parcels]


def put_two(unit: Unit) -> None:
    number = chat_of(unit).id
    unit.outbox.put(posting(number, "first"))
    unit.outbox.put(posting(number, "second"))


async def test_messages_of_a_chat_leave_in_order_one_at_a_time(store: SqlStore) -> None:
    await store.run(put_two)
    (first,) = await store.run(claim)
    assert first.body == {"text": "first"}
    assert await store.run(claim) == ()
    await store.run(lambda u: u.outbox.record(first, Sent("m1"), NOW, None))
    assert texts(await store.run(claim)) == ["second"]


async def test_a_chat_in_doubt_holds_up_only_itself(store: SqlStore) -> None:
    await store.run(put_two)
    await store.run(lambda u: u.outbox.put(posting(chat_of(u, WANG).id, "for Wang")))
    first, wang = await store.run(claim)
    await store.run(lambda u: u.outbox.record(first, Unknown("timeout"), NOW, NOW + MINUTE))
    await store.run(lambda u: u.outbox.record(wang, Sent(), NOW, None))
    await store.run(lambda u: u.outbox.put(posting(chat_of(u, WANG).id, "more for Wang")))
    assert texts(await store.run(claim)) == ["more for Wang"]
    (again,) = await store.run(lambda u: claim(u, NOW + MINUTE))
    assert again == replace(first, attempt=2, unknown=1)


async def test_a_late_record_of_an_old_attempt_changes_nothing(store: SqlStore) -> None:
    await store.run(put_two)
    (stale,) = await store.run(claim)
    (lapsed,) = await store.run(lambda u: u.outbox.lapsed(NOW + HOUR))
    assert lapsed == stale
    assert await store.run(lambda u: u.outbox.record(lapsed, Unknown("lease"), NOW + HOUR, NOW + HOUR))
    (second,) = await store.run(lambda u: claim(u, NOW + HOUR))
    assert not await store.run(lambda u: u.outbox.record(stale, Sent("late"), NOW + HOUR, None))
    assert await store.run(lambda u: u.outbox.record(second, Sent("in time"), NOW + HOUR, None))
    assert not await store.run(lambda u: u.outbox.record(second, Sent("twice"), NOW + HOUR, None))


async def test_a_lease_that_runs_is_nobody_elses_business(store: SqlStore) -> None:
    await store.run(put_two)
    await store.run(claim)
    assert await store.run(lambda u: u.outbox.lapsed(NOW + MINUTE)) == ()


@pytest.mark.parametrize(
    ("outcome", "retry", "state", "unknown"),
    [
        (Sent("m1"), False, "sent", 0),
        (Retry(MINUTE, "slow down"), True, "queued", 0),
        (Retry(MINUTE, "slow down"), False, "dead", 0),
        (Unknown("timeout"), True, "queued", 1),
        (Unknown("timeout"), False, "unknown", 1),
        (Undeliverable("blocked"), False, "dead", 0),
        (Undeliverable("blocked"), True, "dead", 0),
        (Absent(), False, "waiting", 0),
    ],
)
async def test_each_outcome_has_its_state(
    store: SqlStore, outcome: Outcome, *, retry: bool, state: str, unknown: int
) -> None:
    await store.run(lambda u: u.outbox.put(posting(chat_of(u).id)))
    (parcel,) = await store.run(claim)
    assert await store.run(lambda u: u.outbox.record(parcel, outcome, NOW, NOW + MINUTE if retry else None))
    (line,) = await store.run(lambda u: u.outbox.lines(LI, 0, NOW))
    assert line.state == state
    if state == "queued":
        (again,) = await store.run(lambda u: claim(u, NOW + MINUTE))
        assert again.unknown == unknown


async def test_a_dedupe_key_is_used_once_for_ever(store: SqlStore) -> None:
    def put(unit: Unit) -> int | None:
        return unit.outbox.put(posting(chat_of(unit).id, dedupe="promise:7:0"))

    assert await store.run(put) is not None
    assert await store.run(put) is None
    (parcel,) = await store.run(claim)
    await store.run(lambda u: u.outbox.record(parcel, Sent(), NOW, None))
    assert await store.run(put) is None


async def test_what_is_for_later_holds_up_nothing(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        number = chat_of(unit).id
        unit.outbox.put(posting(number, "tomorrow", not_before=NOW + DAY))
        unit.outbox.put(posting(number, "now"))

    await store.run(work)
    (now,) = await store.run(claim)
    assert now.body["text"] == "now"
    await store.run(lambda u: u.outbox.record(now, Sent(), NOW, None))
    assert await store.run(claim) == ()
    assert texts(await store.run(lambda u: claim(u, NOW + DAY))) == ["tomorrow"]


async def test_what_is_past_its_time_is_given_up_and_not_sent(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        number = chat_of(unit).id
        unit.outbox.put(posting(number, "too late", expires_at=NOW + MINUTE))
        unit.outbox.put(posting(number, "still good"))

    await store.run(work)
    assert texts(await store.run(lambda u: claim(u, NOW + MINUTE))) == ["still good"]
    assert texts(await store.run(lambda u: u.outbox.expire(NOW + MINUTE))) == ["too late"]
    assert await store.run(lambda u: u.outbox.expire(NOW + MINUTE)) == ()


async def test_messages_wait_in_order_until_somebody_is_there(store: SqlStore) -> None:
    await store.run(put_two)
    (first,) = await store.run(claim)
    await store.run(lambda u: u.outbox.record(first, Absent(), NOW, None))
    await store.run(lambda u: u.outbox.put(posting(chat_of(u).id, "third")))
    (second,) = await store.run(claim)
    await store.run(lambda u: u.outbox.record(second, Absent(), NOW, None))
    assert await store.run(claim) == ()
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


async def test_what_was_given_up_is_shown_except_surveys(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        for chat, weight in ((LI, Weight.NOTICE), (WANG, Weight.SURVEY)):
            unit.outbox.put(posting(chat_of(unit, chat).id, weight, weight=weight))
        for parcel in claim(unit):
            unit.outbox.record(parcel, Undeliverable("blocked"), NOW, None)

    await store.run(work)
    assert texts(await store.run(lambda u: u.outbox.undelivered())) == ["notice"]


async def test_a_restored_outbox_sends_nothing_until_it_is_released(store: SqlStore) -> None:
    def work(unit: Unit) -> int:
        put_two(unit)
        claim(unit)
        return unit.outbox.hold_all()

    assert await store.run(work) == 2
    assert await store.run(lambda u: claim(u, NOW + DAY)) == ()
    assert await store.run(lambda u: u.outbox.lines(LI, 0, NOW)) == ()
    assert await store.run(lambda u: u.outbox.release(NOW + MINUTE)) == 0
    assert await store.run(lambda u: u.outbox.release(None)) == 2
    (first,) = await store.run(claim)
    assert (first.body["text"], first.unknown) == ("first", 1)


async def test_a_claim_takes_no_more_than_its_limit(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        for chat in (LI, WANG):
            unit.outbox.put(posting(chat_of(unit, chat).id))

    await store.run(work)
    assert len(await store.run(lambda u: claim(u, limit=1))) == 1


async def test_a_channel_can_be_served_on_its_own(store: SqlStore) -> None:
    telegram = Chat("telegram", "bot", "7")
    await store.run(lambda u: [u.outbox.put(posting(chat_of(u, chat).id, chat.channel)) for chat in (LI, telegram)])
    claimed = await store.run(lambda u: u.outbox.claim(NOW, NOW + MINUTE, channel="telegram"))
    assert texts(claimed) == ["telegram"]


async def test_what_went_out_another_way_is_not_undelivered(store: SqlStore) -> None:
    await store.run(lambda u: u.outbox.put(posting(chat_of(u).id)))
    (parcel,) = await store.run(claim)
    await store.run(lambda u: u.outbox.record(parcel, Undeliverable("blocked"), NOW, None))
    await store.run(lambda u: u.outbox.replaced(parcel, NOW))
    assert await store.run(lambda u: u.outbox.undelivered()) == ()


async def test_a_parcel_says_until_when_it_is_worth_sending(store: SqlStore) -> None:
    await store.run(lambda u: u.outbox.put(posting(chat_of(u).id, expires_at=NOW + HOUR)))
    (parcel,) = await store.run(claim)
    assert parcel.expires_at == NOW + HOUR


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
