"""Which group becomes the staff's, and which does not. On both databases."""

from __future__ import annotations

from functools import partial

from core.people import Chat
from core.ports import Unit
from core.tickets import Role
from tests.telegram.chats import Room
from tests.telegram.people import Person
from tests.whole.messenger import Shop
from tests.whole.staff_group import connected, reported, says, shown


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
