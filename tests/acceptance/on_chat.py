"""The desk's own chat: what is said goes into the inbox as it is, and what is answered is read from the outbox."""

from __future__ import annotations

import json
from pathlib import Path

from bot.envelope import Arrival, Contact, Content, Happened, Overheard, Photo, Place, Press, Strange, Text
from bot.media.pictures import Pictures
from bot.post import Post
from bot.reception import Reception
from core.people import Chat
from core.ports import Line, Received
from tests.acceptance.script import Tap
from tests.acceptance.seats import Seat, Shown
from tests.acceptance.world import World


class OnChat:
    def __init__(self, folder: Path = Path("nowhere")) -> None:
        self.said = 0
        self.pictures = Pictures(folder)

    def media(self, picture: str) -> str:
        return picture

    def address(self, name: str, language: str) -> Chat:  # noqa: ARG002 - others speak it
        return Chat("test", "", name)

    async def carry(self, world: World, seat: Seat, said: Content | Tap) -> None:
        content = Press(seat.token(said)) if isinstance(said, Tap) else said
        self.said += 1
        message = Received(0, seat.chat, str(self.said), world.at, world.at, written(content))
        reception = Reception(world.shop, Post(world.shop), {"test": read})
        await world.do(lambda unit: unit.inbox.note((message,)))
        await world.do(lambda unit: reception.take(unit, seat.chat, world.at))

    async def deliver(self, world: World) -> None:
        """Lines are read where they lie."""

    async def look(self, world: World, seat: Seat) -> None:
        for line in await world.do(lambda unit: unit.outbox.lines(seat.chat, seat.shown, world.at)):
            if not line.mine and line.id > seat.shown:
                seat.shown = line.id
                seat.read(shown(line))


def shown(line: Line) -> Shown:
    buttons = {str(label): str(token) for label, token in line.body.get("buttons", ())}
    photos = [str(photo) for photo in line.body.get("photos", ())]
    return Shown(str(line.body["text"]), buttons, str(line.body.get("ticket", "")), photos)


def written(content: Content) -> str:
    """A message as the inbox keeps it."""
    said: list[object]
    match content:
        case Text(text):
            said = ["text", text]
        case Press(token, on):
            said = ["press", token, on]
        case Photo(media, caption):
            said = ["photo", media, caption]
        case Contact(phone):
            said = ["contact", phone]
        case Place(latitude, longitude):
            said = ["place", latitude, longitude]
        case Arrival(token):
            said = ["arrival", token]
        case Happened(what, to):
            said = ["happened", what, to]
        case Strange(what):
            said = ["strange", what]
        case Overheard():
            raise AssertionError("nobody writes to a group of the staff from this chat")
    return json.dumps(said)


def read(raw: str) -> Content:
    match json.loads(raw):
        case ["text", text]:
            return Text(text)
        case ["press", token, on]:
            return Press(token, on)
        case ["photo", media, caption]:
            return Photo(media, caption)
        case ["contact", phone]:
            return Contact(phone, own=True)
        case ["place", latitude, longitude]:
            return Place(latitude, longitude)
        case ["arrival", token]:
            return Arrival(token)
        case ["happened", what, to]:
            return Happened(what, to)
        case _:
            return Strange(raw)
