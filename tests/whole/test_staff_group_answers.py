"""From a topic of the staff's group to the customer, and back. On both databases."""

from __future__ import annotations

from tests.channels.samples import phone_photo
from tests.telegram.chats import Room
from tests.telegram.people import Person
from tests.whole.messenger import Shop, files_come
from tests.whole.staff_group import NUMBER, card_in, connected, reported, says, shown, ticket_of


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
