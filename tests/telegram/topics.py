"""Topics of a forum: one for each ticket, if the bot may."""

from __future__ import annotations

from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    DeleteForumTopic,
    EditForumTopic,
    ReopenForumTopic,
)

from tests.telegram.chats import Room, Topic
from tests.telegram.network import Network
from tests.telegram.refusals import Json, bad

LONGEST_NAME = 128
COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


def forum(network: Network, chat_id: object) -> Room:
    room = network.reach(chat_id)
    if not room.forum:
        raise bad("the chat is not a forum")
    return room


def create_forum_topic(network: Network, call: CreateForumTopic) -> Json:
    room = forum(network, call.chat_id)
    room.check_right("can_manage_topics", "not enough rights to create a topic")
    name = named(call.name)
    if call.icon_color is not None and call.icon_color not in COLOURS:
        raise bad("invalid topic icon color specified")
    colour = call.icon_color or COLOURS[0]
    new = network.message(room, network.me, {"forum_topic_created": {"name": name, "icon_color": colour}})
    thread = new["message_id"]
    new |= {"message_thread_id": thread, "is_topic_message": True}
    room.topics[thread] = Topic(thread, name)
    return {"message_thread_id": thread, "name": name, "icon_color": colour}


def named(name: str) -> str:
    if not name.strip():
        raise bad("topic name must be non-empty")
    if len(name) > LONGEST_NAME:
        raise bad("topic name is too long")
    return name.strip()


def edit_forum_topic(network: Network, call: EditForumTopic) -> bool:
    topic = managed(network, call.chat_id, call.message_thread_id)
    if call.name is not None and call.name != "":
        if named(call.name) == topic.name:
            raise bad("TOPIC_NOT_MODIFIED")
        topic.name = named(call.name)
    return True


def close_forum_topic(network: Network, call: CloseForumTopic) -> bool:
    return switch(managed(network, call.chat_id, call.message_thread_id), closed=True)


def reopen_forum_topic(network: Network, call: ReopenForumTopic) -> bool:
    return switch(managed(network, call.chat_id, call.message_thread_id), closed=False)


def switch(topic: Topic, *, closed: bool) -> bool:
    if topic.closed is closed:
        raise bad("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    return True


def delete_forum_topic(network: Network, call: DeleteForumTopic) -> bool:
    room = forum(network, call.chat_id)
    topic = managed(network, call.chat_id, call.message_thread_id)
    room.check_right("can_delete_messages", "not enough rights to delete a topic")
    room.delete_topic(topic.thread)
    return True


def managed(network: Network, chat_id: object, thread: int) -> Topic:
    room = forum(network, chat_id)
    room.check_right("can_manage_topics", "not enough rights to manage topics")
    if thread not in room.topics:
        raise bad("TOPIC_ID_INVALID")
    return room.topics[thread]
