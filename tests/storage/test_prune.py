from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from core.outcomes import Sent
from core.ports import Unit
from core.storage.open import SqlStore
from core.storage.prune import Kept, Pruning
from core.tickets import Event, PersonId, Ref, Role
from tests.storage.scene import DAY, LI, NOW, WANG, chat_of, message, posting, ticket

MONTH = timedelta(days=30)
KEPT = Kept(heard=7 * DAY, said=MONTH, pictures=180 * DAY, quality=1095 * DAY, people=730 * DAY)


class Shelf:
    """Where the files of pictures would be."""

    def __init__(self) -> None:
        self.removed: list[str] = []

    async def remove(self, media: Sequence[str]) -> None:
        self.removed += media


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def talk(unit: Unit) -> None:
    unit.inbox.note([message(LI, "1", "my words")])
    unit.inbox.handled(1, NOW)
    unit.inbox.note([message(LI, "2", "not answered yet")])
    unit.outbox.put(posting(chat_of(unit).id, "our words"))
    (parcel,) = unit.outbox.claim(NOW, NOW)
    unit.outbox.record(parcel, Sent(), NOW, None)
    unit.outbox.put(posting(chat_of(unit).id, "not sent yet"))


async def words_left(store: SqlStore) -> list[str]:
    lines = await store.run(lambda u: u.outbox.lines(LI, 0, NOW))
    return [line.body.get("text") or line.body["raw"] for line in lines]


async def test_words_are_forgotten_when_their_time_has_come_and_not_before(store: SqlStore, shelf: Shelf) -> None:
    pruning = Pruning(store, KEPT, shelf.remove)
    await store.run(talk)
    assert await pruning.prune(NOW + 7 * DAY) == 0
    assert await pruning.prune(NOW + 8 * DAY) == 1
    assert await words_left(store) == ["not answered yet", "our words", "not sent yet"]
    assert await pruning.prune(NOW + 31 * DAY) == 1
    assert await words_left(store) == ["not answered yet", "not sent yet"]


async def test_a_message_that_comes_again_is_known_long_after_its_words_are_forgotten(
    store: SqlStore, shelf: Shelf
) -> None:
    pruning = Pruning(store, KEPT, shelf.remove)
    await store.run(talk)
    await pruning.prune(NOW + 60 * DAY)
    assert await store.run(lambda u: u.inbox.note([message(LI, "1")])) == 0
    assert await pruning.prune(NOW + 91 * DAY) == 1
    assert await store.run(lambda u: u.inbox.note([message(LI, "1"), message(LI, "2")])) == 1


async def test_a_picture_stays_while_its_ticket_is_open_and_a_while_longer(store: SqlStore, shelf: Shelf) -> None:
    def give(unit: Unit) -> None:
        chat = chat_of(unit)
        unit.media.add("a1b2", chat.id, "image/jpeg", 1, NOW)
        ticket(unit, chat.person.id, facts={"photos": ["a1b2"]})

    def close(unit: Unit) -> None:
        opened = unit.tickets.get(Ref("r1"))
        assert opened
        unit.tickets.save(replace(opened, state="closed"))
        unit.tickets.note(opened.ref, Event(NOW + 200 * DAY, "close", Role.CLOCK, None, "done", "closed"))

    pruning = Pruning(store, KEPT, shelf.remove)
    await store.run(give)
    await pruning.prune(NOW + 200 * DAY)
    await store.run(close)
    await pruning.prune(NOW + 379 * DAY)
    assert shelf.removed == []
    await pruning.prune(NOW + 381 * DAY)
    assert shelf.removed == ["a1b2"]
    assert await pruning.prune(NOW + 381 * DAY) == 0


