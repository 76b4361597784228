"""The chat networks on which the desk can be reached: the web chat always, the others if the settings name them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime
from typing import Protocol

import structlog
from aiohttp import web

from bot import metrics
from bot.channels.web.channel import WebChannel
from bot.channels.web.guard import Border
from bot.channels.web.kept import read_content
from bot.drain import Drain
from bot.envelope import Content, Sender
from bot.front import WebFront, desk_line, highest
from bot.groups import Group
from bot.intake import Intake
from bot.media.attachments import Attachments
from bot.media.fetching import Source
from bot.media.pictures import Pictures
from bot.post import Post
from bot.settings import Settings
from bot.telegram_front import TelegramFront
from core.errors import StorageTrouble
from core.outcomes import Outcome, Sent
from core.people import Chat, Person
from core.ports import Parcel, Store
from core.shop import Shop
from core.storage.missed import Missed
from core.values import dataclass

log = structlog.get_logger()


class Network(Protocol):
    """One chat network while the desk is open."""

    @property
    def name(self) -> str: ...

    @property
    def files(self) -> Source | None:
        """Where the files are fetched that people sent; None where they come with the message."""
        ...

    @property
    def group(self) -> Group | None:
        """What it can do in the staff's own group."""
        ...

    def routes(self, app: web.Application) -> None:
        """Serve what it needs under the desk's public address."""
        ...

    async def open(self) -> None:
        """Begin to listen. Raises nothing: a network that is away comes back by itself."""
        ...

    async def send(self, parcel: Parcel) -> Outcome: ...

    async def knows(self, chat: Chat, person: Person) -> None:
        """The person at this chat has another name, role or language now."""
        ...

    async def hush(self) -> None:
        """Take nothing new; what is on its way out may still leave."""
        ...

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Inside:
    """What of the desk a network may need."""

    store: Store
    shop: Shop
    post: Post
    drain: Drain
    pictures: Pictures
    clock: Callable[[], datetime]


def readers(settings: Settings) -> Mapping[str, Callable[[str], Content]]:
    """How what came in is read when its turn comes, by network."""
    if not settings.telegram_token:
        return {"web": read_content}
    from bot.channels.telegram.reading import read  # noqa: PLC0415 - takes seconds, for whoever has a bot

    return {"web": read_content, "telegram": read}


def senders(settings: Settings) -> Mapping[str, Callable[[str], Sender]]:
    """Who said it, by network, where that is known to the network."""
    if not settings.telegram_token:
        return {}
    from bot.channels.telegram.reading import sender  # noqa: PLC0415

    return {"telegram": sender}


def networks(settings: Settings, inside: Inside) -> tuple[Network, ...]:
    """Raises WrongSetting."""
    web_chat = WebNetwork.of(settings, inside)
    return (web_chat, telegram(settings, inside)) if settings.telegram_token else (web_chat,)


def telegram(settings: Settings, inside: Inside) -> Network:
    from bot.channels.telegram.account import Account  # noqa: PLC0415
    from bot.channels.telegram.channel import Place, TelegramChannel  # noqa: PLC0415

    public_url = settings.url if settings.telegram_webhook else ""
    place = Place(Account(settings.telegram_token), settings.telegram_api, public_url)
    front = TelegramFront(inside.store, inside.shop, inside.post, Intake(inside.store, inside.drain, inside.clock))
    return TelegramChannel(place, front, Attachments(inside.store, inside.pictures).find, inside.clock)


@dataclass(frozen=True, slots=True)
class WebNetwork:
    channel: WebChannel
    clock: Callable[[], datetime]
    files: None = None
    group: None = None
    bringing: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])

    @classmethod
    def of(cls, settings: Settings, inside: Inside) -> WebNetwork:
        front = WebFront(inside.store, inside.shop, inside.post, inside.drain, inside.pictures, inside.clock)
        border = Border(origins=settings.allowed_origins, proxies=settings.proxies)
        return cls(WebChannel(front, inside.clock, border=border), inside.clock)

    @property
    def name(self) -> str:
        return self.channel.name

    def routes(self, app: web.Application) -> None:
        self.channel.routes(app)

    async def open(self) -> None:
        """Pages come by themselves."""

    async def send(self, parcel: Parcel) -> Outcome:
        return await self.channel.send(parcel.chat.chat, desk_line(parcel.id, self.clock(), parcel.body))

    async def knows(self, chat: Chat, person: Person) -> None:
        await self.channel.greet(chat.chat, person.name, highest(person), person.language)

    def missed(self, missed: Missed) -> None:
        """Another replica, or this one before, found nobody at the chat: its page may be open here now."""
        if missed.chat.channel == self.name:
            task = asyncio.create_task(self.bring(missed))
            self.bringing.add(task)
            task.add_done_callback(self.bringing.discard)

    async def bring(self, missed: Missed) -> None:
        try:
            await self.channel.bring(missed.chat.chat, missed.line)
        except StorageTrouble as trouble:
            log.warning("line_not_brought", line=missed.line, why=str(trouble))

    async def hush(self) -> None:
        """Pages are sent away when the public address closes."""

    async def close(self) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Counted:
    """A way out whose attempts are counted and timed."""

    network: Network
    clock: Callable[[], datetime]

    async def send(self, parcel: Parcel) -> Outcome:
        begun = self.clock()
        outcome = await self.network.send(parcel)
        metrics.attempted(self.network.name, outcome)
        if isinstance(outcome, Sent):
            metrics.delivered(self.network.name, parcel.weight, self.clock(), begun)
        return outcome
