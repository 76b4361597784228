"""The whole desk in a process of its own, which can be killed at any step."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from traceback import print_exception

from bot.drain import Drain
from bot.envelope import Content, Press, Text
from bot.post import Post
from bot.reception import Reception
from core.people import Chat
from core.ports import Received, Unit
from core.shop import Shop
from scheduler.deadlines import Deadlines
from scheduler.deliveries import Deliveries, Sender, Terms
from scheduler.housekeeping import Housekeeping
from scheduler.timetable import TIMETABLE, Crew, Row
from tests.crash.fate import Doom, Fate
from tests.crash.moment import Moment
from tests.crash.mortal_store import open_mortal
from tests.crash.packets import Acknowledged, Answer, Back, Close, Farewell, Incoming, Inside, LastWords, Quiet, Settle
from tests.crash.points import Point
from tests.crash.wire import Wire

TERMS = Terms(patience=timedelta(seconds=0.05))  # on the real clock; the lease is on the one moved by hand
A_MOMENT = 0.0003  # seconds between two looks at whether all is done


@dataclass(frozen=True, slots=True)
class Place:
    """What every life of the desk finds."""

    url: str
    shop: Shop
    moment: Moment


class MortalDesk:
    """Put together and opened as the real one is, except that its rhythm comes from outside."""

    timetable: tuple[Row, ...] = TIMETABLE
    terms = TERMS

    def __init__(self, place: Place, end: Inside, fate: Fate) -> None:
        self.end = end
        self.fate = fate
        self.clock = place.moment
        self.store = open_mortal(place.url, fate)
        self.post = Post(place.shop)
        self.reception = Reception(place.shop, self.post, {"test": read})
        self.drain = self.draining()
        self.wire = Wire(end, fate)
        senders = {"test": self.sender()}
        self.deliveries = Deliveries(self.store, senders, self.clock, terms=self.terms, ticks=place.moment.ticks)
        deadlines = Deadlines(self.store, place.shop, self.post.deliver, self.clock)
        housekeeping = Housekeeping(self.store, place.shop, self.post.tell, self.clock)
        self.crew = Crew(self.deliveries, deadlines, housekeeping)
        self.next_time: dict[str, datetime] = {}  # of each row of the timetable
        self.busy: set[asyncio.Task[None]] = set()
        self.closing = asyncio.Event()

    def draining(self) -> Drain:
        return Drain(self.store, self.reception, self.clock)

    def sender(self) -> Sender:
        return self.wire

    async def live(self) -> None:
        """From the opening to the closing."""
        self.fate.step(Point.OPENED)
        self.store.on_commit(self.deliveries.wake)
        await self.drain.catch_up()
        self.fate.step(Point.CAUGHT_UP)
        sending = asyncio.create_task(self.deliveries.run())
        asyncio.get_running_loop().add_reader(self.end.fileno(), self.hear)
        await self.closing.wait()
        await self.drain.idle()
        self.deliveries.stop()
        await sending
        await self.store.close()
        asyncio.get_running_loop().remove_reader(self.end.fileno())
        self.end.send(Farewell(dict(self.fate.steps)))

    def hear(self) -> None:
        try:
            packet = self.end.recv()
        except (EOFError, OSError):
            os._exit(0)  # the test itself is gone
        match packet:
            case Incoming(messages):
                self.begin(self.take_in(messages))
            case Back(chats):
                self.begin(self.wake(chats))
            case Answer():
                self.answered(packet)
            case Settle(time_passed):
                self.begin(self.settle(time_passed))
            case Close():
                self.closing.set()

    def answered(self, answer: Answer) -> None:
        self.wire.answered(answer)

    def begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self.busy.add(task)
        task.add_done_callback(self.ended)

    def ended(self, task: asyncio.Task[None]) -> None:
        self.busy.discard(task)
        if wrong := task.exception():
            print_exception(wrong)
            os._exit(1)

    async def take_in(self, messages: Sequence[Received]) -> None:
        """As every channel does it: note, acknowledge, and only then handle."""
        self.fate.step(Point.MESSAGE_CAME)
        await self.note(messages)
        self.fate.step(Point.MESSAGE_NOTED)
        self.acknowledge(messages)
        self.fate.step(Point.MESSAGE_ACKNOWLEDGED)
        for chat in dict.fromkeys(message.chat for message in messages):
            self.drain.wake(chat)

    async def note(self, messages: Sequence[Received]) -> None:
        await self.store.run(lambda unit: unit.inbox.note(messages))

    def acknowledge(self, messages: Sequence[Received]) -> None:
        self.end.send(Acknowledged(tuple(message.message_id for message in messages)))

    async def wake(self, chats: Iterable[Chat]) -> None:
        for chat in chats:
            await self.store.run(partial(wake, chat=chat))

    async def settle(self, time_passed: bool) -> None:
        """With time that passed, whatever the timetable has, once; then until nothing is left to do."""
        for row in self.timetable if time_passed else ():
            if self.clock() >= self.next_time.get(row.name, self.clock()):
                self.next_time[row.name] = self.clock() + row.every
                await row.does(self.crew)
        while self.has_work():  # noqa: ASYNC110 - the real desk has nothing that would tell
            await asyncio.sleep(A_MOMENT)
        undelivered = await self.store.run(lambda unit: unit.outbox.undelivered(1000))
        self.end.send(Quiet(undelivered))

    def has_work(self) -> bool:
        lanes = self.deliveries.lanes
        sending = any(lane.on_the_way or lane.called.is_set() for lane in lanes)
        return bool(len(self.busy) > 1 or self.drain.busy or self.store.pending or sending)


def wake(unit: Unit, chat: Chat) -> None:
    unit.outbox.wake(chat)


def read(raw: str) -> Content:
    """A press is sent as what the button carries, after a mark."""
    return Press(raw[1:]) if raw.startswith("!") else Text(raw)


def lead(place: Place, end: Inside, doom: Doom | None, kind: type[MortalDesk]) -> None:
    """One life of the desk, in a process that has just been forked."""
    fate = Fate(doom, lambda point: end.send(LastWords(point)))
    asyncio.run(kind(place, end, fate).live())
