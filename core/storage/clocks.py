"""The clocks of promises in the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import func, select, update

from core.ports import Clock, DueClock
from core.storage.connection import Connection
from core.storage.statements import NewRows, Row, Statement, given, keep
from core.storage.tables import RUNNING, clocks
from core.tickets import Ref

Key: TypeAlias = tuple[str, int, datetime]

C = clocks.c
CLOCK = tuple(column for column in C if column.name not in {"id", "ticket"})
OF = Statement(select(C.id, *CLOCK).where(C.ticket == given("ref")).order_by(C.id))
DUE_OF = Statement(
    select(func.min(C.due_at, type_=C.due_at.type)).where(
        C.ticket == given("ref"), C.promise == given("promise"), RUNNING, ~C.warning
    )
)
ADD = Statement(keep(clocks))
START = NewRows(clocks, "fired_at", "ended_at", "kept")
CHANGE = Statement(
    update(clocks)
    .where(C.id == given("number"))
    .values({c.name: given(c.name) for c in (C.due_at, C.generation, C.fired_at, C.ended_at, C.kept, C.warning)})
)
DUE = Statement(
    select(C.id, C.ticket, *CLOCK)
    .where(C.fired_at.is_(None), RUNNING, C.due_at <= given("at"))
    .order_by(C.due_at, C.id)
    .limit(given("limit"))
    .with_for_update(skip_locked=True)
)
FIRED = Statement(
    update(clocks)
    .where(C.id == given("number"), C.generation == given("read_generation"), C.fired_at.is_(None), RUNNING)
    .values(fired_at=given("at"))
)


class ClockRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def of(self, ref: Ref) -> tuple[Clock, ...]:
        return tuple(clock_of(row[1:]) for row in self.connection.all(OF, ref=ref))

    def due(self, ref: Ref, promise: str) -> datetime | None:
        row = self.connection.one(DUE_OF, ref=ref, promise=promise)
        return row[0] if row else None

    def start(self, ref: Ref, clocks: Iterable[Clock]) -> None:
        rows = [(ref, c.promise, c.step, c.started_at, c.due_at, c.generation, c.warning) for c in clocks]
        if rows:
            self.connection.add(START, rows)

    def keep(self, ref: Ref, clocks: Iterable[Clock]) -> None:
        rows = self.connection.all(OF, ref=ref)
        stored = {key_of(clock): (row[0], clock) for row in rows for clock in [clock_of(row[1:])]}
        new: list[Clock] = []
        for clock in clocks:
            number, before = stored.pop(key_of(clock), (0, None))
            if before is None:
                new.append(clock)
            elif (now := carried_over(before, clock)) != before:
                self.change(number, now)
        if new:
            self.connection.each(ADD, ({"ticket": ref, **columns(clock)} for clock in new))
        for number, left in stored.values():
            if left.ended_at is None:
                self.change(number, stopped(left))

    def change(self, number: int, clock: Clock) -> None:
        values = columns(clock)
        for fixed in ("promise", "step", "started_at"):
            del values[fixed]
        self.connection.change(CHANGE, number=number, **values)

    def claim(self, at: datetime, limit: int = 100) -> tuple[DueClock, ...]:
        rows = self.connection.all(DUE, at=at, limit=limit)
        return tuple(DueClock(row[0], Ref(row[1]), clock_of(row[2:])) for row in rows)

    def fired(self, clock: DueClock, at: datetime) -> bool:
        return bool(self.connection.change(FIRED, number=clock.id, read_generation=clock.clock.generation, at=at))


def clock_of(row: Row) -> Clock:
    return Clock(*row)


def key_of(clock: Clock) -> Key:
    return clock.promise, clock.step, clock.started_at


def carried_over(before: Clock, now: Clock) -> Clock:
    """What has rung stays rung, unless its moment moved: then it may ring again, as a new generation."""
    moved = before.due_at != now.due_at
    return Clock(
        *key_of(before),
        due_at=now.due_at,
        generation=max(now.generation, before.generation + 1) if moved else before.generation,
        fired_at=now.fired_at if moved else before.fired_at,
        ended_at=now.ended_at,
        kept=now.kept,
        warning=now.warning,
    )


def stopped(clock: Clock) -> Clock:
    """Nobody mentions it any more: it ends unjudged, at the moment it was for."""
    return Clock(
        *key_of(clock),
        due_at=clock.due_at,
        generation=clock.generation,
        fired_at=clock.fired_at,
        ended_at=clock.due_at or clock.started_at,
        warning=clock.warning,
    )


def columns(clock: Clock) -> dict[str, object]:
    return {
        "promise": clock.promise,
        "step": clock.step,
        "started_at": clock.started_at,
        "due_at": clock.due_at,
        "generation": clock.generation,
        "warning": clock.warning,
        "fired_at": clock.fired_at,
        "ended_at": clock.ended_at,
        "kept": clock.kept,
    }
