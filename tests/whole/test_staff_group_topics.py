"""In the staff's group every ticket has a topic, which is kept as the ticket is. On both databases."""

from __future__ import annotations

from dataclasses import replace

from core.desk import Desk as Office
from core.ports import Unit
from core.tickets import Role
from tests.telegram.chats import Room
from tests.telegram.faults import Dropped
from tests.telegram.people import Person
from tests.whole.desk import Desk
from tests.whole.messenger import Shop
from tests.whole.staff_group import NUMBER, connected, reported, says, shown, ticket_of

WAITING = f"{NUMBER} · waiting for a technician · Ann"


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
