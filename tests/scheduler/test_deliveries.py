from __future__ import annotations

import asyncio
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from core.outcomes import Absent, Outcome, Retry, Sent, Undeliverable, Unknown
from core.ports import Store, Unit, Weight
from core.storage.sqlite import SqliteStore
from scheduler.deliveries import Deliveries, Terms
from tests.scheduler.scene import (
    ARRIVED_UNCONFIRMED,
    HOUR,
    MINUTE,
    MONDAY,
    SECOND,
    Clock,
    Network,
    Shaky,
    chat,
    never,
    post,
    someone,
    states,
    undelivered,
    until,
)


@pytest.fixture
def deliveries(store: Store, network: Network, clock: Clock) -> Deliveries:
    return Deliveries(store, {"web": network}, clock)


@contextmanager
def running(deliveries: Deliveries) -> Generator[asyncio.Task[None]]:
    task = asyncio.create_task(deliveries.run())
    yield task
    task.cancel()


async def after(time: timedelta, deliveries: Deliveries, clock: Clock) -> None:
    clock.pass_(time)
    await deliveries.finish()


async def test_a_chat_gets_its_messages_in_order(store: Store, network: Network, deliveries: Deliveries) -> None:
    await post(store, "li", "one", "two", "three")
    await deliveries.finish()
    assert network.texts() == ["one", "two", "three"]


async def test_a_commit_wakes_the_deliveries(store: SqliteStore, network: Network, deliveries: Deliveries) -> None:
    store.on_commit(deliveries.wake)
    with running(deliveries):
        await post(store, "li", "one", "two")
        await until(lambda: network.texts() == ["one", "two"])


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
        await until(lambda: network.texts() == ["one", "two"] and len(broken.tried) == 3)


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


async def test_in_doubt_it_is_sent_once_more_and_then_the_desk_shows_it(
    store: Store, network: Network, deliveries: Deliveries, clock: Clock
) -> None:
    network.will("li", ARRIVED_UNCONFIRMED, ARRIVED_UNCONFIRMED)
    await post(store, "li", "one")
    await deliveries.finish()
    await after(59 * SECOND, deliveries, clock)
    assert network.texts() == ["one"]
    await after(SECOND, deliveries, clock)
    await after(24 * HOUR, deliveries, clock)
    assert network.texts() == ["one", "one"]
    assert await undelivered(store) == ["one"]


async def test_a_message_in_doubt_holds_its_chat_for_a_minute(
    store: Store, network: Network, deliveries: Deliveries, clock: Clock
) -> None:
    network.will("li", Unknown("?"))
    await post(store, "li", "one", "two")
    await deliveries.finish()
    assert network.texts() == []
    await after(MINUTE, deliveries, clock)
    assert network.texts() == ["one", "two"]


async def test_a_survey_in_doubt_is_not_repeated(
    store: Store, network: Network, deliveries: Deliveries, clock: Clock
) -> None:
    network.will("li", ARRIVED_UNCONFIRMED)
    await post(store, "li", "How was it?", weight=Weight.SURVEY)
    await deliveries.finish()
    await after(24 * HOUR, deliveries, clock)
    assert network.texts() == ["How was it?"]
    assert await undelivered(store) == []


async def test_a_newer_card_takes_the_place_of_one_in_doubt(
    store: Store, network: Network, deliveries: Deliveries, clock: Clock
) -> None:
    network.will("li", Unknown("?"))
    await post(store, "li", "", body={"text": "offered", "card": "job"}, weight=Weight.CARD)
    await deliveries.finish()
    await post(store, "li", "", body={"text": "accepted", "card": "job"}, weight=Weight.CARD)
    await after(HOUR, deliveries, clock)
    assert network.texts() == ["accepted"]


async def test_what_a_sender_raises_is_doubt_and_its_words_stay_out_of_the_log(
    store: Store, network: Network, deliveries: Deliveries, clock: Clock
) -> None:
    network.will("li", ValueError("Mrs Li, 13800138000"))
    await post(store, "li", "one")
    with capture_logs() as logs:
        await deliveries.finish()
    assert [(entry["event"], entry["err_class"]) for entry in logs] == [("sender_failed", "ValueError")]
    assert "Li" not in str(logs)
    await after(MINUTE, deliveries, clock)
    assert network.texts() == ["one"]


async def test_without_an_answer_in_time_it_is_in_doubt(store: Store, network: Network, clock: Clock) -> None:
    network.will("li", never)
    deliveries = Deliveries(store, {"web": network}, clock, terms=Terms(patience=timedelta(seconds=0.02)))
    await post(store, "li", "one")
    await deliveries.finish()
    assert await states(store, "li", clock()) == ["queued"]
    await after(MINUTE, deliveries, clock)
    assert network.texts() == ["one"]


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


