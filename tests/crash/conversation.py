"""A story, played by people who wait, look again, and are called when something did not reach them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from core.people import Chat
from core.ports import Parcel
from tests.crash.keeper import Keeper
from tests.crash.seat import Seat

TICK = timedelta(minutes=9)  # shorter than an outage
WAITS = tuple(timedelta(seconds=s) for s in (0, 4, 58, 30, 60, 60, 60, 60, 60))  # two doubts, two leases, and some
CALLED_AFTER = 6  # waits


class Stuck(Exception):
    """Somebody waits for what does not come, and nobody at the shop knows of it."""


class LostSurvey(Exception):
    """Nobody promises that a survey arrives: without it the story ends."""


@dataclass(slots=True)
class Seats:
    """Who sits where."""

    taken: dict[str, Seat] = field(default_factory=dict[str, Seat])

    def __getitem__(self, name: str) -> Seat:
        return self.taken.setdefault(name, Seat(Chat("test", "", name)))

    def reads(self, parcel: Parcel) -> None:
        self[parcel.chat.chat].reads(parcel)


@dataclass(frozen=True, slots=True)
class Conversation:
    keeper: Keeper
    seats: Seats

    def line(self, line: str) -> None:
        """Raises Stuck, LostSurvey, Silent, Fell."""
        if line.startswith("... until "):
            self.wait_until(line.removeprefix("... until "))
            return
        name, mark, rest = re.split(r"([><?])", line, maxsplit=1)
        seat, rest = self.seats[name], rest.strip()
        if mark == ">":
            self.wait_for(seat, lambda: seat.can_say(rest), line)
            self.keeper.network.bring(self.keeper.life, seat.chat, seat.raw(rest))
            self.keeper.settle()
        else:
            self.wait_for(seat, lambda: seat.sees(rest), line, LostSurvey if mark == "?" else Stuck)

    def wait_for(self, seat: Seat, ready: Callable[[], bool], line: str, in_vain: type[Exception] = Stuck) -> None:
        for number, pause in enumerate(WAITS):
            if ready():
                return
            self.keeper.network.everybody_looks(self.keeper.life)
            self.keeper.pass_time(pause)
            if number >= CALLED_AFTER:
                self.call_people()
        if not ready():
            raise in_vain(f"{line!r} at {self.keeper.at:%H:%M:%S}, having read only {seat.since}")

    def call_people(self) -> None:
        """A colleague goes through the list of what was not delivered, and tells them by telephone."""
        for parcel in reversed(self.keeper.undelivered):
            self.seats.reads(parcel)

    def wait_until(self, time: str) -> None:
        hour, minute = map(int, time.split(":"))
        local = self.keeper.at.astimezone(self.keeper.place.shop.zone)
        end = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
        while self.keeper.at < end:
            self.keeper.pass_time(min(TICK, end - self.keeper.at))
