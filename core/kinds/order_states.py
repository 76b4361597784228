"""The states of a sales contract on its way to the customer, and what people call them."""

from __future__ import annotations

from enum import StrEnum, auto

from core.phrases import say


class S(StrEnum):
    NEW = auto()  # the store is to say what it has
    UNCLEAR = auto()  # something is missing in the contract, its clerk completes it
    TO_ORDER = auto()  # something is to be ordered from the factory
    WAITING = auto()  # for the factory
    READY = auto()  # everything is together, a date is to be agreed
    AGREED = auto()  # the delivery, and whatever follows it, are tickets of their own
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.NEW: say("being looked up in the store"),
    S.UNCLEAR: say("contract being completed"),
    S.TO_ORDER: say("being ordered from the factory"),
    S.WAITING: say("waiting for goods from the factory"),
    S.READY: say("everything together, delivery to be agreed"),
    S.AGREED: say("being delivered"),
    S.CLOSED: say("closed"),
    S.CANCELLED: say("cancelled"),
}

OPEN = frozenset(S) - {S.CLOSED, S.CANCELLED}
IN_STORE = OPEN - {S.AGREED}  # nothing has been agreed with the customer yet
