"""The same desk on Telegram: updates are handled as they come, and what leaves is read on people's screens."""

from __future__ import annotations

import gc
import re
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from io import BytesIO
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from bot.channels.telegram.account import Account
from bot.channels.telegram.reading import media_name
from bot.envelope import Arrival, Contact, Content, Photo, Place, Press, Text
from bot.media.attachments import Attachment, Attachments
from bot.media.pictures import Pictures
from core.people import Chat
from tests.acceptance.moments import MONDAY_MORNING
from tests.acceptance.script import Tap
from tests.acceptance.seats import Seat, Shown
from tests.acceptance.wire import Wire
from tests.acceptance.world import World
from tests.telegram.chats import buttons, words
from tests.telegram.network import Network
from tests.telegram.people import Person
from tests.telegram.refusals import Json
from tests.telegram.server import opened

TICKET = re.compile(r"[A-Z]{1,3}-\d{6}-\d{4}")
gc.freeze()  # the libraries' many models stay, and need not be looked through again and again

NAMELESS = "🌸"  # as many are called there: what somebody is really called must be asked, as on any network


@dataclass
class OnTelegram:
    network: Network
    folder: Path
    people: dict[str, Person] = field(default_factory=dict[str, Person])
    kept: dict[str, str] = field(default_factory=dict[str, str])  # what the desk calls the pictures of the transcript
    called: dict[bytes, str] = field(default_factory=dict[bytes, str])  # what the transcript calls those it sends
    at: datetime = MONDAY_MORNING
    offset: int = 0
    wired: Wire | None = None

    def __post_init__(self) -> None:
        self.pictures = Pictures(self.folder)

    def wire(self, world: World) -> Wire:
        if self.wired is None:
            find = partial(self.find, Attachments(world.store, self.pictures))
            self.wired = Wire(world, self.network, self.pictures, find)
        return self.wired

    def media(self, picture: str) -> str:
        return self.kept[picture]

    def address(self, name: str, language: str) -> Chat:
        person = self.people[name] = self.network.person(NAMELESS, language[:2])
        person.room.bot = "member"
        return Account(self.network.token).chat(person.id)

    async def carry(self, world: World, seat: Seat, said: Content | Tap) -> None:
        self.at = world.at
        await self.act(self.people[seat.name], seat, said)
        updates = await self.network.updates.poll(self.offset, None, patience=0)
        self.offset = updates[-1]["update_id"] + 1
        await self.wire(world).take(updates)

    async def act(self, person: Person, seat: Seat, said: Content | Tap) -> None:
        match said:
            case Tap(label, "") if label in person.keyboard:
                await person.presses(label)
            case Tap():
                await self.tap(person, seat.token(said))
            case Press(token):
                await self.tap(person, token)
            case Text(text):
                await person.says(text)
            case Photo(media, caption):
                await self.show(person, media, caption)
            case Contact(phone):
                person.phone = phone
                await person.shares_contact()
            case Place(latitude, longitude):
                await person.shares_place(latitude, longitude)
            case Arrival(token):
                await person.starts(token)
            case _:
                await person.sends_sticker()

    async def tap(self, person: Person, token: str) -> None:
        """The newest button with that behind it, even if it has been taken away; or one that somebody has forged."""
        log = person.room.log or [{"message_id": 1, "chat": person.room.json}]
        having = [message for message in log if any(b.get("callback_data") == token for b in buttons(message))]
        tap = await person.taps((having or log)[-1], token)
        assert tap

    async def show(self, person: Person, media: str, caption: str) -> None:
        number = await person.sends_photo(drawn(media), caption)
        self.kept[media] = media_name(person.room.messages[number]["photo"][-1]["file_unique_id"])

    async def deliver(self, world: World) -> None:
        self.at = world.at
        await self.wire(world).send()

    async def close(self) -> None:
        if self.wired:
            await self.wired.channel.close()

    async def find(self, attachments: Attachments, media: str) -> Attachment | None:
        found = await attachments.find(media)
        if found:
            self.called[found.path.read_bytes()] = next(
                (name for name, kept in self.kept.items() if kept == media), media
            )
        return found

    async def look(self, world: World, seat: Seat) -> None:  # noqa: ARG002 - others read in its store
        """An album is one thing to see."""
        log = self.people[seat.name].room.log
        for _, messages in groupby(log[seat.shown :], key=lambda message: message.get("media_group_id") or id(message)):
            seat.read(self.shown(list(messages)))
        seat.shown = len(log)

    def shown(self, messages: Sequence[Json]) -> Shown:
        text = "\n".join(filter(None, map(words, messages)))
        tokens = {button["text"]: button["callback_data"] for message in messages for button in buttons(message)}
        tokens |= {label: label for message in messages for label in labels(message)}
        photos = [photo for message in messages for photo in self.photos(message)]
        ticket = TICKET.search(text)
        return Shown(text, tokens, ticket[0] if ticket else "", photos)

    def photos(self, message: Json) -> Iterator[str]:
        for size in message.get("photo", ())[-1:]:
            yield self.called[self.network.files.kept[size["file_id"]].upload.data]
        if document := message.get("document"):
            yield self.called[self.network.files.kept[document["file_id"]].upload.data]


def labels(message: Json) -> Iterator[str]:
    """Of the reply keyboard that came with it: they are typed."""
    for row in message.get("keyboard", {}).get("keyboard", ()):
        yield from (button["text"] for button in row)


def drawn(name: str) -> bytes:
    """A picture of its own for each name."""
    colour = sum(name.encode()) % 256, len(name), hash(name) % 256
    kept = BytesIO()
    Image.new("RGB", (16, 16), colour).save(kept, "PNG")
    return kept.getvalue()


@asynccontextmanager
async def on_telegram() -> AsyncGenerator[OnTelegram]:
    with TemporaryDirectory() as folder:
        holder: list[OnTelegram] = []
        async with opened(lambda: holder[0].at if holder else MONDAY_MORNING) as network:
            holder.append(OnTelegram(network, Path(folder)))
            yield holder[0]
            await holder[0].close()
