"""Telegram as one of the desk's networks: opened, listened to, answered, closed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import datetime
from typing import Any, cast

import structlog
from aiohttp import web

from bot.channels.telegram.account import GONE, NAME, Account
from bot.channels.telegram.address import Address
from bot.channels.telegram.calling import bot_of
from bot.channels.telegram.downloading import Downloads
from bot.channels.telegram.errands import Errands
from bot.channels.telegram.front import Front
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.profile import Profile
from bot.channels.telegram.refusals import Why
from bot.channels.telegram.sending import Sending
from bot.channels.telegram.showing import Find
from bot.channels.telegram.topics import Forum
from bot.channels.telegram.update import Raw
from bot.channels.telegram.webhook import Webhook
from bot.envelope import Envelope
from core.errors import StorageTrouble
from core.outcomes import Outcome, Sent, Undeliverable
from core.people import Chat, Person
from core.ports import Parcel
from core.values import dataclass

log = structlog.get_logger()
LEFT = frozenset({Why.BLOCKED, Why.DELETED, Why.KICKED})


@dataclass(frozen=True, slots=True)
class Place:
    """Where the bot is to be found, and where we are: without `public_url` we ask Telegram for what is new."""

    account: Account
    api: str
    public_url: str = ""


class TelegramChannel:
    """`find` finds the files of a message; `files` fetches those that people sent."""

    name = NAME

    def __init__(self, place: Place, front: Front, find: Find, clock: Callable[[], datetime]) -> None:
        self.place = place
        self.front = front
        self.clock = clock
        self.bot = bot_of(place.account.token, place.api)
        self.sending = Sending(self.bot, find)
        self.files = Downloads(self.bot)
        self.group = Forum(self.bot, place.account, find)
        self.errands = Errands()
        self.profile = Profile(self.bot, front)
        self.intake = Intake(place.account, front, clock, self.noticed)
        self.listening: list[asyncio.Task[None]] = []

    def routes(self, app: web.Application) -> None:
        if self.place.public_url:
            Webhook(self.place.account, self.intake).routes(app)

    async def open(self) -> None:
        self.listening = [asyncio.create_task(work) for work in self.works()]

    def works(self) -> tuple[Coroutine[Any, Any, None], ...]:
        if self.place.public_url:
            address = Address(self.place.account, self.place.public_url, self.bot, self.there, self.clock)
            return (address.watch(), self.profile.set_up())
        polling = Polling(self.place.account, self.place.api, self.intake, self.bot.delete_webhook)
        return (polling.run(), self.profile.set_up())

    async def there(self) -> None:
        await self.front.heard(self.place.account.id, self.clock())

    async def send(self, parcel: Parcel) -> Outcome:
        outcome = await self.sending.send(parcel)
        if isinstance(outcome, Undeliverable) and outcome.reason in LEFT:
            await self.note_gone(parcel)
        if isinstance(outcome, Sent) and (spent := str(parcel.body.get("spent", ""))).isdecimal():
            self.errands.run(self.bot.edit_message_reply_markup(int(parcel.chat.chat), int(spent)))
        return outcome

    async def note_gone(self, parcel: Parcel) -> None:
        """As if Telegram had said so by itself: it does not when an account is deleted."""
        at = self.clock()
        try:
            await self.front.note((Envelope(parcel.chat, f"gone-{parcel.id}-{parcel.attempt}", at, at, GONE),))
        except StorageTrouble as trouble:  # the next message to this chat finds out again
            log.warning("gone_unnoted", outbox=parcel.id, why=str(trouble))

    async def knows(self, chat: Chat, person: Person) -> None:
        """What somebody may say depends on his role and language."""
        self.errands.run(self.profile.show(chat.chat, person))

    def noticed(self, update: Raw) -> None:
        """A press is answered at once, so that its button stops waiting."""
        query = update.get("callback_query")
        if isinstance(query, dict) and (number := cast("Raw", query).get("id")):
            self.errands.run(self.bot.answer_callback_query(str(number)))

    async def hush(self) -> None:
        for task in self.listening:
            task.cancel()
        for task in self.listening:
            with suppress(asyncio.CancelledError):
                await task

    async def close(self) -> None:
        await self.errands.finish()
        await self.bot.request.shutdown()
