"""A unit of work on its way to the database, and the way back of its result."""

from __future__ import annotations

from asyncio import AbstractEventLoop, Future
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeAlias

from core.ports import Unit

Work: TypeAlias = Callable[[Unit], Any]
Callback: TypeAlias = Callable[[], None]
Timed: TypeAlias = Callable[[float], object]  # told how many seconds a unit of work took, with its wait


@dataclass(slots=True)
class Job:
    work: Work
    future: Future[Any]
    result: Any = None
    error: BaseException | None = None
    posted: bool = False

    @property
    def loop(self) -> AbstractEventLoop:
        return self.future.get_loop()


def untimed(_: float) -> None:
    """Where nobody wants to know."""


def hand_out(jobs: Iterable[Job], callbacks: Iterable[Callback]) -> None:
    """Give the results to those who wait for them; each event loop is woken once. From any thread."""
    by_loop: dict[AbstractEventLoop, list[Job]] = {}
    for job in jobs:
        by_loop.setdefault(job.loop, []).append(job)
    for loop, its in by_loop.items():
        with suppress(RuntimeError):  # that loop is closed, and so is whoever waited on it
            loop.call_soon_threadsafe(settle, its, tuple(callbacks))


def settle(jobs: Iterable[Job], callbacks: Iterable[Callback]) -> None:
    posted = False
    for job in jobs:
        posted = posted or (job.posted and job.error is None)
        if job.future.done():  # cancelled: it was done all the same, but nobody waits
            continue
        if job.error is None:
            job.future.set_result(job.result)
        else:
            job.future.set_exception(bearable(job.error))
    if posted:
        for callback in callbacks:
            callback()


def bearable(error: BaseException) -> BaseException:
    """No future may raise StopIteration: to whoever awaits it, it would look like the end."""
    if isinstance(error, StopIteration):
        told = RuntimeError("a unit of work ran out of what it looked for")
        told.__cause__ = error
        return told
    return error
