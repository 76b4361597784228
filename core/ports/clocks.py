"""The running promises of the tickets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from core.tickets import Ref
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """One step of one promise of one ticket: running towards `due_at`, or paused (due_at None)."""

    promise: str
    step: int
    started_at: datetime
    due_at: datetime | None
    generation: int = 0
    fired_at: datetime | None = None
    ended_at: datetime | None = None  # the promise no longer runs
    kept: bool | None = None  # judged when it ended, by the time of the event
    warning: bool = False  # a step ahead of the due moment: being past it breaks nothing


@dataclass(frozen=True, slots=True)
class DueClock:
    id: int
    ticket: Ref
    clock: Clock


class Clocks(Protocol):
    def of(self, ref: Ref) -> tuple[Clock, ...]: ...
    def due(self, ref: Ref, promise: str) -> datetime | None:
        """When this promise of a ticket is due, if it is running."""
        ...

    def start(self, ref: Ref, clocks: Iterable[Clock]) -> None:
        """The clocks of a new ticket, which has had none: they are all running."""
        ...

    def keep(self, ref: Ref, clocks: Iterable[Clock]) -> None:
        """Make the stored clocks of a ticket these; a changed due time is a new generation."""
        ...

    def claim(self, at: datetime, limit: int = 100) -> tuple[DueClock, ...]:
        """Clocks that are due, mark none; within the unit no other replica gets them."""
        ...

    def fired(self, clock: DueClock, at: datetime) -> bool:
        """Mark it. False if it has rung or stopped since it was read, or its moment has moved."""
        ...
