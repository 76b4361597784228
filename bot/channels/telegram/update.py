"""A glance at an update as it came: whose chat it belongs to. No library parses it before it is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias, cast

from bot.channels.telegram.account import Account
from bot.envelope import Envelope

Raw: TypeAlias = Mapping[str, Any]

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
# What Telegram says about a chat, and nobody in it.
SERVICE = frozenset({
    "pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed",
    "boost_added", "proximity_alert_triggered", "connected_website", "delete_chat_photo", "new_chat_photo",
    "new_chat_title", "group_chat_created", "supergroup_chat_created", "migrate_from_chat_id", "new_chat_members",
    "left_chat_member", "forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened",
    "general_forum_topic_hidden", "general_forum_topic_unhidden",
})  # fmt: skip


CONNECT = "/connect"  # heard in any group


class Unusable(Exception):
    """Not an update of Telegram's: there is no chat that it could belong to. The message says its number, if any."""


def envelope_of(raw: Raw, account: Account, at: datetime) -> Envelope | None:
    """None for what needs no answer: what Telegram itself says. What is overheard is kept only if the group is ours.

    Raises Unusable.
    """
    try:
        return envelope_in(raw, account, at)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError) as broken:
        raise Unusable(str(number_of(raw))) from broken


def envelope_in(raw: Raw, account: Account, at: datetime) -> Envelope | None:
    kind = next((kind for kind in ALLOWED if kind in raw), "")
    body: Raw = raw[kind]
    chat = chat_of(body)
    in_group = chat["type"] != "private"
    if in_group and kind not in {"message", "my_chat_member"}:
        return None
    if SERVICE & body.keys() or (kind == "edited_message" and "location" in body):  # somebody who walks about
        return None
    said = datetime.fromtimestamp(body.get("edit_date") or body["date"], UTC) if "date" in body else at
    mark = body.get("id") or body.get("message_id") or body["date"]
    name = f"{int(raw['update_id'])}-{mark}"  # the numbers begin anew after a quiet week
    overheard = in_group and not str(body.get("text", "")).startswith(CONNECT)
    return Envelope(account.chat(int(chat["id"])), name, said, at, json.dumps(raw, ensure_ascii=False), overheard)


def chat_of(body: Raw) -> Raw:
    """A press says whose it is even if its message is too old to be seen."""
    message = body.get("message", body)
    return cast("Raw", message["chat"])


def number_of(raw: object) -> int:
    """By which Telegram is told that we have it; 0 if it has none."""
    number = cast("Raw", raw).get("update_id") if isinstance(raw, dict) else None
    return number if isinstance(number, int) else 0
