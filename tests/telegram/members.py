"""Somebody in a chat, in the form that belongs to what he is there."""

from __future__ import annotations

from aiogram.types import ChatMemberAdministrator

from tests.telegram.refusals import Json

EVERY_RIGHT = (
    "can_manage_topics",
    *(n for n, f in ChatMemberAdministrator.model_fields.items() if f.annotation is bool),
)


def member(status: str, user: Json, rights: frozenset[str] = frozenset()) -> Json:
    known: Json = {"status": status, "user": user}
    if status == "administrator":
        known |= {right: right in rights or right == "can_manage_chat" for right in EVERY_RIGHT}
    if status == "kicked":
        known["until_date"] = 0
    return known
