"""A page that has the line twice, or from its history, says that it is shown before the attempt is over."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from core.outcomes import Absent, Outcome, Retry, Sent, Undeliverable, Unknown
from core.ports import Store, Unit
from scheduler.deliveries import Deliveries
from tests.scheduler.scene import MINUTE, SECOND, Clock, Network, chat, post, someone, states, undelivered

OUTCOMES = (Sent(), Absent(), Unknown("?"), Retry(SECOND), Undeliverable("gone"))


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: type(outcome).__name__)
async def test_what_is_shown_is_sent_however_the_attempt_ends(
    either_store: Store, network: Network, clock: Clock, outcome: Outcome
) -> None:
    (line,) = await post(either_store, "li", "one")

    async def meanwhile() -> Outcome:
        await either_store.run(lambda unit: unit.outbox.seen(chat("li"), line, clock()))
        return outcome

    network.will("li", meanwhile)
    with capture_logs() as logs:
        await Deliveries(either_store, {"web": network}, clock).finish()
    assert alarming(logs) == []
    assert await states(either_store, "li", clock()) == ["sent"]
    assert await undelivered(either_store) == []


async def test_who_is_forgotten_meanwhile_is_no_surprise(either_store: Store, network: Network, clock: Clock) -> None:
    await post(either_store, "li", "one")

    def forget(unit: Unit) -> None:
        unit.people.erase(someone(unit, "li").id, "customer-1", clock())

    async def meanwhile() -> Outcome:
        await either_store.run(forget)
        return Sent()

    network.will("li", meanwhile)
    with capture_logs() as logs:
        await Deliveries(either_store, {"web": network}, clock).finish()
    assert alarming(logs) == []


async def test_an_attempt_that_outlived_its_lease_is_still_told(
    either_store: Store, network: Network, clock: Clock
) -> None:
    await post(either_store, "li", "one")

    async def long_after() -> Outcome:
        clock.pass_(10 * MINUTE)
        (lapsed,) = await either_store.run(lambda unit: unit.outbox.lapsed(clock()))
        await either_store.run(lambda unit: unit.outbox.record(lapsed, Unknown("lapsed"), clock(), None))
        return Sent()

    network.will("li", long_after)
    with capture_logs() as logs:
        await Deliveries(either_store, {"web": network}, clock).finish()
    assert [each["event"] for each in logs] == ["outcome_too_late"]


def alarming(logs: Sequence[EventDict]) -> list[EventDict]:
    return [line for line in logs if line["log_level"] != "info"]