@pytest.mark.rule("CAP-08")
async def test_the_pictures_of_a_complaint_are_kept_for_years(store: SqlStore, shelf: Shelf) -> None:
    def give(unit: Unit) -> None:
        chat = chat_of(unit)
        unit.media.add("a1b2", chat.id, "image/jpeg", 1, NOW)
        complaint = ticket(unit, chat.person.id, kind="complaint", state="closed", facts={"photos": ["a1b2"]})
        unit.tickets.note(complaint.ref, Event(NOW, "close", Role.CLOCK, None, "answered", "closed"))

    pruning = Pruning(store, replace(KEPT, people=None), shelf.remove)
    await store.run(give)
    await pruning.prune(NOW + 1094 * DAY)
    assert shelf.removed == []
    await pruning.prune(NOW + 1096 * DAY)
    assert shelf.removed == ["a1b2"]


async def test_a_picture_that_was_given_again_later_keeps_its_file(store: SqlStore, shelf: Shelf) -> None:
    def give(unit: Unit) -> None:
        unit.media.add("a1b2", chat_of(unit, LI).id, "image/jpeg", 1, NOW)
        unit.media.add("a1b2", chat_of(unit, WANG).id, "image/jpeg", 1, NOW + 100 * DAY)

    await store.run(give)
    pruning = Pruning(store, KEPT, shelf.remove)
    assert await pruning.prune(NOW + 181 * DAY) == 1
    assert shelf.removed == []
    assert await pruning.prune(NOW + 281 * DAY) == 1
    assert shelf.removed == ["a1b2"]


@pytest.mark.rule("ARC-02")
async def test_a_customer_is_forgotten_two_years_after_the_last_sign_of_life(store: SqlStore, shelf: Shelf) -> None:
    def work(unit: Unit) -> PersonId:
        chat = chat_of(unit)
        unit.people.save(replace(chat.person, name="王芳", phone="+8613800138000"))
        unit.chats.keep_draft(chat.id, None, NOW + DAY)
        ticket(unit, chat.person.id, state="closed")
        unit.media.add("a1b2", chat.id, "image/jpeg", 1, NOW + 600 * DAY)
        return chat.person.id

    person = await store.run(work)
    pruning = Pruning(store, KEPT, shelf.remove)
    assert await pruning.prune(NOW + 731 * DAY) == 0
    while await pruning.prune(NOW + 732 * DAY):
        pass
    forgotten = await store.run(lambda u: u.people.get(person))
    assert forgotten
    assert forgotten.name.startswith("customer-")
    assert forgotten.phone == ""
    assert "a1b2" in shelf.removed


async def test_an_open_ticket_and_the_staff_are_never_forgotten(store: SqlStore, shelf: Shelf) -> None:
    def work(unit: Unit) -> None:
        waiting, chen = chat_of(unit, LI).person, chat_of(unit, WANG).person
        unit.people.save(replace(waiting, name="王芳"))
        unit.people.save(replace(chen, name="老陈", roles=frozenset({Role.TECHNICIAN})))
        ticket(unit, waiting.id)

    await store.run(work)
    assert await Pruning(store, KEPT, shelf.remove).prune(NOW + 9999 * DAY) == 0


@pytest.mark.rule("ARC-02")
async def test_people_can_be_kept_for_ever(store: SqlStore, shelf: Shelf) -> None:
    await store.run(lambda u: u.people.save(replace(chat_of(u).person, name="王芳")))
    forever = replace(KEPT, people=None)
    assert await Pruning(store, forever, shelf.remove).prune(NOW + 9999 * DAY) == 0


async def test_somebody_just_entered_is_not_forgotten(store: SqlStore, shelf: Shelf) -> None:
    def enter(unit: Unit) -> PersonId:
        person = unit.chats.open(WANG, "zh_CN").person
        unit.people.save(replace(person, name="Wang", phone="+8613800138000"))
        return person.id

    entered = await store.run(enter)
    await Pruning(store, KEPT, shelf.remove).prune(NOW)
    kept = await store.run(lambda u: u.people.get(entered))
    assert kept
    assert kept.name == "Wang"
