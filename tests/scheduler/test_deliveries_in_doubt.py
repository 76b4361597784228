"""Nobody knows whether it arrived: what may be sent once more, and what the desk is shown."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from structlog.testing import capture_logs

from core.outcomes import Outcome, Sent, Unknown
from core.ports import Store, Weight
from scheduler.deliveries import Deliveries, Terms
from tests.scheduler.scene import (
    ARRIVED_UNCONFIRMED,
    HOUR,
    MINUTE,
    SECOND,
    Clock,
    Network,
    Shaky,
    after,
    never,
    post,
    running,
    states,
    undelivered,
    until,
)


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
    assert (logs[0]["event"], logs[0]["err_class"]) == ("sender_failed", "ValueError")
    assert [entry["event"] for entry in logs] == ["sender_failed", "message_carried"]
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


async def test_a_database_away_for_a_moment_makes_no_doubt(store: Store, network: Network, clock: Clock) -> None:
    await post(store, "li", "one")
    shaky = Shaky(store, (True, False, False, True))  # the claim, two tries to record, the third
    await Deliveries(shaky, {"web": network}, clock, terms=Terms(pauses=(0.01, 0.01))).finish()
    assert network.texts() == ["one"]
    assert await states(store, "li", clock()) == ["sent"]


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
