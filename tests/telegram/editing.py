"""Messages of the bot that change, disappear or get a reaction; taps that are answered."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    SendChatAction,
    SetMessageReaction,
)
from aiogram.types import InlineKeyboardMarkup, ReactionTypeEmoji
from telegram.constants import ChatAction, ReactionEmoji

from tests.telegram.chats import ATTACHED, Room
from tests.telegram.keyboards import inline
from tests.telegram.network import Network
from tests.telegram.refusals import Json, bad
from tests.telegram.sending import attached, caption_of, text_of

DELETABLE = timedelta(hours=48)
ANSWERABLE = timedelta(seconds=15)
LONGEST_TOAST = 200
REACTIONS = frozenset(reaction.value.replace("\ufe0f", "") for reaction in ReactionEmoji)
WRITTEN = ("text", "entities", "caption", "caption_entities", *ATTACHED)


class Edits(Protocol):
    @property
    def chat_id(self) -> object: ...
    @property
    def message_id(self) -> int | None: ...
    @property
    def reply_markup(self) -> InlineKeyboardMarkup | None: ...


def edit_message_text(network: Network, call: EditMessageText) -> Json:
    message = to_edit(network, call)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return changed(network, message, text_of(call.text, call.parse_mode), call)


def edit_message_caption(network: Network, call: EditMessageCaption) -> Json:
    message = to_edit(network, call)
    kept = {key: message[key] for key in ATTACHED if key in message}
    if not kept:
        raise bad("there is no caption in the message to edit")
    return changed(network, message, kept | caption_of(call.caption, call.parse_mode), call)


def edit_message_reply_markup(network: Network, call: EditMessageReplyMarkup) -> Json:
    message = to_edit(network, call)
    return changed(network, message, {key: message[key] for key in WRITTEN if key in message}, call)


def edit_message_media(network: Network, call: EditMessageMedia) -> Json:
    message = to_edit(network, call)
    media = call.media
    content = attached(network, str(media.type), media.media) | caption_of(media.caption, media.parse_mode)
    return changed(network, message, content, call)


def to_edit(network: Network, call: Edits) -> Json:
    room = network.reach(call.chat_id)
    message = room.messages.get(call.message_id or 0)
    if message is None:
        raise bad("message to edit not found")
    if message["from"]["id"] != network.bot_id:
        raise bad("message can't be edited")
    return message


def changed(network: Network, message: Json, content: Json, call: Edits) -> Json:
    """A keyboard that the call does not name is taken away."""
    keyboard = inline(call.reply_markup)
    new = content | ({"reply_markup": keyboard} if keyboard else {})
    old = {key: value for key, value in message.items() if key in {*WRITTEN, "reply_markup"}}
    if new == old:
        network.rooms[message["chat"]["id"]].log.append({**message})  # it stands there, as it was to
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly the same"
            " as a current content and reply markup of the message"
        )
    for key in old:
        del message[key]
    message |= {**new, "edit_date": network.seconds}
    if keyboard or {**old, **new} != old:  # that buttons go shows nothing new
        network.rooms[message["chat"]["id"]].log.append({**message})
    return message


def delete_message(network: Network, call: DeleteMessage) -> bool:
    room = network.reach(call.chat_id)
    message = room.messages.get(call.message_id)
    if message is None:
        raise bad("message to delete not found")
    old = network.seconds - message["date"] > DELETABLE.total_seconds()
    if old or not may_delete(network, room, message):
        raise bad("message can't be deleted for everyone")
    del room.messages[call.message_id]
    return True


def may_delete(network: Network, room: Room, message: Json) -> bool:
    own = message["from"]["id"] == network.bot_id
    return own or room.type == "private" or "can_delete_messages" in room.rights


def set_message_reaction(network: Network, call: SetMessageReaction) -> bool:
    room = network.reach(call.chat_id)
    message = room.messages.get(call.message_id)
    if message is None:
        raise bad("message to react not found")
    given = [r.emoji if isinstance(r, ReactionTypeEmoji) else "" for r in call.reaction or ()]
    if len(given) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if any(emoji.replace("\ufe0f", "") not in REACTIONS for emoji in given):
        raise bad("REACTION_INVALID")
    room.reactions[call.message_id] = given
    return True


def answer_callback_query(network: Network, call: AnswerCallbackQuery) -> bool:
    pressed = network.taps.pop(call.callback_query_id, None)
    if pressed is None or network.clock() - pressed > ANSWERABLE:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(call.text or "") > LONGEST_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    network.toasts[call.callback_query_id] = call.text or ""
    return True


def send_chat_action(network: Network, call: SendChatAction) -> bool:
    network.reach(call.chat_id)
    if call.action not in list(ChatAction):
        raise bad("wrong parameter action in request")
    return True
