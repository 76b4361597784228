"""What an update says, read through aiogram's models when its turn comes."""

from __future__ import annotations

import hashlib
import json
from typing import Any, cast

from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, Update
from pydantic import ValidationError

from bot.boards import ASIDE
from bot.channels.telegram.account import GONE
from bot.channels.telegram.update import ALLOWED
from bot.envelope import Arrival, Contact, Content, Happened, Overheard, Photo, Place, Press, Sender, Strange, Text
from bot.media.naming import stem_of
from core.phrases import say

CHANGED = say("I do not see what is changed in an earlier message. Please write it once more.")
LONGEST_NAME = 40


class Unreadable(Exception):
    """The library does not understand an update; the message says which parts of it."""


def read(raw: str) -> Content:
    """Raises Unreadable for what the library does not understand: then the message is set aside."""
    if raw == GONE:
        return Happened("gone")
    try:
        update = Update.model_validate_json(raw)
    except ValidationError as wrong:
        raise Unreadable(places(wrong)) from None  # what it says would quote the message
    match update:
        case Update(callback_query=CallbackQuery() as query):
            return pressed(query)
        case Update(my_chat_member=ChatMemberUpdated() as change):
            return happened(change)
        case Update(edited_message=Message()):
            return Strange("edited message", CHANGED)
        case Update(message=Message() as message):
            return said(message) if message.chat.type == "private" or message.migrate_to_chat_id else overheard(message)
        case _:
            return Strange("update")


def places(wrong: ValidationError) -> str:
    return ", ".join(".".join(map(str, error["loc"])) for error in wrong.errors(include_input=False, include_url=False))


def sender(raw: str) -> Sender:
    """Who says it, as far as Telegram knows him. Raises nothing."""
    update: dict[str, Any] = json.loads(raw) if raw != GONE else {}
    body: dict[str, Any] = next((update[kind] for kind in ALLOWED if kind in update), dict[str, Any]())
    who, in_group = body.get("from"), body.get("chat", {}).get("type", "private") != "private"
    if not isinstance(who, dict):
        return Sender(in_group=in_group)
    known = cast("dict[str, Any]", who)
    name = " ".join(f"{known.get('first_name') or ''} {known.get('last_name') or ''}".split())
    called = name if any(map(str.isalpha, name)) else ""  # a flower or a dot is nobody's name
    return Sender(called[:LONGEST_NAME], language_of(known.get("language_code")), in_group)


def language_of(code: object) -> str:
    """Chinese for who says nothing or any kind of Chinese, English for everybody else."""
    return "zh_CN" if not isinstance(code, str) or not code or code.lower().startswith("zh") else "en"


def pressed(query: CallbackQuery) -> Content:
    if not query.data:
        return Strange("press without data")
    return Press(query.data, on=str(query.message.message_id) if query.message else "")


def happened(change: ChatMemberUpdated) -> Content:
    """In a private chat: blocked, or let in again."""
    return Happened("gone" if change.new_chat_member.status in {"kicked", "left"} else "back")


def said(message: Message) -> Content:
    if message.text is not None:
        return words(message)
    if message.migrate_to_chat_id:
        return Happened("moved", str(message.migrate_to_chat_id))
    if message.contact:
        own = bool(message.from_user) and message.contact.user_id == (message.from_user and message.from_user.id)
        return Contact(dialled(message.contact.phone_number, own=own), own=own)
    if place := message.location or (message.venue and message.venue.location):
        return Place(place.latitude, place.longitude)
    return media(message) or Strange(message.content_type)


def overheard(message: Message) -> Overheard:
    """Whatever stands in a topic without an answer counts at Telegram as an answer to the topic's beginning."""
    answered, file, said = message.reply_to_message, media(message), words(message)
    began = answered and (answered.forum_topic_created or answered.message_id == message.message_thread_id)
    spoken = answered and not began and not is_aside(answered)
    return Overheard(
        who=number_of(message),
        text=file.caption if isinstance(file, Photo) else said.text if isinstance(said, Text) else "",
        number=str(message.message_id),
        thread=str(message.message_thread_id) if message.is_topic_message else "",
        answers=number_of(answered) if answered and spoken else "",
        file=file if isinstance(file, Photo) else None,
        forum=bool(message.chat.is_forum),
        begun=(number_of(answered), answered.forum_topic_created.name)
        if answered and answered.forum_topic_created
        else ("", ""),
    )


def number_of(message: Message) -> str:
    """Of whoever has written it."""
    return str(message.from_user.id) if message.from_user else ""


def is_aside(message: Message) -> bool:
    """The desk has said it to the staff."""
    return (message.text or "").startswith(ASIDE)


def words(message: Message) -> Content:
    """A command may name the bot that it is for, and bring something along."""
    text = message.text or ""
    if not text.startswith("/"):
        return Text(text)
    command, _, rest = text.partition(" ")
    command = command.partition("@")[0].lower()
    if command == "/start" and rest.strip():
        return Arrival(rest.strip())
    return Text(f"{command} {rest}".strip())


def dialled(phone: str, *, own: bool) -> str:
    """Telegram's own numbers have their country code, but not always the sign for it."""
    return f"+{phone}" if own and phone.isdecimal() else phone


def media(message: Message) -> Content | None:
    """A picture, or whatever else is kept with a ticket."""
    picture = message.photo[-1] if message.photo else None
    file = picture or message.voice or message.video or message.video_note or message.document or message.audio
    if file is None:
        return None
    named = next((each for each in (message.document, message.audio) if each and each is file), None)
    name = stem_of(named.file_name or "") if named else ""
    return Photo(media_name(file.file_unique_id), message.caption or "", source=file.file_id, name=name)


def media_name(unique: str) -> str:
    """The same file has the same name, whoever sends it and however often."""
    return hashlib.sha256(f"telegram:{unique}".encode()).hexdigest()
