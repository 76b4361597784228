"""Groups, their topics, and what the bot may do and see there."""

from __future__ import annotations

import pytest
from aiogram import Bot
from telegram.error import BadRequest, Forbidden

from tests.telegram.chats import Room
from tests.telegram.conftest import Sender
from tests.telegram.network import Network
from tests.telegram.people import Person


@pytest.fixture
def liu(network: Network) -> Person:
    return network.person("Liu")


@pytest.fixture
def forum(network: Network, liu: Person) -> Room:
    return network.group("Staff", liu, forum=True)


async def test_a_topic_holds_its_messages(forum: Room, liu: Person, sender: Sender, receiver: Bot) -> None:
    topic = await sender.create_forum_topic(forum.id, "F-1 · new · Ann")
    card = await sender.send_message(forum.id, "The tap drips", message_thread_id=topic.message_thread_id)
    await liu.says("We come", to=forum, topic=topic.message_thread_id, replying=card.message_id)
    message = (await receiver.get_updates())[-1].message
    assert message and message.reply_to_message
    assert message.message_thread_id == topic.message_thread_id
    assert message.reply_to_message.message_id == card.message_id
    assert "The tap drips" in forum.sees_in(topic.message_thread_id)


async def test_a_topic_is_renamed_closed_and_opened_again(forum: Room, sender: Sender) -> None:
    thread = (await sender.create_forum_topic(forum.id, "F-1 · new")).message_thread_id
    await sender.edit_forum_topic(forum.id, thread, "F-1 · done")
    await sender.close_forum_topic(forum.id, thread)
    assert forum.topic("F-1 · done").closed
    with pytest.raises(BadRequest, match=r"(?i)topic_not_modified"):
        await sender.close_forum_topic(forum.id, thread)
    await sender.reopen_forum_topic(forum.id, thread)
    assert not forum.topic("F-1").closed


async def test_a_topic_that_was_deleted_by_hand_is_not_found(forum: Room, sender: Sender) -> None:
    thread = (await sender.create_forum_topic(forum.id, "F-1")).message_thread_id
    forum.delete_topic(thread)
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await sender.send_message(forum.id, "Hello", message_thread_id=thread)
    with pytest.raises(BadRequest, match=r"(?i)topic_id_invalid"):
        await sender.edit_forum_topic(forum.id, thread, "F-1 · done")


async def test_a_topic_needs_a_right_a_name_and_a_forum(network: Network, forum: Room, sender: Sender) -> None:
    with pytest.raises(BadRequest, match=r"(?i)too long"):
        await sender.create_forum_topic(forum.id, "x" * 129)
    forum.rights = frozenset()
    with pytest.raises(BadRequest, match=r"(?i)not enough rights"):
        await sender.create_forum_topic(forum.id, "F-1")
    with pytest.raises(BadRequest, match=r"(?i)not a forum"):
        await sender.create_forum_topic(network.group("Friends").id, "F-1")


async def test_without_rights_the_bot_hears_only_commands_and_answers_to_it(
    network: Network, liu: Person, sender: Sender, receiver: Bot
) -> None:
    group = network.group("Staff", liu, rights=frozenset())
    sent = await sender.send_message(group.id, "Who goes?")
    await liu.says("chatter", to=group)
    await liu.says("/today", to=group)
    await liu.says("I do", to=group, replying=sent.message_id)
    assert [u.message and u.message.text for u in await receiver.get_updates()] == ["/today", "I do"]


async def test_the_bot_may_ask_what_it_is_in_a_chat(network: Network, forum: Room, sender: Sender) -> None:
    mine = await sender.get_chat_member(forum.id, network.bot_id)
    assert mine.status == "administrator"
    assert (await sender.get_chat(forum.id)).is_forum
    await sender.leave_chat(forum.id)
    with pytest.raises(Forbidden, match=r"(?i)not a member"):
        await sender.send_message(forum.id, "Hello")


async def test_the_bot_hears_that_it_was_thrown_out(
    network: Network, forum: Room, liu: Person, sender: Sender, receiver: Bot
) -> None:
    network.stands(forum, "kicked", liu.json)
    change = (await receiver.get_updates())[-1].my_chat_member
    assert change and (change.old_chat_member.status, change.new_chat_member.status) == ("administrator", "kicked")
    with pytest.raises(Forbidden, match=r"(?i)bot was kicked"):
        await sender.send_message(forum.id, "Hello")
