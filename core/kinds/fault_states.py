"""The states of a fault, and what people call them."""

from __future__ import annotations

from enum import StrEnum, auto

from core.phrases import say


class S(StrEnum):
    NEW = auto()
    OFFERED = auto()
    PROPOSED = auto()  # the technician proposed another time, the customer is to answer
    SCHEDULED = auto()
    ON_THE_WAY = auto()
    ON_SITE = auto()
    NEEDS_HELP = auto()
    NEEDS_PARTS = auto()
    TO_WORKSHOP = auto()  # the goods are on their way there
    IN_WORKSHOP = auto()
    COMES_BACK = auto()  # repaired and tested, the customer does not have it yet
    TO_RESCHEDULE = auto()  # the customer is to choose a new time
    FINISHED = auto()  # the technician is done, the customer is to accept
    SETTLING = auto()  # the customer has accepted, a department is still to answer
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.NEW: say("waiting for a technician"),
    S.OFFERED: say("offered to a technician"),
    S.PROPOSED: say("another time proposed"),
    S.SCHEDULED: say("visit agreed"),
    S.ON_THE_WAY: say("technician on the way"),
    S.ON_SITE: say("technician on site"),
    S.NEEDS_HELP: say("technician asked for help"),
    S.NEEDS_PARTS: say("waiting for parts"),
    S.TO_WORKSHOP: say("to be repaired in the workshop"),
    S.IN_WORKSHOP: say("in the workshop"),
    S.COMES_BACK: say("repaired, to be handed over"),
    S.TO_RESCHEDULE: say("new time to be agreed"),
    S.FINISHED: say("waiting to be accepted"),
    S.SETTLING: say("accepted, a department still has a part in it"),
    S.CLOSED: say("closed"),
    S.CANCELLED: say("cancelled"),
}

OPEN = frozenset(S) - {S.CLOSED, S.CANCELLED}
UNAGREED = frozenset({S.NEW, S.OFFERED, S.PROPOSED})
BEFORE_VISIT = UNAGREED | {S.SCHEDULED, S.ON_THE_WAY, S.TO_RESCHEDULE, S.NEEDS_PARTS}
MOVABLE = UNAGREED | {S.SCHEDULED, S.TO_RESCHEDULE}
DONE = frozenset({S.FINISHED, S.SETTLING})
AWAY = frozenset({S.TO_WORKSHOP, S.IN_WORKSHOP, S.COMES_BACK})
KNOWN = frozenset({S.SCHEDULED, S.ON_THE_WAY, S.ON_SITE, S.NEEDS_HELP, S.NEEDS_PARTS, S.TO_RESCHEDULE})
