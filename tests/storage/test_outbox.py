"""Messages on their way out: queued, claimed, recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.outcomes import Absent, Outcome, Retry, Sent, Undeliverable, Unknown
from core.people import Chat
from core.ports import Unit, Weight
from core.storage.open import SqlStore
from tests.storage.scene import DAY, HOUR, LI, MINUTE, NOW, WANG, chat_of, claim, posting, put_two, texts


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
