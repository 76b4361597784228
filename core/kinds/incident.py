"""One fault that harms several households: followed with all of them, and over when each has accepted (FLT-28).

Its customer is the colleague who coordinates; the reports of the households, the source first, are its `members`.
"""

from __future__ import annotations

from enum import StrEnum, auto

from core.due import Within
from core.kinds.kind import Kind
from core.kinds.shared import notes
from core.phrases import say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Move, Role, Tell

C, D, U, M, K = Role.CUSTOMER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK


class S(StrEnum):
    OPEN = auto()
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.OPEN: say("followed with all households"),
    S.CLOSED: say("accepted by all households"),
    S.CANCELLED: say("not one matter"),
}
OFFICE = frozenset({C, D, U, M})
STANDS = (Tell(C, say("How it stands with “{words}”, which concerns several households: {settled}."), households=True),
          Tell(C, say("{number}: {settled}. Still open: {unsettled}."), buttons=True))  # fmt: skip

# fmt: off
MOVES = (
    Move("tell_households", {S.OPEN}, None, OFFICE, label=say("Write to all households"), form="tell_households",
         effects=(Tell(C, say("About “{words}”, which concerns several households:\n“{note}”"), households=True),)),
    Move("note_agreement", {S.OPEN}, None, OFFICE, label=say("What was agreed"), form="note_agreement",
         effects=(Tell(C, say("About “{words}”, which concerns several households, it was agreed: {agreed}"), households=True),)),
    Move("add_household", {S.OPEN}, None, OFFICE, called=say("Another household")),
    Move("note_end", {S.OPEN}, None, {K}, called=say("A repair is over"), effects=STANDS),
    Move("household_accepts", {S.OPEN}, None, {C, U, M}, label=say("A household accepts"), form="household_accepts", effects=STANDS),
    Move("settle", {S.OPEN}, S.CLOSED, {K}, called=say("All have accepted"),
         effects=(Tell(C, say("All households have accepted: “{words}” is settled. Should anything come of it later, just report it here."), households=True),
                  Tell(C, say("{number} is over: {settled}.")), Tell(U, say("{number} is over: {settled}.")))),
    Move("call_off", {S.OPEN}, S.CANCELLED, {C, U, M}, label=say("Not one matter")),
    notes({S.OPEN}, C),
)

PROMISES = (
    Promise("all_accept", say("all households have accepted"), {S.OPEN}, Within("resolve_complex"),
            steps=(Step(Tell(C, say("{number}: {settled}. Please tell the households how it stands."), buttons=True), Side.AFTER_START,
                        "progress_every", even_late=False, repeats=True),
                   Step(Alert(U, say("{number}: not all households have accepted within {allowed}: {settled}."))))),
)
# fmt: on

INCIDENT = Kind(
    "incident",
    "G",
    say("Several households"),
    NAMES,
    MOVES,
    PROMISES,
    internal=True,
    gathers=False,
    outline=(
        say("What happened: {words}"),
        say("Tickets: {members}"),
        say("Agreed: {agreed}"),
        say("Accepted: {settled}"),
    ),
)
