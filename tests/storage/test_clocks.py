from __future__ import annotations

from dataclasses import replace

from core.ports import Clock, Unit
from core.storage.open import SqlStore
from core.tickets import Ref
from tests.storage.scene import HOUR, MINUTE, NOW, someone, ticket

VISIT = Clock("visit", 0, NOW, NOW + HOUR)
WARNING = Clock("visit", 1, NOW, NOW + MINUTE, warning=True)


async def kept(store: SqlStore, *clocks: Clock) -> tuple[Clock, ...]:
    await store.run(lambda u: u.clocks.keep(Ref("r1"), clocks))
    return await store.run(lambda u: u.clocks.of(Ref("r1")))


async def opened(store: SqlStore) -> None:
    await store.run(lambda u: ticket(u, someone(u).id))


async def test_clocks_come_back_as_they_were(store: SqlStore) -> None:
    await opened(store)
    assert await kept(store, VISIT, WARNING) == (VISIT, WARNING)
    assert await kept(store, VISIT, WARNING) == (VISIT, WARNING)


async def test_a_new_ticket_has_the_clocks_that_it_starts_with(store: SqlStore) -> None:
    await opened(store)
    for clocks in ((), (VISIT, WARNING)):
        await store.run(lambda u, clocks=clocks: u.clocks.start(Ref("r1"), clocks))  # type: ignore[misc]
        assert await store.run(lambda u: u.clocks.of(Ref("r1"))) == clocks


async def test_what_runs_is_told_by_name_without_warnings_and_pauses(store: SqlStore) -> None:
    await opened(store)
    later, paused = replace(VISIT, step=10, due_at=NOW + 2 * HOUR), replace(VISIT, promise="plan", due_at=None)
    over = replace(VISIT, promise="answer", ended_at=NOW)
    await kept(store, later, VISIT, WARNING, paused, over)
    due = await store.run(lambda u: [u.clocks.due(Ref("r1"), name) for name in ("visit", "plan", "answer")])
    assert due == [NOW + HOUR, None, None]


async def test_a_moved_moment_is_a_new_generation_that_may_ring_again(store: SqlStore) -> None:
    await opened(store)
    await kept(store, VISIT)
    (due,) = await store.run(lambda u: u.clocks.claim(NOW + HOUR))
    await store.run(lambda u: u.clocks.fired(due, NOW + HOUR))
    assert await store.run(lambda u: u.clocks.claim(NOW + HOUR)) == ()
    (moved,) = await kept(store, replace(VISIT, due_at=NOW + 2 * HOUR))
    assert (moved.generation, moved.fired_at) == (1, None)
    (due,) = await store.run(lambda u: u.clocks.claim(NOW + 2 * HOUR))
    assert due.clock == moved


async def test_what_has_rung_stays_rung_while_its_moment_stays(store: SqlStore) -> None:
    await opened(store)
    await kept(store, VISIT)
    (due,) = await store.run(lambda u: u.clocks.claim(NOW + HOUR))
    await store.run(lambda u: u.clocks.fired(due, NOW + HOUR))
    assert await kept(store, VISIT) == (replace(VISIT, fired_at=NOW + HOUR),)


async def test_a_clock_that_was_moved_since_it_was_claimed_is_not_marked(store: SqlStore) -> None:
    await opened(store)
    await kept(store, VISIT)
    (stale,) = await store.run(lambda u: u.clocks.claim(NOW + HOUR))
    await kept(store, replace(VISIT, due_at=NOW + 2 * HOUR))
    assert not await store.run(lambda u: u.clocks.fired(stale, NOW + HOUR))
    assert len(await store.run(lambda u: u.clocks.claim(NOW + 2 * HOUR))) == 1


async def test_paused_and_ended_clocks_do_not_ring(store: SqlStore) -> None:
    await opened(store)
    await kept(store, VISIT, WARNING)
    ended = replace(WARNING, ended_at=NOW, kept=True)
    paused = replace(VISIT, due_at=None, generation=1)
    assert await kept(store, paused, ended) == (paused, ended)
    assert await store.run(lambda u: u.clocks.claim(NOW + HOUR)) == ()


async def test_a_clock_that_nobody_mentions_any_more_ends_unjudged(store: SqlStore) -> None:
    await opened(store)
    await kept(store, VISIT)
    assert await kept(store) == (replace(VISIT, ended_at=NOW + HOUR),)


async def test_the_longest_due_ring_first(store: SqlStore) -> None:
    def work(unit: Unit) -> list[str]:
        customer = someone(unit).id
        for name, minutes in (("later", 2), ("first", 1), ("not yet", 90)):
            due = NOW + minutes * MINUTE
            unit.clocks.keep(ticket(unit, customer, name).ref, [replace(VISIT, due_at=due)])
        return [due.ticket for due in unit.clocks.claim(NOW + HOUR)]

    assert await store.run(work) == ["first", "later"]
