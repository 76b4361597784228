"""The network as a whole: one bot, its people and groups, and what passes between them."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from tests.telegram.chats import ALL_RIGHTS, Room
from tests.telegram.faults import Faults
from tests.telegram.files import Files
from tests.telegram.flood import Flood
from tests.telegram.members import member
from tests.telegram.people import Person
from tests.telegram.profile import Profile
from tests.telegram.refusals import Json, Refused, bad
from tests.telegram.updates import Updates
from tests.telegram.webhooks import Webhooks

if TYPE_CHECKING:
    from tests.telegram.server import Server

PATIENCE = 5.0  # seconds of real time until a test that waits gives up
FIRST_PERSON, FIRST_GROUP, FIRST_SUPERGROUP = 6_100_000_000, -4_000_000_000, -1_002_000_000_000  # beyond 32 bits


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Made:
    """One call as it was made, and what came of it."""

    method: str
    params: Mapping[str, object]
    at: datetime
    by: str  # the client, as it calls itself
    answer: Json


@dataclass
class Network:
    clock: Callable[[], datetime] = now
    bot_id: int = 7_000_000_001
    username: str = "aftercare_bot"
    rooms: dict[int, Room] = field(default_factory=dict[int, Room])
    people: dict[int, Person] = field(default_factory=dict[int, Person])
    files: Files = field(default_factory=Files)
    faults: Faults = field(default_factory=Faults)
    flood: Flood = field(default_factory=Flood)
    calls: list[Made] = field(default_factory=list[Made])
    taps: dict[str, datetime] = field(default_factory=dict[str, datetime])  # not answered yet
    toasts: dict[str, str] = field(default_factory=dict[str, str])  # how they were answered
    reads_groups: bool = False  # privacy mode off
    port: int = 0
    server: Server | None = None

    def __post_init__(self) -> None:
        self.token = f"{self.bot_id}:{token_urlsafe(26)}"
        self.updates = Updates(self.clock)
        self.webhooks = Webhooks(self.updates)
        self.profile = Profile()
        self.numbers = itertools.count(1)

    @property
    def url(self) -> str:
        """The base of the Bot API, without `/bot`."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def me(self) -> Json:
        return {"id": self.bot_id, "is_bot": True, "first_name": "Aftercare", "username": self.username}

    @property
    def seconds(self) -> int:
        return int(self.clock().timestamp())

    def person(self, name: str, language: str = "en", phone: str = "+8613800138000") -> Person:
        number = FIRST_PERSON + next(self.numbers)
        room = Room(number, "private", {"first_name": name}, bot="left", chat_instance=str(number * 7))
        self.rooms[number] = room
        self.people[number] = Person(self, number, name, language, phone, room)
        return self.people[number]

    def group(self, title: str, *members: Person, forum: bool = False, rights: frozenset[str] = ALL_RIGHTS) -> Room:
        """A supergroup in which the bot is an administrator, if it has rights there."""
        number = FIRST_SUPERGROUP - next(self.numbers)
        room = Room(number, "supergroup", {"title": title}, forum=forum, rights=rights, chat_instance=str(-number))
        room.bot = "administrator" if rights else "member"
        room.members = {person.id: "member" for person in members}
        self.rooms[number] = room
        return room

    def small_group(self, title: str, *members: Person) -> Room:
        """An ordinary group, which may become a supergroup one day."""
        number = FIRST_GROUP - next(self.numbers)
        room = Room(number, "group", {"title": title}, chat_instance=str(-number))
        room.members = {person.id: "member" for person in members}
        self.rooms[number] = room
        return room

    def upgrade(self, old: Room) -> Room:
        """The group gets a new number; the old one only says which."""
        new = self.group(str(old.names["title"]), rights=frozenset())
        new.members = dict(old.members)
        old.moved_to = new.id
        someone = self.people[next(iter(old.members))] if old.members else self.person("Somebody")
        self.happens(old, someone.json, {"migrate_to_chat_id": new.id})
        self.happens(new, someone.json, {"migrate_from_chat_id": old.id})
        return new

    def check_token(self, token: str) -> None:
        if token != self.token:
            raise Refused(401, "Unauthorized")

    def reach(self, chat_id: object) -> Room:
        """The chat that a call names, if the bot may write there."""
        room = self.rooms.get(chat_id) if isinstance(chat_id, int) else None
        if room is None:
            raise bad("chat not found")
        room.check_reachable()
        return room

    def message(self, room: Room, sender: Json, content: Json) -> Json:
        """A new message, kept in its chat. Private chats count together, a supergroup for itself."""
        if room.type == "supergroup":
            room.last_id += 1
        number = room.last_id if room.type == "supergroup" else next(self.numbers)
        new: Json = {"message_id": number, "from": sender, "chat": room.json, "date": self.seconds, **content}
        room.messages[number] = new
        return new

    def happens(self, room: Room, sender: Json, content: Json) -> Json:
        """Somebody writes, or something is told by the network; the bot hears of it."""
        new = self.message(room, sender, content)
        self.updates.add("message", new, str(room.id))
        return new

    def stir(self) -> None:
        self.updates.stir()

    async def until(self, come_true: Callable[[], bool], otherwise: Callable[[], str] = str) -> None:
        """Wait for something that the bot does."""
        end = asyncio.get_running_loop().time() + PATIENCE
        while not come_true():
            assert await self.updates.stirs_before(end), otherwise()

    async def settles(self) -> None:
        """Until the bot has confirmed every update."""
        await self.until(lambda: not self.updates.waiting, lambda: f"not confirmed: {self.updates.waiting}")

    def called(self, method: str) -> list[Made]:
        return [one for one in self.calls if one.method == method]

    def stands(self, room: Room, status: str, by: Json) -> None:
        """What the bot is in a chat has changed, and it is told so."""
        change = {"chat": room.json, "from": by, "date": self.seconds}
        was, room.bot = room.bot, status
        old, new = member(was, self.me, room.rights), member(status, self.me, room.rights)
        self.updates.add("my_chat_member", {**change, "old_chat_member": old, "new_chat_member": new}, str(room.id))

    async def falls_silent(self) -> None:
        """Nobody gets through any more."""
        assert self.server
        await self.server.shut()

    async def comes_back(self) -> None:
        assert self.server
        await self.server.open()
