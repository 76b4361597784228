"""Everybody gets what is for him, in order; nobody waits for anybody else's trouble."""

from __future__ import annotations

import asyncio

from structlog.testing import capture_logs

from core.outcomes import Outcome, Retry, Sent
from core.ports import Store
from core.storage.sqlite import SqliteStore
from scheduler.deliveries import Deliveries, Terms
from tests.scheduler.scene import SECOND, Clock, Network, Shaky, after, never, post, running, states, until


async def test_a_chat_gets_its_messages_in_order(store: Store, network: Network, deliveries: Deliveries) -> None:
    await post(store, "li", "one", "two", "three")
    await deliveries.finish()
    assert network.texts() == ["one", "two", "three"]


async def test_a_commit_wakes_the_deliveries(store: SqliteStore, network: Network, deliveries: Deliveries) -> None:
    store.on_commit(deliveries.wake)
    with running(deliveries):
        await post(store, "li", "one", "two")
        await until(lambda: len(network.arrived) == 2)
    assert network.texts() == ["one", "two"]


async def test_a_slow_chat_holds_up_no_other(store: Store, network: Network, deliveries: Deliveries) -> None:
    network.will("slow", never)
    await post(store, "slow", "stuck", "behind it")
    await post(store, "li", "one", "two")
    with running(deliveries):
        await until(lambda: network.texts() == ["one", "two"])
    assert network.texts("slow") == []


async def test_a_channel_out_of_order_holds_up_no_other(store: Store, network: Network, clock: Clock) -> None:
    broken = Network()
    for name in "abcdefgh":
        broken.will(name, never)
        await post(store, name, "stuck", channel="wechat")
    await post(store, "li", "one", "two")
    with running(Deliveries(store, {"wechat": broken, "web": network}, clock, terms=Terms(at_once=3))):
        await until(lambda: len(network.arrived) == 2 and len(broken.tried) == 3)
    assert network.texts() == ["one", "two"]
    assert not broken.arrived


async def test_only_so_many_are_on_their_way_at_once(store: Store, network: Network, clock: Clock) -> None:
    async def slowly() -> Outcome:
        await asyncio.sleep(0.01)
        return Sent()

    for number in range(20):
        network.will(f"c{number}", slowly)
        await post(store, f"c{number}", "hello")
    await Deliveries(store, {"web": network}, clock, terms=Terms(at_once=4)).finish()
    assert (len(network.arrived), network.most_at_once) == (20, 4)


async def test_refused_it_is_sent_again_when_the_network_allows_and_the_rest_waits_behind(
    store: Store, network: Network, deliveries: Deliveries, clock: Clock
) -> None:
    network.will("li", Retry(30 * SECOND))
    await post(store, "li", "one", "two")
    await deliveries.finish()
    await after(29 * SECOND, deliveries, clock)
    assert network.texts() == []
    await after(SECOND, deliveries, clock)
    assert network.texts() == ["one", "two"]


async def test_what_waited_too_long_after_its_claim_is_not_sent_by_this_process(
    store: Store, network: Network, clock: Clock
) -> None:
    ticks = iter([0.0, 16.0])  # the process stood still between the claim and the sending
    deliveries = Deliveries(store, {"web": network}, clock, ticks=lambda: next(ticks, 16.0))
    await post(store, "li", "one")
    await deliveries.lanes[0].look()
    await asyncio.wait(deliveries.lanes[0].on_the_way)
    assert network.tried == []
    await deliveries.finish()
    assert network.texts() == ["one"]


async def test_two_deliveries_on_one_store_send_nothing_twice(either_store: Store, clock: Clock) -> None:
    network = Network()
    told = [str(number) for number in range(10)]
    for name in "abcdefgh":
        await post(either_store, name, *told)
    replicas = [Deliveries(either_store, {"web": network}, clock, terms=Terms(at_once=5)) for _ in range(2)]
    while len(network.arrived) < 80:
        await asyncio.gather(*(replica.finish() for replica in replicas))
    assert {name: network.texts(name) for name in "abcdefgh"} == dict.fromkeys("abcdefgh", told)


async def test_what_could_not_be_recorded_is_left_to_its_lease(store: Store, network: Network, clock: Clock) -> None:
    await post(store, "li", "one")
    shaky = Shaky(store, (True, False, False, False))
    with capture_logs() as logs:
        await Deliveries(shaky, {"web": network}, clock, terms=Terms(pauses=(0.01, 0.01))).finish()
    assert [entry["event"] for entry in logs] == ["outcome_lost"]
    assert await states(store, "li", clock()) == ["sending"]


async def test_a_database_out_of_reach_is_complained_about_once(store: Store, network: Network, clock: Clock) -> None:
    deliveries = Deliveries(Shaky(store, (False, False, True)), {"web": network}, clock)
    with capture_logs() as logs:
        for _ in range(4):
            await deliveries.finish()
    assert [entry["event"] for entry in logs] == ["failing", "works_again"]
