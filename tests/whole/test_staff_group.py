"""The staff's own group on Telegram: a topic for every ticket, the way to the customer and back. On both databases."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from core.desk import Desk as Office
from core.people import Chat
from core.ports import Unit
from core.tickets import Event, Role, Ticket
from tests.channels.samples import phone_photo
from tests.telegram.chats import Room, Topic
from tests.telegram.faults import Dropped
from tests.telegram.people import Person
from tests.whole.desk import Desk
from tests.whole.messenger import Shop, begins, completes, shop

NUMBER = "F-261123-0001"
WAITING = f"{NUMBER} · waiting for a technician · Ann"


@pytest.fixture
async def place(url: str, tmp_path: Path) -> AsyncGenerator[Shop]:
    async with shop(url, tmp_path) as opened:
        yield opened


@pytest.fixture
def liu(place: Shop) -> Person:
    return place.network.person("Liu")


@pytest.fixture
def forum(place: Shop, liu: Person) -> Room:
    return place.network.group("Staff", liu, forum=True)


async def shown(place: Shop, desk: Desk) -> None:
    """What was said is handled, and what follows is done, as the timetable would have it."""
    await place.network.settles()
    await desk.app.drain.idle()
    await desk.app.boards.work()


async def says(place: Shop, desk: Desk, who: Person, words: str, to: Room, topic: int = 0, replying: int = 0) -> None:
    await who.says(words, to, topic, replying)
    await shown(place, desk)


async def connected(place: Shop, desk: Desk, liu: Person, forum: Room) -> None:
    await place.hired(desk, liu, Role.SUPERVISOR)
    await says(place, desk, liu, "/connect@aftercare_bot", forum)
    assert "This group is connected." in forum.sees


async def reported(place: Shop, desk: Desk) -> Person:
    ann = place.network.person("Ann")
    await place.hired(desk, place.network.person("Zhang"), Role.TECHNICIAN)
    await begins(ann)
    await completes(ann)
    await shown(place, desk)
    return ann


async def ticket_of(desk: Desk) -> tuple[Ticket, tuple[Event, ...]]:
    ticket = await desk.app.store.run(lambda unit: unit.tickets.numbered(NUMBER))
    assert ticket
    return ticket, await desk.app.store.run(lambda unit: unit.tickets.history(ticket.ref))


def card_in(forum: Room, topic: Topic) -> int:
    return next(n for n, m in forum.messages.items() if m.get("message_thread_id") == topic.thread and "text" in m)


async def test_every_ticket_gets_a_topic_with_one_card_that_is_edited(place: Shop, liu: Person, forum: Room) -> None:
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        await reported(place, desk)
        topic = forum.topic(NUMBER)
        assert topic.name == WAITING
        assert "The sofa leg is broken" in forum.sees_in(topic.thread)
        assert "+8613800138000" not in forum.sees_in(topic.thread), "everybody of the staff reads it"
        sent = len(place.network.calls)
        await desk.app.boards.work()
        assert not {c.method for c in place.network.calls[sent:]} - {"getUpdates"}, "nothing new, nothing said"
        ticket, _ = await ticket_of(desk)
        await liu.hears("[Zhang]")
        await liu.presses("Zhang")
        await shown(place, desk)
        assert forum.topic(NUMBER).name != WAITING
        assert forum.topic(NUMBER).thread == topic.thread
        assert forum.sees_in(topic.thread).count("Reply to this") == 1
        assert ticket.version < (await ticket_of(desk))[0].version


async def test_many_changes_cost_one_edit(place: Shop, liu: Person, forum: Room) -> None:
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        await reported(place, desk)
        topic = forum.topic(NUMBER)
        for words in ("one", "two", "three", "four"):
            await liu.says(words, forum, topic.thread)
        before = len(place.network.called("editMessageText"))
        await shown(place, desk)
        edits = [
            c for c in place.network.called("editMessageText")[before:] if str(c.params["chat_id"]) == str(forum.id)
        ]
        assert len(edits) == 1
        assert "four" in forum.sees_in(topic.thread)


async def test_an_answer_goes_to_the_customer_and_the_rest_stays_inside(place: Shop, liu: Person, forum: Room) -> None:
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        ann = await reported(place, desk)
        topic = forum.topic(NUMBER)
        card = card_in(forum, topic)
        await says(place, desk, liu, "He was rude last time", forum, topic.thread)
        await says(place, desk, liu, "What he said", forum, topic.thread, topic.thread)
        await says(place, desk, liu, "Is it the left leg?", forum, topic.thread, card)
        await ann.hears("Liu writes about F-261123-0001:\n“Is it the left leg?”")
        assert "rude" not in ann.sees
        assert "What he said" not in ann.sees, "Telegram calls all that stands in a topic an answer to its beginning"
        _, history = await ticket_of(desk)
        assert [e.action for e in history if "note" in e.facts] == ["note", "note", "write"]


async def test_photos_and_files_in_an_answer_go_to_the_customer_too(place: Shop, liu: Person, forum: Room) -> None:
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        ann = await reported(place, desk)
        topic = forum.topic(NUMBER)
        card = card_in(forum, topic)
        await liu.sends_photo(phone_photo(), "This leg?", forum, topic.thread, card)
        await liu.sends_document(
            b"%PDF-1.4 how to screw it on", "screws.pdf", to=forum, topic=topic.thread, replying=card
        )
        await liu.sends_photo(phone_photo(), "Among us: ugly", forum, topic.thread)
        await shown(place, desk)
        await files_come(place, desk)
        await ann.hears("“This leg?” (photo)")
        await ann.hears("Liu sends this about F-261123-0001. (document)")
        assert "screws.pdf" in str(ann.room.log)
        assert "ugly" not in ann.sees
        ticket, _ = await ticket_of(desk)
        assert len(ticket.facts["photos"]) == 3, "all of it stays with the ticket"
        await liu.sends_sticker(forum, topic.thread, card)
        await shown(place, desk)
        assert "Only words, photos and files can be passed on" in forum.sees_in(topic.thread)


async def files_come(place: Shop, desk: Desk) -> None:
    for _ in range(3):
        place.clock.passes(seconds=15)
        await desk.app.fetching.work()
    desk.app.deliveries.wake()


async def test_only_an_answer_to_the_card_or_the_customer_is_for_him(place: Shop, liu: Person, forum: Room) -> None:
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        ann = await reported(place, desk)
        topic = forum.topic(NUMBER)
        await liu.sends_sticker(forum, topic.thread, card_in(forum, topic))
        await shown(place, desk)
        refusal = max(n for n, m in forum.messages.items() if m.get("message_thread_id") == topic.thread)
        assert "This was not passed on" in forum.messages[refusal]["text"]
        await says(place, desk, liu, "Stupid machine", forum, topic.thread, refusal)
        note = await liu.says("He was rude", forum, topic.thread)
        await says(place, desk, liu, "I think so too", forum, topic.thread, note)
        await says(place, desk, liu, "We come at two", forum, topic.thread, card_in(forum, topic))
        await ann.hears("We come at two")
        assert not {said for said in ("Stupid", "think so", "rude") if said in ann.sees}
        _, history = await ticket_of(desk)
        assert [e.action for e in history if "note" in e.facts] == ["note", "note", "note", "write"]


async def test_a_crash_while_a_topic_is_made_leaves_none_that_looks_like_the_right_one(
    place: Shop, liu: Person, forum: Room
) -> None:
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        place.network.faults.next("createForumTopic", Dropped())
        ann = await reported(place, desk)
        orphan = forum.topic(NUMBER)
        place.clock.passes(seconds=15)
        await shown(place, desk)
        topic = forum.topic(NUMBER)
        assert topic.thread != orphan.thread
        await shown(place, desk)
        assert "There may be a second topic of this name" in forum.sees_in(topic.thread)
        await says(place, desk, liu, "Hello?", forum, orphan.thread)
        assert f"The topic of {NUMBER} is another one." in forum.sees_in(orphan.thread)
        assert (orphan.closed, topic.closed) == (True, False)
        assert "Hello?" not in ann.sees


async def test_what_the_customer_adds_appears_in_the_topic(place: Shop, liu: Person, forum: Room) -> None:
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        ann = await reported(place, desk)
        topic = forum.topic(NUMBER)
        await ann.sends_photo(phone_photo(), "Please ring twice")
        await ann.hears("Photos so far: 1")
        await ann.presses("Done")
        await place.network.settles()
        await shown(place, desk)
        assert "(photo)" not in forum.sees_in(topic.thread), "it is still on its way"
        await desk.app.fetching.work()
        place.clock.passes(seconds=5)
        await desk.app.boards.work()
        assert forum.sees_in(topic.thread).count("(photo)") == 1
        assert "Please ring twice" in forum.sees_in(topic.thread).splitlines()[-1]
        newest = max(n for n, m in forum.messages.items() if m.get("message_thread_id") == topic.thread)
        await says(place, desk, liu, "We bring two", forum, topic.thread, newest)
        await ann.hears("We bring two")


async def test_a_stranger_in_the_group_does_not_write_to_the_customer(place: Shop, liu: Person, forum: Room) -> None:
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        ann = await reported(place, desk)
        topic, bob = forum.topic(NUMBER), place.network.person("Bob")
        await says(place, desk, bob, "Hello dear", forum, topic.thread, card_in(forum, topic))
        assert "Only the staff of the desk can write to the customer." in forum.sees_in(topic.thread)
        assert "Hello dear" not in ann.sees
        before = forum.sees
        await says(place, desk, bob, "Nice weather", forum, topic.thread)
        assert forum.sees == before


async def test_a_topic_that_somebody_deleted_is_made_again(place: Shop, liu: Person, forum: Room) -> None:
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        await reported(place, desk)
        forum.delete_topic(forum.topic(NUMBER).thread)
        await liu.hears("[Zhang]")
        await liu.presses("Zhang")
        await shown(place, desk)
        place.clock.passes(seconds=5)
        await desk.app.boards.work()
        topic = forum.topic(NUMBER)
        assert "The sofa leg is broken" in forum.sees_in(topic.thread)
        assert len(place.network.called("createForumTopic")) == 2


async def test_after_a_restart_the_same_topic_goes_on_and_closes_with_its_ticket(
    place: Shop, liu: Person, forum: Room
) -> None:
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        await reported(place, desk)
        topic = forum.topic(NUMBER)
    async with place.open() as desk:
        await moves(desk, "cancel", reason="Mended it myself")
        await desk.app.boards.work()
        assert topic.closed
        assert topic.name == f"{NUMBER} · cancelled · Ann"
        assert "Mended it myself" in forum.sees_in(topic.thread)
        await becomes(desk, "new")
        await desk.app.boards.work()
        assert not topic.closed
        assert topic.name == WAITING
        assert len(place.network.called("createForumTopic")) == 1


async def moves(desk: Desk, action: str, **facts: str) -> None:
    """The customer does something."""
    ticket, _ = await ticket_of(desk)
    at = desk.app.drain.clock()

    def work(unit: Unit) -> None:
        Office(unit, desk.app.shop, at).act(ticket.ref, action, Role.CUSTOMER, ticket.customer, facts)

    await desk.app.store.run(work)


async def becomes(desk: Desk, state: str) -> None:
    ticket, _ = await ticket_of(desk)
    await desk.app.store.run(lambda unit: unit.tickets.save(replace(ticket, state=state)))


async def test_what_is_missing_is_said_and_nothing_is_connected(place: Shop, liu: Person) -> None:
    network = place.network
    plain = network.group("No topics", liu)
    weak = network.group("No rights", liu, forum=True, rights=frozenset({"can_pin_messages"}))
    strange = network.group("Of others", forum=True)
    async with place.open() as desk:
        await place.hired(desk, liu, Role.SUPERVISOR)
        await says(place, desk, liu, "/connect", plain)
        await says(place, desk, liu, "/connect", weak)
        await says(place, desk, network.person("Bob"), "/connect", strange)
        assert "This group has no topics yet." in plain.sees
        assert "I am not allowed to manage topics here." in weak.sees
        assert "Only a confirmed supervisor or manager" in strange.sees
        await reported(place, desk)
        assert not network.called("createForumTopic")


async def test_other_groups_are_ignored_and_no_customer_is_made_of_one(place: Shop, liu: Person, forum: Room) -> None:
    other = place.network.group("Of others", forum=True)
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        bob = place.network.person("Bob")
        await says(place, desk, bob, "My sofa is broken", other)
        await says(place, desk, bob, "/help", other)
        await says(place, desk, bob, "My sofa is broken", forum)
        assert not other.sees
        for room in (forum, other):
            chat = Chat("telegram", str(place.network.bot_id), str(room.id))
            assert await desk.app.store.run(partial(known, chat=chat)) is None


def known(unit: Unit, chat: Chat) -> object:
    return unit.chats.known(chat)


async def test_a_group_that_throws_the_bot_out_is_forgotten(place: Shop, liu: Person, forum: Room) -> None:
    async with place.open() as desk:
        await connected(place, desk, liu, forum)
        place.network.stands(forum, "kicked", liu.json)
        await shown(place, desk)
        await reported(place, desk)
        assert not place.network.called("createForumTopic")
