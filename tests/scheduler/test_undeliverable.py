"""What cannot be delivered goes another way, waits, or is listed."""

from __future__ import annotations

from dataclasses import replace

from core.outcomes import Absent, Retry, Undeliverable
from core.ports import Store, Unit
from scheduler.deliveries import Deliveries
from tests.scheduler.scene import HOUR, MONDAY, Clock, Network, chat, post, someone, undelivered


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
    network.will("li", Absent())
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


async def at_two_addresses(store: Store) -> None:
    def work(unit: Unit) -> None:
        li = someone(unit, "li", channel="telegram")
        unit.chats.bind(chat("li"), li.id)
        unit.people.save(replace(li, phone="+8613800138000"))

    await store.run(work)
