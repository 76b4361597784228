"""What the bot may ask about itself, a chat, a member or a file."""

from __future__ import annotations

from aiogram.methods import GetChat, GetChatMember, GetFile, GetMe, LeaveChat

from tests.telegram.chats import ALL_RIGHTS, Room
from tests.telegram.members import member
from tests.telegram.network import Network
from tests.telegram.refusals import Json, bad

GIFTS = (
    "unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels",
)  # fmt: skip


def get_me(network: Network, _: GetMe) -> Json:
    abilities = {"can_join_groups": True, "can_read_all_group_messages": network.reads_groups}
    return {**network.me, **abilities, "supports_inline_queries": False}


def get_file(network: Network, call: GetFile) -> Json:
    return network.files.described(call.file_id)


def get_chat(network: Network, call: GetChat) -> Json:
    room = network.reach(call.chat_id)
    return {
        **room.json,
        "accent_color_id": 1,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }


def get_chat_member(network: Network, call: GetChatMember) -> Json:
    room = network.reach(call.chat_id)
    if call.user_id == network.bot_id:
        return member(room.bot, network.me, room.rights)
    if call.user_id not in network.people:
        raise bad("PARTICIPANT_ID_INVALID")
    person = network.people[call.user_id]
    return member(standing_of(room, person.id), person.json, ALL_RIGHTS)


def standing_of(room: Room, person: int) -> str:
    if room.type == "private":
        return "member" if room.id == person else "left"
    return room.members.get(person, "left")


def leave_chat(network: Network, call: LeaveChat) -> bool:
    room = network.reach(call.chat_id)
    if room.type == "private":
        raise bad("chat member status can't be changed in private chats")
    network.stands(room, "left", network.me)
    return True