async def test_blocked_in_one_chat_it_goes_to_the_other(store: Store, network: Network, clock: Clock) -> None:
    telegram = Network()
    telegram.will("li", Undeliverable("blocked"))
    await at_two_addresses(store)
    await post(store, "li", "Your technician comes tomorrow.", channel="telegram")
    await Deliveries(store, {"web": network, "telegram": telegram}, clock).finish()
    assert network.texts() == ["Your technician comes tomorrow."]
    assert await undelivered(store) == []


async def test_blocked_in_both_chats_it_is_listed_once(store: Store, network: Network, clock: Clock) -> None:
    telegram = Network()
    telegram.will("li", Undeliverable("blocked"))
    network.will("li", Undeliverable("gone"))
    await at_two_addresses(store)
    await post(store, "li", "Your technician comes tomorrow.", channel="telegram")
    await Deliveries(store, {"web": network, "telegram": telegram}, clock).finish()
    assert await undelivered(store) == ["Your technician comes tomorrow."]
    assert (len(telegram.tried), len(network.tried)) == (1, 1)


async def test_without_another_chat_in_use_it_is_listed(store: Store, clock: Clock) -> None:
    telegram = Network()
    telegram.will("li", Undeliverable("blocked"))
    await at_two_addresses(store)
    await post(store, "li", "Your technician comes tomorrow.", channel="telegram")
    await Deliveries(store, {"telegram": telegram}, clock).finish()
    assert await undelivered(store) == ["Your technician comes tomorrow."]


async def test_the_chat_goes_on_after_what_could_not_be_delivered(
    store: Store, network: Network, deliveries: Deliveries
) -> None:
    network.will("li", Undeliverable("too large"))
    await post(store, "li", "one", "two")
    await deliveries.finish()
    assert network.texts() == ["two"]
    assert await undelivered(store) == ["one"]


async def test_where_nobody_is_it_waits_until_somebody_comes(
    store: Store, network: Network, deliveries: Deliveries
) -> None:
    network.will("li", Absent(), Absent())
    await post(store, "li", "one", "two")
    await deliveries.finish()
    assert network.texts() == []
    await store.run(lambda unit: unit.outbox.wake(chat("li")))
    await deliveries.finish()
    assert network.texts() == ["one", "two"]


async def test_refused_beyond_its_time_it_is_given_up(store: Store, network: Network, deliveries: Deliveries) -> None:
    network.will("li", Retry(2 * HOUR))
    await post(store, "li", "Time to leave", expires_at=MONDAY + HOUR)
    await deliveries.finish()
    assert await undelivered(store) == ["Time to leave"]


async def test_two_deliveries_on_one_store_send_nothing_twice(either_store: Store, clock: Clock) -> None:
    network = Network()
    told = [str(number) for number in range(10)]
    for name in "abcdefgh":
        await post(either_store, name, *told)
    replicas = [Deliveries(either_store, {"web": network}, clock, terms=Terms(at_once=5)) for _ in range(2)]
    while len(network.arrived) < 80:
        await asyncio.gather(*(replica.finish() for replica in replicas))
    assert {name: network.texts(name) for name in "abcdefgh"} == dict.fromkeys("abcdefgh", told)


async def test_a_database_away_for_a_moment_makes_no_doubt(store: Store, network: Network, clock: Clock) -> None:
    await post(store, "li", "one")
    shaky = Shaky(store, (True, False, False, True))  # the claim, two tries to record, the third
    await Deliveries(shaky, {"web": network}, clock, terms=Terms(pauses=(0.01, 0.01))).finish()
    assert network.texts() == ["one"]
    assert await states(store, "li", clock()) == ["sent"]


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


async def test_on_closing_what_is_on_its_way_may_arrive(
    store: Store, network: Network, deliveries: Deliveries, clock: Clock
) -> None:
    leave = asyncio.Event()

    async def after_closing() -> Outcome:
        await leave.wait()
        return Sent()

    network.will("li", after_closing)
    await post(store, "li", "one", "two")
    with running(deliveries) as run:
        await until(lambda: bool(network.tried))
        deliveries.stop()
        leave.set()
        await run
    assert network.texts() == ["one"]
    assert await states(store, "li", clock()) == ["sent", "queued"]


async def test_on_closing_what_does_not_arrive_is_in_doubt_and_nothing_is_left_hanging(
    store: Store, network: Network, clock: Clock
) -> None:
    network.will("li", never)
    terms = Terms(farewell=timedelta(seconds=0.02))
    deliveries = Deliveries(store, {"web": network}, clock, terms=terms)
    await post(store, "li", "one")
    with running(deliveries) as run:
        await until(lambda: bool(network.tried))
        deliveries.stop()
        await run
    assert await states(store, "li", clock()) == ["queued"]
    network.will("li", Unknown("?"))
    await after(MINUTE, Deliveries(store, {"web": network}, clock), clock)
    assert await states(store, "li", clock()) == ["unknown"]  # the second doubt was the last


async def at_two_addresses(store: Store) -> None:
    def work(unit: Unit) -> None:
        li = someone(unit, "li", channel="telegram")
        unit.chats.bind(chat("li"), li.id)
        unit.people.save(replace(li, phone="+8613800138000"))

    await store.run(work)
