"""One process of the desk, seen from outside: begun, spoken with, gone."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import Pipe
from signal import SIGKILL, SIGSTOP
from threading import Thread
from traceback import print_exc
from typing import Never, TypeAlias

from tests.crash.fate import Doom
from tests.crash.packets import FromDesk, Inside, LastWords, Outside, ToDesk
from tests.crash.points import Point

Begin: TypeAlias = Callable[[Callable[[Inside], None], "Doom | None"], "Life"]
LONGEST_SILENCE = 20.0  # real seconds


class Silent(Exception):
    """The desk says nothing for so long that it must hang."""


class Fell(Exception):
    """The desk ended, and nobody had killed it."""


@dataclass(slots=True)
class Life:
    """`doom`: how it is to end."""

    process: int
    end: Outside
    doom: Doom | None
    died_at: Point | None = None

    def say(self, packet: ToDesk) -> None:
        """The dead do not mind."""
        with suppress(BrokenPipeError, ConnectionResetError):
            self.end.send(packet)

    def hear(self, patience: float = LONGEST_SILENCE) -> FromDesk | None:
        """What it says next; None when it has been killed, or frozen. Raises Silent, Fell."""
        try:
            if not self.end.poll(patience):
                raise Silent
            packet = self.end.recv()
        except (EOFError, ConnectionResetError):
            self.bury(SIGKILL)
            return None
        if not isinstance(packet, LastWords):
            return packet
        self.died_at = packet.point
        return None if self.is_frozen else packet

    @property
    def is_frozen(self) -> bool:
        return bool(self.died_at and self.doom and self.doom.how is SIGSTOP)

    def bury(self, expected: int = 0) -> None:
        """Raises Fell if it ended in another way: the signal that ended it, or 0 where it went by itself."""
        self.end.close()
        _, status = os.waitpid(self.process, 0)
        if status != expected:
            raise Fell(f"status {status}")

    def kill(self) -> None:
        if not self.end.closed:
            os.kill(self.process, SIGKILL)
            self.bury(SIGKILL)


@dataclass(slots=True)
class Rehearsal(Life):
    """A life in a thread of this very process, so that whatever is loaded or compiled once is there for the others."""

    thread: Thread = field(default_factory=Thread)

    def bury(self, expected: int = 0) -> None:  # noqa: ARG002 - it ends by itself
        self.end.close()
        self.thread.join()


def begin(live: Callable[[Inside], None], doom: Doom | None) -> Life:
    """`live` runs in a process of its own, which shares nothing with this one but memory made for that."""
    outside, inside = Pipe()
    process = os.fork()
    if process == 0:
        outside.close()
        run(live, inside)
    inside.close()
    return Life(process, outside, doom)


def run(live: Callable[[Inside], None], end: Inside) -> Never:
    status = 1
    try:
        live(end)
        status = 0
    except BaseException:  # noqa: BLE001 - nothing may come back into the copy of the test
        print_exc()
    finally:
        os._exit(status)


def rehearse(live: Callable[[Inside], None], doom: Doom | None) -> Life:
    outside, inside = Pipe()
    life = Rehearsal(0, outside, doom, thread=Thread(target=live, args=(inside,), daemon=True))
    life.thread.start()
    return life
