"""What a crashed or frozen process leaves behind, and what is past its time."""

from __future__ import annotations

import asyncio
from datetime import datetime
from random import Random

import pytest

from core.outcomes import Outcome, Retry, Sent, Undeliverable, Unknown
from core.phrases import Phrase
from core.ports import Conversation, Parcel, Store, Unit
from core.shop import Shop
from scheduler.deliveries import Deliveries, Terms
from scheduler.housekeeping import Housekeeping
from tests.scheduler.scene import (
    ARRIVED_UNCONFIRMED,
    HOUR,
    MINUTE,
    MONDAY,
    SECOND,
    Behaviour,
    Clock,
    Network,
    post,
    states,
    undelivered,
    until,
)


def silence(_: Unit, __: Conversation, ___: Phrase, ____: datetime) -> None:
    """These tests have no drafts."""


@pytest.fixture
def house(store: Store, shop: Shop, clock: Clock) -> Housekeeping:
    return Housekeeping(store, shop, silence, clock)


async def claimed_and_lost(store: Store, clock: Clock) -> Parcel:
    """A process that died between its claim and the network's answer."""
    terms = Terms()
    (parcel,) = await store.run(lambda unit: unit.outbox.claim(clock(), clock() + terms.lease))
    return parcel


async def test_a_message_that_a_crash_left_in_doubt_is_sent_once_more(
    store: Store, network: Network, house: Housekeeping, clock: Clock
) -> None:
    deliveries = Deliveries(store, {"web": network}, clock)
    await post(store, "li", "one", "two")
    await claimed_and_lost(store, clock)
    clock.pass_(89 * SECOND)
    await house.recover_lapsed()
    await deliveries.finish()
    assert network.texts() == []
    clock.pass_(SECOND)
    await house.recover_lapsed()
    clock.pass_(MINUTE)
    await deliveries.finish()
    assert network.texts() == ["one", "two"]


async def test_a_message_that_kills_every_process_is_left_alone_and_the_chat_goes_on(
    store: Store, network: Network, house: Housekeeping, clock: Clock
) -> None:
    await post(store, "li", "poison", "two")
    for _ in range(2):
        await claimed_and_lost(store, clock)
        clock.pass_(2 * MINUTE)
        await house.recover_lapsed()
        clock.pass_(MINUTE)
    await Deliveries(store, {"web": network}, clock).finish()
    assert network.texts() == ["two"]
    assert await undelivered(store) == ["poison"]


async def test_a_worker_that_stood_still_changes_nothing_any_more(
    store: Store, house: Housekeeping, clock: Clock
) -> None:
    frozen, thawed = Network(), asyncio.Event()

    async def when_thawed() -> Outcome:
        await thawed.wait()
        return Undeliverable("blocked")

    frozen.will("li", when_thawed)
    late, lively = Network(), Deliveries(store, {"web": frozen}, clock)
    await post(store, "li", "one")
    standing_still = asyncio.create_task(lively.finish())
    await until(lambda: bool(frozen.tried))
    clock.pass_(2 * MINUTE)
    await house.recover_lapsed()
    clock.pass_(MINUTE)
    await Deliveries(store, {"web": late}, clock).finish()
    thawed.set()
    await standing_still
    assert late.texts() == ["one"]
    assert await states(store, "li", clock()) == ["sent"]


async def test_what_is_past_its_time_is_given_up_and_the_desk_can_see_it(
    store: Store, network: Network, house: Housekeeping, clock: Clock
) -> None:
    await post(store, "li", "Time to leave", expires_at=MONDAY + HOUR)
    await post(store, "li", "News")
    clock.pass_(HOUR)
    await house.expire()
    await Deliveries(store, {"web": network}, clock).finish()
    assert network.texts() == ["News"]
    assert await undelivered(store) == ["Time to leave"]


@pytest.mark.parametrize("seed", range(12))
async def test_whatever_happens_nothing_is_lost_unseen_and_nothing_comes_three_times(
    store: Store, house: Housekeeping, clock: Clock, seed: int
) -> None:
    chance, network = Random(seed), Network()
    for name in "abc":
        network.will(name, *(misfortune(chance) for _ in range(30)))
        await post(store, name, *(f"{name}{number}" for number in range(8)))
    while await unsettled(store, clock):
        if chance.random() < 0.2:
            await store.run(lambda unit: unit.outbox.claim(clock(), clock() + 90 * SECOND))  # and then it crashes
        await Deliveries(store, {"web": network}, clock).finish()
        clock.pass_(chance.choice([SECOND, MINUTE, 2 * MINUTE]))
        await house.recover_lapsed()
    seen = [text for _, text in network.arrived]
    assert max(map(seen.count, seen)) <= 2
    shown = await undelivered(store)
    assert {f"{name}{number}" for name in "abc" for number in range(8)} <= {*seen, *shown}
    for name in "abc":
        first_seen = [text for text in dict.fromkeys(network.texts(name)) if text not in shown]
        assert first_seen == sorted(first_seen)


def misfortune(chance: Random) -> Behaviour:
    good: list[Behaviour] = [Sent(), Sent(), Sent()]
    return chance.choice([*good, Retry(5 * SECOND), Unknown("?"), ARRIVED_UNCONFIRMED, OSError()])


async def unsettled(store: Store, clock: Clock) -> bool:
    found = [await states(store, name, clock()) for name in "abc"]
    return any({"queued", "sending"} & {*each} for each in found)
