"""A unit of work whose process can be killed after anything it asks of the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.ports import Unit
from tests.crash.fate import Fate
from tests.crash.points import Point

AFTER = {
    ("inbox", "note"): Point.INBOX_FILLED,
    ("inbox", "handled"): Point.MESSAGE_HANDLED,
    ("inbox", "next"): Point.CHAT_OPENED,
    ("chats", "begin"): Point.CHAT_OPENED,
    ("chats", "keep_draft"): Point.DRAFT_KEPT,
    ("tickets", "add"): Point.TICKET_ADDED,
    ("tickets", "save"): Point.TICKET_SAVED,
    ("tickets", "note"): Point.HISTORY_WRITTEN,
    ("clocks", "keep"): Point.CLOCKS_KEPT,
    ("clocks", "fired"): Point.CLOCK_FIRED,
    ("outbox", "put"): Point.ANSWER_QUEUED,
    ("outbox", "wake"): Point.CHAT_WOKEN,
}
AFTER_SOMETHING = {
    ("outbox", "claim"): Point.PARCELS_CLAIMED,
    ("outbox", "record"): Point.ATTEMPT_RECORDED,
    ("outbox", "lapsed"): Point.LAPSED_FOUND,
    ("clocks", "claim"): Point.CLOCK_FOUND,
}


class MortalUnit:
    """Has the ports of a real one."""

    def __init__(self, unit: Unit, fate: Fate) -> None:
        self.unit = unit
        self.fate = fate
        self.passed: set[Point] = set()

    def __getattr__(self, name: str) -> MortalPort:
        return MortalPort(name, getattr(self.unit, name), self.step)

    def step(self, point: Point) -> None:
        self.passed.add(point)
        self.fate.step(point)

    @property
    def afterwards(self) -> Point:
        """Where whoever asked is, once he has the result."""
        if Point.PARCELS_CLAIMED in self.passed:
            return Point.PARCELS_GIVEN
        return Point.CLOCK_CLAIMED if self.passed == {Point.CLOCK_FOUND} else Point.RESULT_GIVEN


class MortalPort:
    def __init__(self, name: str, port: object, step: Callable[[Point], None]) -> None:
        self.name = name
        self.port = port
        self.step = step

    def __getattr__(self, method: str) -> Callable[..., Any]:
        asked: Callable[..., Any] = getattr(self.port, method)

        def ask(*given: object, **named: object) -> object:
            answer = asked(*given, **named)
            self.step(self.after(method, answer))
            return answer

        return ask

    def after(self, method: str, answer: object) -> Point:
        what = (self.name, method)
        return (AFTER_SOMETHING if answer else {}).get(what) or AFTER.get(what, Point.READ)
