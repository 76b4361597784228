"""A callback: the survey was not answered, or not good, so somebody asks the customer (SRV-01, SRV-02)."""

from __future__ import annotations

from enum import StrEnum, auto

from core.due import Within
from core.kinds.conditions import not_pleased, not_reached
from core.kinds.kind import Kind
from core.kinds.shared import notes
from core.phrases import say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Move, Role, Tell

D, U, M, K = Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK


class S(StrEnum):
    DUE = auto()
    CLOSED = auto()


NAMES = {S.DUE: say("callback due"), S.CLOSED: say("closed")}

# fmt: off
MOVES = (
    Move("report_callback", {S.DUE}, None, {D, U, M}, label=say("Called"), form="report_callback",
         only_if=not_reached, counts="tries"),
    Move("report_callback", {S.DUE}, S.CLOSED, {D, U, M}, only_if=not_pleased,
         effects=(Alert(U, say("{customer}, {phone}, is not satisfied with {parent}. {comment}")),)),
    Move("report_callback", {S.DUE}, S.CLOSED, {D, U, M}),
    notes({S.DUE}),
    Move("take_over", {S.DUE}, None, {D, U, M}, label=say("Take over")),
    Move("close", {S.DUE}, S.CLOSED, {U, M}, label=say("Close"), form="close_ticket"),
    Move("drop", {S.DUE}, S.CLOSED, {K}, called=say("Not needed any more")),  # the customer asked to be forgotten
)
# fmt: on

PROMISES = (
    Promise(
        "callback",
        say("callback to the customer"),
        {S.DUE},
        Within("callback"),
        steps=(
            Step(
                Tell(D, say("Please call {customer}, {phone}, about {parent}. {why} Due {due}."), buttons=True),
                Side.AFTER_START,
            ),
            Step(Alert(U, say("{number}: nobody has called {customer} back within {allowed}."))),
        ),
    ),
)

CALLBACK = Kind("callback", "C", say("Callback"), NAMES, MOVES, PROMISES, internal=True)
