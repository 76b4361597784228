"""The staff's own group: every open ticket has its topic on it, and each change is shown once."""

from __future__ import annotations

from dataclasses import replace

from core.people import Chat
from core.ports import Remark, Topic, Unit
from core.storage.open import SqlStore, open_store
from core.storage.schema import go_back, migrate
from core.tickets import Ref, Ticket
from tests.storage.scene import HOUR, MINUTE, NOW, someone, ticket

STAFF, OTHER = Chat("telegram", "7", "-1001"), Chat("telegram", "7", "-1002")


def connected(unit: Unit) -> None:
    ticket(unit, someone(unit).id)
    unit.boards.connect(STAFF, "en", NOW)


async def claimed(store: SqlStore) -> Topic | None:
    return await store.run(lambda u: u.boards.claim(NOW, NOW + MINUTE))


async def test_what_is_open_already_and_what_comes_later_has_a_topic(store: SqlStore) -> None:
    await store.run(connected)
    await store.run(lambda u: ticket(u, someone(u).id, "r2"))
    later, earlier, nothing = await claimed(store), await claimed(store), await claimed(store)
    assert later and earlier and nothing is None
    assert (later.ticket, earlier.ticket) == ("r2", "r1")
    assert later.board.chat == STAFF


async def test_what_is_shown_rests_until_it_changes(store: SqlStore) -> None:
    await store.run(connected)
    topic = await claimed(store)
    assert topic
    stands = replace(topic, thread="5", card="6", title="F-1", told=1)

    def shown(unit: Unit) -> None:
        unit.boards.keep(stands)
        unit.boards.shown(stands, NOW)

    await store.run(shown)
    assert await claimed(store) is None
    await store.run(lambda u: u.tickets.save(replace(found(u), state="planned")))
    again = await claimed(store)
    assert again == replace(stands, wanted=topic.wanted + 1)
    assert await store.run(lambda u: u.boards.topic(STAFF, "5")) == again
    assert await store.run(lambda u: u.boards.topic(OTHER, "5")) is None


def found(unit: Unit) -> Ticket:
    ticket = unit.tickets.get(Ref("r1"))
    assert ticket
    return ticket


async def test_what_changes_while_it_is_shown_is_shown_again(store: SqlStore) -> None:
    await store.run(connected)
    topic = await claimed(store)
    assert topic
    await store.run(lambda u: u.tickets.save(found(u)))
    await store.run(lambda u: u.boards.shown(topic, NOW))
    assert await claimed(store)


async def test_whoever_stopped_in_the_middle_is_followed_by_another(store: SqlStore) -> None:
    await store.run(connected)
    assert await claimed(store)
    assert await store.run(lambda u: u.boards.claim(NOW + MINUTE / 2, NOW + HOUR)) is None
    assert await store.run(lambda u: u.boards.claim(NOW + MINUTE, NOW + HOUR))


async def test_there_is_one_group_and_what_stood_in_the_other_is_forgotten(store: SqlStore) -> None:
    await store.run(connected)
    await store.run(lambda u: u.boards.connect(OTHER, "en", NOW))
    assert await store.run(lambda u: u.boards.of(STAFF)) is None
    topic = await claimed(store)
    assert topic and topic.board.chat == OTHER
    await store.run(lambda u: u.boards.move(OTHER, STAFF))
    assert await store.run(lambda u: u.boards.of(STAFF))
    assert await store.run(lambda u: u.boards.forget(STAFF))
    assert not await store.run(lambda u: u.boards.forget(STAFF))
    assert await store.run(lambda u: u.boards.claim(NOW + HOUR, NOW + HOUR)) is None


async def test_a_remark_is_taken_by_one_and_said_once(store: SqlStore) -> None:
    await store.run(lambda u: u.boards.say(Remark(STAFF, "Hello", "5", "6"), NOW))
    remark = await store.run(lambda u: u.boards.remark(NOW, NOW + MINUTE))
    assert remark
    assert remark == Remark(STAFF, "Hello", "5", "6", id=remark.id)
    assert await store.run(lambda u: u.boards.remark(NOW, NOW + MINUTE)) is None
    await store.run(lambda u: u.boards.said(remark))
    assert await store.run(lambda u: u.boards.remark(NOW + HOUR, NOW + HOUR)) is None


async def test_the_tickets_of_an_older_version_come_to_a_group_after_the_upgrade(url: str) -> None:
    store = open_store(url)
    await store.run(lambda u: ticket(u, someone(u).id))
    await store.close()
    go_back(url, "0011")
    migrate(url)
    store = open_store(url)
    await store.run(lambda u: u.boards.connect(STAFF, "en", NOW))
    assert await claimed(store)
    await store.close()
