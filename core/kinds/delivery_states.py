"""The states of a delivery, and what people call them."""

from __future__ import annotations

from enum import StrEnum, auto

from core.phrases import say


class S(StrEnum):
    NEW = auto()
    SCHEDULED = auto()
    BLOCKED = auto()  # goods are missing or damaged before leaving, the crew waits for an instruction
    ON_THE_WAY = auto()
    ON_SITE = auto()
    FLAWED = auto()  # a small flaw, the customer chooses
    FINISHED = auto()  # unpacked and inspected, the customer is to sign
    TO_RESCHEDULE = auto()
    GOING_BACK = auto()  # the goods are with the crew again
    DAMAGED = auto()  # they are back, and somebody has to say what becomes of them
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.NEW: say("waiting for a crew"),
    S.SCHEDULED: say("delivery agreed"),
    S.BLOCKED: say("goods are being seen to"),
    S.ON_THE_WAY: say("crew on the way"),
    S.ON_SITE: say("crew at the door"),
    S.FLAWED: say("waiting for a choice about a flaw"),
    S.FINISHED: say("waiting to be signed for"),
    S.TO_RESCHEDULE: say("new time to be agreed"),
    S.GOING_BACK: say("goods on the way back to the store"),
    S.DAMAGED: say("damage from the way being settled"),
    S.CLOSED: say("closed"),
    S.CANCELLED: say("cancelled"),
}

OPEN = frozenset(S) - {S.CLOSED, S.CANCELLED}
BEFORE_VISIT = frozenset({S.NEW, S.SCHEDULED, S.BLOCKED, S.ON_THE_WAY, S.TO_RESCHEDULE})
KNOWN = OPEN - {S.NEW}
