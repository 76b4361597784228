"""Two at once: one wins, nothing is done twice."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from core.errors import Changed
from core.people import Chat
from core.ports import Clock, Parcel, Stocked, Unit
from core.storage.open import SqlStore, open_store
from core.tickets import Ref, Ticket
from tests.storage.scene import HOUR, LI, MINUTE, NOW, chat_of, message, posting, someone, ticket


@pytest.fixture
async def other(url: str) -> AsyncIterator[SqlStore]:
    """A second replica on the same database."""
    opened = open_store(url)
    yield opened
    await opened.close()


async def test_of_two_who_change_a_ticket_one_wins(store: SqlStore, other: SqlStore) -> None:
    read = await store.run(lambda u: ticket(u, someone(u).id))

    async def take(desk: SqlStore, read: Ticket) -> bool:
        try:
            await desk.run(lambda u: u.tickets.save(replace(read, state="assigned")))
        except Changed:
            return False
        return True

    for version in range(20):
        current = replace(read, version=version)
        assert sorted(await asyncio.gather(*(take(d, current) for d in (store, other, store)))) == [False, False, True]


async def test_numbers_are_given_once(store: SqlStore, other: SqlStore) -> None:
    customer = (await store.run(someone)).id
    refs = [str(n) for n in range(60)]
    added = await asyncio.gather(
        *((store, other)[n % 2].run(lambda u, r=r: ticket(u, customer, r)) for n, r in enumerate(refs))  # type: ignore[misc]
    )
    assert sorted(t.number for t in added) == [f"F-260118-{n:04}" for n in range(1, 61)]


async def test_of_two_contracts_at_once_one_gets_the_last_piece(store: SqlStore, other: SqlStore) -> None:
    def sell(unit: Unit, ref: str) -> bool:
        customer = someone(unit).id
        if not unit.stock.of(["NOVA-3"])["NOVA-3"].free:
            return False
        unit.stock.set_aside(ticket(unit, customer, ref).ref, {"NOVA-3": 1})
        return True

    for n in range(10):
        await store.run(lambda u, n=n: u.stock.count([Stocked("NOVA-3", "sofa", n + 1, NOW)]))  # type: ignore[misc]
        both = (desk.run(lambda u, r=f"{n}-{place}": sell(u, r)) for place, desk in enumerate((store, other)))  # type: ignore[misc]
        assert sorted(await asyncio.gather(*both)) == [False, True]


async def test_a_newcomer_who_writes_twice_at_once_is_one_person(store: SqlStore, other: SqlStore) -> None:
    for n in range(10):
        chat = Chat("web", "shop", str(n))
        found = await asyncio.gather(*(d.run(lambda u, c=chat: chat_of(u, c)) for d in (store, other) * 3))  # type: ignore[misc]
        assert len({c.person.id for c in found}) == 1
    assert len(await store.run(lambda u: u.chats.silent(NOW))) == 0


async def test_two_messages_of_one_chat_are_never_handled_at_once(store: SqlStore, other: SqlStore) -> None:
    """Each turn reads the draft and writes it back: a turn that overlapped another would lose a count."""
    await store.run(chat_of)

    def turn(unit: Unit) -> None:
        conversation = unit.chats.open(LI, "zh_CN")
        draft = conversation.draft or {"turn": 0}
        unit.chats.keep_draft(conversation.id, {"turn": draft["turn"] + 1}, NOW)

    await asyncio.gather(*((store, other)[n % 2].run(turn) for n in range(60)))
    assert (await store.run(chat_of)).draft == {"turn": 60}


async def test_who_takes_a_message_finds_what_became_of_the_one_before(store: SqlStore, other: SqlStore) -> None:
    await store.run(chat_of)
    await store.run(lambda u: u.inbox.note([message(LI, str(n)) for n in range(30)]))

    def turn(unit: Unit) -> bool:
        received, conversation = unit.inbox.next(LI)
        if received and conversation:
            heard = (conversation.draft or {"heard": []})["heard"]
            unit.chats.keep_draft(conversation.id, {"heard": [*heard, received.message_id]}, NOW)
            unit.inbox.handled(received.id, NOW)
        return received is not None

    async def turns(desk: SqlStore) -> None:
        more = True
        while more:
            with suppress(Changed):  # another replica was quicker
                more = await desk.run(turn)

    await asyncio.gather(*map(turns, (store, other) * 2))
    assert (await store.run(chat_of)).draft == {"heard": [str(n) for n in range(30)]}


async def test_a_message_is_claimed_once(store: SqlStore, other: SqlStore) -> None:
    def fill(unit: Unit) -> None:
        for n in range(100):
            unit.outbox.put(posting(chat_of(unit, Chat("web", "shop", str(n))).id))

    await store.run(fill)

    def claim(unit: Unit) -> tuple[Parcel, ...]:
        return unit.outbox.claim(NOW, NOW + timedelta(seconds=90), 7)

    claims = await asyncio.gather(*((store, other)[n % 2].run(claim) for n in range(40)))
    counted = Counter(parcel.id for claimed in claims for parcel in claimed)
    assert len(counted) == 100
    assert set(counted.values()) == {1}


async def test_a_clock_rings_once(store: SqlStore, other: SqlStore) -> None:
    def fill(unit: Unit) -> None:
        customer = someone(unit).id
        for n in range(50):
            unit.clocks.keep(ticket(unit, customer, str(n)).ref, [Clock("visit", 0, NOW, NOW + MINUTE)])

    def ring(unit: Unit) -> list[Ref]:
        due = unit.clocks.claim(NOW + HOUR, 5)
        for clock in due:
            unit.clocks.fired(clock, NOW + HOUR)
        return [clock.ticket for clock in due]

    await store.run(fill)
    rung = await asyncio.gather(*((store, other)[n % 2].run(ring) for n in range(40)))
    assert sorted(ref for refs in rung for ref in refs) == sorted(str(n) for n in range(50))


async def test_a_message_that_arrives_by_two_ways_is_noted_once(store: SqlStore, other: SqlStore) -> None:
    noted = await asyncio.gather(*(d.run(lambda u: u.inbox.note([message(LI, "1")])) for d in (store, other) * 5))
    assert sum(noted) == 1
