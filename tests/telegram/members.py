"""Somebody in a chat, in the form that belongs to what he is there."""

from __future__ import annotations

from tests.telegram.refusals import Json

EVERY_RIGHT = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "can_pin_messages", "can_manage_topics",
)  # fmt: skip


def member(status: str, user: Json, rights: frozenset[str] = frozenset()) -> Json:
    known: Json = {"status": status, "user": user}
    if status == "administrator":
        known |= {right: right in rights or right == "can_manage_chat" for right in EVERY_RIGHT}
    if status == "kicked":
        known["until_date"] = 0
    return known
