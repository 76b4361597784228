"""The fault report as a python-telegram-bot ConversationHandler, with or without persistence.

What it learned of a user stays in `user_data`, as in the library's own example (persistentconversationbot), and as
this desk keeps a customer's name, telephone and address.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import Any, TypeAlias, cast

from telegram import Message, ReplyKeyboardMarkup, ReplyKeyboardRemove, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BasePersistence,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest
from typing_extensions import override

from benchmarks.peers import questions as q
from benchmarks.peers.tickets import Sessions, add_ticket, count_tickets
from benchmarks.peers.updates import TOKEN, answer, update
from benchmarks.report import Said

REPORT = "report"
Context: TypeAlias = ContextTypes.DEFAULT_TYPE
App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]


class Asked(IntEnum):
    PHOTOS = auto()
    HASTE = auto()
    NAME = auto()
    PHONE = auto()
    ADDRESS = auto()
    VISIT = auto()
    CHECK = auto()


class NoNetwork(BaseRequest):
    """Whatever is sent has arrived."""

    sent = json.dumps({"ok": True, "result": answer(1)}).encode()
    me = json.dumps({"ok": True, "result": {"id": 42, "is_bot": True, "first_name": "Bot", "username": "b"}}).encode()

    @property
    @override
    def read_timeout(self) -> float | None:
        return None

    @override
    async def initialize(self) -> None:
        pass

    @override
    async def shutdown(self) -> None:
        pass

    @override
    async def do_request(self, url: str, *_: Any, **__: Any) -> tuple[int, bytes]:
        return 200, self.me if url.endswith("/getMe") else self.sent


@dataclass(frozen=True, slots=True)
class PtbBot:
    application: App
    sessions: Sessions
    flushed: bool

    async def hear(self, said: Said) -> None:
        await self.application.process_update(Update.de_json(update(said), self.application.bot))
        if self.flushed:
            await self.application.update_persistence()

    async def tickets(self) -> int:
        return await count_tickets(self.sessions)


def ptb_bot(sessions: Sessions, persistence: BasePersistence[Any, Any, Any] | None = None) -> PtbBot:
    builder = ApplicationBuilder().token(TOKEN).request(NoNetwork()).get_updates_request(NoNetwork()).updater(None)
    application = cast("App", (builder.persistence(persistence) if persistence else builder).build())
    application.bot_data["sessions"] = sessions
    application.add_handler(conversation(persistent=persistence is not None))
    return PtbBot(application, sessions, flushed=persistence is not None)


def conversation(*, persistent: bool) -> ConversationHandler[Context]:
    words = filters.TEXT & ~filters.COMMAND
    return ConversationHandler(
        entry_points=[MessageHandler(filters.PHOTO, begin)],
        states={
            Asked.PHOTOS: [MessageHandler(filters.Text([q.DONE]), done)],
            Asked.HASTE: [MessageHandler(words, haste)],
            Asked.NAME: [MessageHandler(words, name)],
            Asked.PHONE: [MessageHandler(words, phone)],
            Asked.ADDRESS: [MessageHandler(words, address)],
            Asked.VISIT: [MessageHandler(words, visit)],
            Asked.CHECK: [MessageHandler(filters.Text([q.SEND]), send)],
        },
        fallbacks=[],
        name=REPORT,
        persistent=persistent,
    )


def heard(updated: Update, context: Context) -> tuple[Message, str, dict[str, str]]:
    """The message, its text, and what was answered so far."""
    message = cast("Message", updated.message)
    return message, message.text or "", cast("dict[str, str]", context.user_data)


async def begin(updated: Update, context: Context) -> Asked:
    message, _, data = heard(updated, context)
    data |= {"words": message.caption or "", "photo": message.photo[-1].file_id}
    await message.reply_text(q.MORE_PHOTOS, reply_markup=keyboard([q.DONE]))
    return Asked.PHOTOS


async def done(updated: Update, context: Context) -> Asked:
    message, *_ = heard(updated, context)
    await message.reply_text(q.ASK_HASTE, reply_markup=keyboard(q.HASTE))
    return Asked.HASTE


async def haste(updated: Update, context: Context) -> Asked:
    message, text, data = heard(updated, context)
    choice = q.chosen(text, q.HASTE)
    if choice is None:
        await message.reply_text(q.CHOOSE)
        return Asked.HASTE
    data["haste"] = choice
    await message.reply_text(q.ASK_NAME, reply_markup=ReplyKeyboardRemove())
    return Asked.NAME


async def name(updated: Update, context: Context) -> Asked:
    message, text, data = heard(updated, context)
    data["name"] = text
    await message.reply_text(q.ASK_PHONE)
    return Asked.PHONE


async def phone(updated: Update, context: Context) -> Asked:
    message, text, data = heard(updated, context)
    number = q.phone_in(text)
    if number is None:
        await message.reply_text(q.ASK_PHONE)
        return Asked.PHONE
    data["phone"] = number
    await message.reply_text(q.ASK_ADDRESS)
    return Asked.ADDRESS


async def address(updated: Update, context: Context) -> Asked:
    message, text, data = heard(updated, context)
    data["address"] = text
    await message.reply_text(q.ASK_VISIT, reply_markup=keyboard(q.visits(message.date)))
    return Asked.VISIT


async def visit(updated: Update, context: Context) -> Asked:
    message, text, data = heard(updated, context)
    choice = q.chosen(text, q.visits(message.date))
    if choice is None:
        await message.reply_text(q.CHOOSE)
        return Asked.VISIT
    data["visit"] = choice
    await message.reply_text(q.summary(data), reply_markup=keyboard([q.SEND]))
    return Asked.CHECK


async def send(updated: Update, context: Context) -> int:
    message, _, data = heard(updated, context)
    number = await add_ticket(context.bot_data["sessions"], message.chat_id, message.date, data)
    await message.reply_text(q.confirmation(number, data), reply_markup=ReplyKeyboardRemove())
    return ConversationHandler.END


def keyboard(labels: Sequence[str]) -> ReplyKeyboardMarkup:
    return ReplyKeyboardMarkup([[label] for label in labels], resize_keyboard=True)
