"""When and how a life of the desk ends."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import random
from signal import SIGKILL, Signals
from threading import Lock, Thread
from time import perf_counter

from tests.crash.points import Point

LONGEST_COMMIT = 0.0002  # seconds within which it strikes, once COMMIT was said


@dataclass(frozen=True, slots=True)
class Doom:
    """The `nth` time that the desk comes by `point`; without one, its `nth` step of any kind."""

    nth: int
    point: Point | None = None
    how: Signals = SIGKILL

    def __str__(self) -> str:
        return f"{self.point or 'any step'} × {self.nth}"


@dataclass(slots=True)
class Fate:
    """Counts the steps of one process, and strikes. `last_words` says where, while there is time."""

    doom: Doom | None
    last_words: Callable[[Point], None]
    steps: Counter[Point] = field(default_factory=Counter[Point])
    all_steps: int = 0
    counting: Lock = field(default_factory=Lock)

    def step(self, point: Point) -> None:
        """From any thread."""
        if doom := self.struck(point):
            self.strike(point, doom)

    def commits(self) -> None:
        """Just before COMMIT. It strikes while the database is at it, and before anybody hears how that went."""
        if doom := self.struck(Point.COMMITTING):
            gun = Lock()
            gun.acquire()
            Thread(target=self.strike_later, args=(gun, doom), daemon=True).start()
            gun.release()

    def struck(self, point: Point) -> Doom | None:
        with self.counting:
            self.steps[point] += 1
            self.all_steps += 1
            doom = self.doom
            if doom is None or doom.nth != (self.steps[point] if doom.point is point else self.all_steps):
                return None
            if doom.point not in (None, point):
                return None
            self.doom = None
            return doom

    def strike(self, point: Point, doom: Doom) -> None:
        self.last_words(point)
        os.kill(os.getpid(), doom.how)

    def strike_later(self, gun: Lock, doom: Doom) -> None:
        """Runs once the other thread has gone into the database; that one cannot go on while this one counts."""
        with gun:
            until = perf_counter() + random() * LONGEST_COMMIT
            while perf_counter() < until:
                pass
            self.strike(Point.COMMITTING, doom)
