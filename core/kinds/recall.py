"""One owner is told of what is known to be wrong, in chat or by phone, and says when it may be mended (FLT-31).

Its customer is the owner. With the date that he chooses it is over, and the repair is a ticket of its own.
"""

from __future__ import annotations

from enum import StrEnum, auto

from core.due import Within
from core.kinds.kind import Kind
from core.kinds.shared import asks_for_a_person, notes, writes
from core.kinds.visit_promises import human
from core.phrases import Phrase, say
from core.promises import Promise, Side, Step
from core.tickets import Do, Move, Role, Tell

C, D, U, M, K = Role.CUSTOMER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK


class S(StrEnum):
    TOLD = auto()
    TO_PHONE = auto()  # not in chat, or silent there: the office phones
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.TOLD: say("waiting for the owner"),
    S.TO_PHONE: say("to be phoned"),
    S.CLOSED: say("settled with the owner"),
    S.CANCELLED: say("withdrawn"),
}
OPEN = frozenset({S.TOLD, S.TO_PHONE})
OFFICE = frozenset({D, U, M})

TOLD = say(
    "We have found that something is wrong with your {product}: {words}\n"
    "We mend it free of charge, before it does any harm. On which day may we come?"
)
FINE = (Tell(C, say("Good. Should you notice something after all, just report it here.")),)

# fmt: off
MOVES = (
    Move("agree_repair", OPEN, S.CLOSED, {C, *OFFICE}, label=say("Choose a time"), form="agree_repair"),
    Move("no_need", OPEN, S.CLOSED, {C, *OFFICE}, label=say("No need"), stamps="declined_at", effects=FINE),
    Move("cannot_reach", {S.TOLD}, S.TO_PHONE, {K}, called=say("Not reached in chat")),
    Move("not_on_phone", {S.TO_PHONE}, None, OFFICE, label=say("Not on the phone"), counts="tries"),
    Move("close", OPEN, S.CANCELLED, {U, M}, label=say("Close"), form="close_ticket",
         effects=(Tell(C, say("{number} was closed by {who}: {reason}")),)),
    *asks_for_a_person(OPEN),
    *writes(OPEN),
    notes(OPEN),
)

PROMISES = (
    Promise("owner_answers", say("the owner answers"), {S.TOLD}, Within("customer_silence"), reminder=True,
            steps=(Step(Tell(C, TOLD, buttons=True), Side.AFTER_START, "customer_reminder"),
                   Step(Do("cannot_reach")))),
    Promise("owner_phoned", say("the owner is phoned"), {S.TO_PHONE}, Within("callback"),
            steps=(Step(Tell(U, say("{number}: nobody has phoned {customer}, {phone}, within {allowed}. {product}: {words}"), buttons=True)),)),
    human(OPEN),
)
# fmt: on

RECALL = Kind(
    "recall",
    "N",
    say("Notice to owners"),
    NAMES,
    MOVES,
    PROMISES,
    gathers=False,
    outline=(
        say("{customer}, {phone}"),
        Phrase("{address}"),
        say("{product}: {words}"),
    ),
)
