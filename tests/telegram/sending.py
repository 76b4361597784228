"""New messages of the bot."""

from __future__ import annotations

from typing import Protocol

from aiogram.methods import (
    SendContact,
    SendDocument,
    SendLocation,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendVideo,
    SendVoice,
)
from aiogram.types import ReplyKeyboardMarkup, ReplyParameters

from tests.telegram.chats import Room
from tests.telegram.keyboards import hang
from tests.telegram.markup import parsed
from tests.telegram.network import Network
from tests.telegram.refusals import Json, bad

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024


class Sends(Protocol):
    """What the calls that send have in common."""

    @property
    def chat_id(self) -> object: ...
    @property
    def message_thread_id(self) -> int | None: ...
    @property
    def reply_parameters(self) -> ReplyParameters | None: ...
    @property
    def disable_notification(self) -> bool | None: ...


def send_message(network: Network, call: SendMessage) -> Json:
    return post(network, call, text_of(call.text, call.parse_mode), call.reply_markup)


def text_of(text: str | None, mode: object) -> Json:
    plain, entities = parsed(text or "", mode)
    if not plain:
        raise bad("message text is empty")
    if len(plain) > LONGEST_TEXT:
        raise bad("message is too long")
    return {"text": plain} | ({"entities": entities} if entities else {})


def caption_of(caption: str | None, mode: object) -> Json:
    plain, entities = parsed(caption or "", mode)
    if len(plain) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    return ({"caption": plain} if plain else {}) | ({"caption_entities": entities} if entities else {})


def send_photo(network: Network, call: SendPhoto) -> Json:
    return with_file(network, call, "photo", call.photo, caption_of(call.caption, call.parse_mode), call.reply_markup)


def send_document(network: Network, call: SendDocument) -> Json:
    caption = caption_of(call.caption, call.parse_mode)
    return with_file(network, call, "document", call.document, caption, call.reply_markup)


def send_voice(network: Network, call: SendVoice) -> Json:
    return with_file(network, call, "voice", call.voice, caption_of(call.caption, call.parse_mode), call.reply_markup)


def send_video(network: Network, call: SendVideo) -> Json:
    return with_file(network, call, "video", call.video, caption_of(call.caption, call.parse_mode), call.reply_markup)


def send_location(network: Network, call: SendLocation) -> Json:
    place = {"location": {"latitude": call.latitude, "longitude": call.longitude}}
    return post(network, call, place, call.reply_markup)


def send_contact(network: Network, call: SendContact) -> Json:
    contact = {"contact": {"phone_number": call.phone_number, "first_name": call.first_name}}
    return post(network, call, contact, call.reply_markup)


def send_media_group(network: Network, call: SendMediaGroup) -> list[Json]:
    """All or nothing; the pieces share a `media_group_id`."""
    room = network.reach(call.chat_id)
    if not 2 <= len(call.media) <= 10:
        raise bad("wrong number of messages in the album: it must have 2-10")
    contents = [attached(network, str(m.type), m.media) | caption_of(m.caption, m.parse_mode) for m in call.media]
    place = placed(room, call)
    album = {"media_group_id": str(1_300_000_000 + next(network.numbers))}
    return [arrives(network, room, {**place, **album, **content}, call) for content in contents]


def with_file(network: Network, call: Sends, kind: str, media: object, caption: Json, markup: object) -> Json:
    network.reach(call.chat_id)
    return post(network, call, attached(network, kind, media) | caption, markup)


def attached(network: Network, kind: str, media: object) -> Json:
    kept = network.files.given(kind, media)
    return {kind: [kept.json] if kind == "photo" else kept.json}


def post(network: Network, call: Sends, content: Json, markup: object) -> Json:
    room = network.reach(call.chat_id)
    place = placed(room, call)
    keyboard = hang(room, markup)
    hung = {"reply_markup": keyboard} if keyboard else {}
    new = arrives(network, room, {**place, **content, **hung}, call)
    if isinstance(markup, ReplyKeyboardMarkup):
        room.log[-1]["keyboard"] = room.keyboard
    return new


def arrives(network: Network, room: Room, content: Json, call: Sends) -> Json:
    new = network.message(room, network.me, content)
    room.log.append({**new})
    if not call.disable_notification:
        room.arrived.append(new["message_id"])
    return new


def placed(room: Room, call: Sends) -> Json:
    """The topic, and the message that is answered."""
    place = room.thread(call.message_thread_id)
    answered = call.reply_parameters
    if answered is None or answered.message_id is None:
        return place
    found = room.messages.get(answered.message_id)
    if found is not None:
        return place | {"reply_to_message": {k: v for k, v in found.items() if k != "reply_to_message"}}
    if answered.allow_sending_without_reply is True:
        return place
    raise bad("message to be replied not found")
