"""A unit of work on its way to the database, and the way back of its result."""

from __future__ import annotations

from asyncio import AbstractEventLoop, Future
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import field
from typing import Any, TypeAlias

from core.ports import Unit
from core.storage.missed import Missed
from core.values import dataclass

Work: TypeAlias = Callable[[Unit], Any]
Callback: TypeAlias = Callable[[], None]
MissedCallback: TypeAlias = Callable[[Missed], None]
Timed: TypeAlias = Callable[[float], object]  # told how many seconds a unit of work took, with its wait


@dataclass(slots=True)
class Job:
    work: Work
    future: Future[Any]
    result: Any = None
    error: BaseException | None = None
    posted: bool = False
    missed: tuple[Missed, ...] = ()

    @property
    def loop(self) -> AbstractEventLoop:
        return self.future.get_loop()


@dataclass(slots=True)
class Callbacks:
    """Who is called back on the event loop after a commit that leaves something to deliver, or to wait."""

    posted: list[Callback] = field(default_factory=list[Callback])
    missed: list[MissedCallback] = field(default_factory=list[MissedCallback])


NOBODY = Callbacks()


def untimed(_: float) -> None:
    """Where nobody wants to know."""


def hand_out(jobs: Iterable[Job], callbacks: Callbacks) -> None:
    """Give the results to those who wait for them; each event loop is woken once. From any thread."""
    by_loop: dict[AbstractEventLoop, list[Job]] = {}
    for job in jobs:
        by_loop.setdefault(job.loop, []).append(job)
    for loop, its in by_loop.items():
        with suppress(RuntimeError):  # that loop is closed, and so is whoever waited on it
            loop.call_soon_threadsafe(settle, its, callbacks)


def settle(jobs: Sequence[Job], callbacks: Callbacks) -> None:
    for job in jobs:
        if job.future.done():  # cancelled: it was done all the same, but nobody waits
            continue
        if job.error is None:
            job.future.set_result(job.result)
        else:
            job.future.set_exception(bearable(job.error))
    call_back([job for job in jobs if job.error is None], callbacks)


def call_back(done: Sequence[Job], callbacks: Callbacks) -> None:
    if any(job.posted for job in done):
        for callback in callbacks.posted:
            callback()
    for missed in (each for job in done for each in job.missed):
        for hear in callbacks.missed:
            hear(missed)


def bearable(error: BaseException) -> BaseException:
    """No future may raise StopIteration: to whoever awaits it, it would look like the end."""
    if isinstance(error, StopIteration):
        told = RuntimeError("a unit of work ran out of what it looked for")
        told.__cause__ = error
        return told
    return error
