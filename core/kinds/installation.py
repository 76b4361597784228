"""An installation, by own fitters or a partner firm, from the order to the accepted work (安装派工单, 安装验收单; INS)."""

from __future__ import annotations

from enum import StrEnum, auto

from core.due import Within
from core.kinds.conditions import has_time, has_visit
from core.kinds.goods_conditions import crew_and_time, was_stopped
from core.kinds.kind import Kind
from core.kinds.visit import AT_THE_DOOR, INTERRUPT, RATING, agreeing, at_any_time, closing, going
from core.kinds.visit_promises import NEW_TIME, PICK_TIME, SURVEY, human, on_the_day
from core.phrases import say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Dated, Dispatch, Move, Role, Tell

L, Q = Role.SALES_CLERK, Role.QUALITY
C, T, D, U, M, K = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK


class S(StrEnum):
    NEW = auto()
    OFFERED = auto()
    SCHEDULED = auto()
    ON_THE_WAY = auto()
    ON_SITE = auto()
    PAUSED = auto()  # a serious defect: nothing is done until somebody has said what
    TO_RESCHEDULE = auto()
    FINISHED = auto()
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.NEW: say("waiting for fitters"),
    S.OFFERED: say("offered to fitters"),
    S.SCHEDULED: say("installation agreed"),
    S.ON_THE_WAY: say("fitters on the way"),
    S.ON_SITE: say("fitters at work"),
    S.PAUSED: say("stopped because of a defect"),
    S.TO_RESCHEDULE: say("new time to be agreed"),
    S.FINISHED: say("waiting to be accepted"),
    S.CLOSED: say("closed"),
    S.CANCELLED: say("cancelled"),
}
OPEN = frozenset(S) - {S.CLOSED, S.CANCELLED}
BEFORE_VISIT = frozenset({S.NEW, S.OFFERED, S.SCHEDULED, S.ON_THE_WAY, S.TO_RESCHEDULE})
KNOWN = OPEN - {S.NEW, S.OFFERED}  # a partner firm sees phone and address once it has taken the order

COMING = say("{technician} (badge {badge}) will install your {product} {visit}. Phone: {crew_phone}. Ticket {number}.")
ASKED = say("{number}, {product}, is stopped: {what_is_wrong}. {reason}\nWhat shall the fitters do?")
SOON = say("{technician} (badge {badge}) come {visit} to {address} to install your {product}. Please confirm. Ticket {number}.")  # fmt: skip

# fmt: off
MOVES = (
    # -- who goes (INS-02, INS-03)
    Move("assign", {S.NEW, S.OFFERED, S.SCHEDULED, S.ON_THE_WAY}, S.OFFERED, {D, U, M, K}, label=say("Assign"), form="assign_technician",
         only_if=crew_and_time, otherwise=say("Please agree a time first, then name the crew."), clears=("confirmed_at", "expected_at", "set_off_at", "eta"),
         effects=(Tell(T, say("Installation order {number}. Can you do it?"), buttons=True),
                  Tell(T, say("{number} has been given to somebody else."), former=True))),
    Move("accept", {S.OFFERED}, S.SCHEDULED, {T}, label=say("Accept"), only_if=has_visit, shown=has_time, stamps="accepted_offer_at",
         effects=(Tell(C, COMING, buttons=True), Tell(T, say("{number} is yours. Bring:\n{kit}"), buttons=True))),
    Move("decline", {S.OFFERED}, S.NEW, {T}, label=say("Cannot"), form="decline_offer", passes=True,
         effects=(Tell(D, say("{who} cannot take {number}: {reason}."), buttons=True), Dispatch())),
    *agreeing(BEFORE_VISIT, BEFORE_VISIT, COMING, say("Cancel the installation")),
    *going(),
    # -- the work (INS-05, INS-06, INS-07, INS-11, INS-15, INS-16)
    Move("finish_fitting", {S.ON_SITE}, S.FINISHED, {T}, label=say("Finished"), form="finish_fitting", stamps="finished_at",
         effects=(Tell(C, say("{technician} has installed your {product}. Is everything in order? Ticket {number}."), buttons=True),
                  Tell(T, say("Thank you. {number} waits for the customer. Before you leave:\n{leaving}"), buttons=True))),
    Move("serious_defect", {S.ON_SITE}, S.PAUSED, {T}, label=say("Serious defect"), form="serious_defect",
         effects=(Alert(U, say("{number} is stopped: {what_is_wrong}. {reason}\nSales and quality must say what to do."), urgent=True, while_here=True),
                  Tell(D, say("{number} is stopped: {what_is_wrong}. {reason}")),
                  Tell(Q, ASKED, buttons=True, beside=U), Tell(L, ASKED, buttons=True, beside=U),
                  Tell(C, say("We have found a defect and do not go on before we know what is best for you: {what_is_wrong}. Ticket {number}.")),
                  Tell(T, say("Stopped. Please wait for the instruction for {number}.")))),
    Move("instruct", {S.PAUSED}, S.ON_SITE, {L, Q, D, U, M}, label=say("Instruct the crew"), form="instruct_crew",
         effects=(Tell(T, say("Instruction for {number}: {note}"), buttons=True),)),
    *AT_THE_DOOR,
    INTERRUPT,
    Move("need_help", {S.SCHEDULED, S.ON_THE_WAY, S.ON_SITE}, None, {T}, label=say("Need help"), form="need_help",
         effects=(Alert(U, say("{technician} cannot keep to the plan for {number}: {reason}"), urgent=True),)),
    # -- acceptance (INS-04)
    Move("accept_work", {S.FINISHED}, S.CLOSED, {C}, label=say("All in order"), stamps="accepted_at",
         effects=(Dated("started_on"), Tell(C, say("Thank you. {number} is closed.")), Tell(T, say("The customer accepted {number}. Well done.")))),
    Move("reject_work", {S.FINISHED}, S.TO_RESCHEDULE, {C}, label=say("Not in order"), form="not_in_order", counts="rework",
         clears=("visit", "finished_at", "confirmed_at"),
         effects=(Alert(U, say("{number}: the customer does not accept the work: {reason}")), Tell(C, PICK_TIME, buttons=True),
                  Tell(T, say("The customer does not accept {number}: “{reason}” A new visit is being agreed.")))),
    closing(OPEN),
    *at_any_time(OPEN, KNOWN, {S.NEW, S.OFFERED}),
    *RATING,
)

PROMISES = (
    Promise("fitters_named", say("fitters are named"), {S.NEW}, Within("customer_silence"),
            reminder=True, steps=(Step(Tell(C, say("When may our fitters come for your {product}? Ticket {number}."), buttons=True), Side.AFTER_START, "customer_reminder"),
                                  Step(Alert(D, say("{number} has no fitters yet: {product}, {visit}. Please call {customer}, {phone}."))))),
    Promise("installer_ack", say("fitters answer the order"), {S.OFFERED}, Within("installer_ack"), restarts_on={"assign"},
            steps=(Step(Alert(D, say("{number}: {technician} has not answered the order within {allowed}."))),)),
    *on_the_day(SOON),
    Promise("fitting", say("installation carried out"), {S.ON_SITE}, Within("fitting"),
            steps=(Step(Alert(D, say("{number}: the fitters have been there for {allowed}."))),)),
    Promise("instruction", say("instruction for the crew"), {S.PAUSED}, Within("instruction"),
            steps=(Step(Alert(M, say("{number}: the fitters still wait for an instruction. {reason}"), urgent=True)),)),
    Promise("acceptance", say("customer accepts the work"), {S.FINISHED}, Within("acceptance_limit"),
            reminder=True, steps=(Step(Tell(C, say("Is everything in order with {number}, {product}?"), buttons=True), Side.AFTER_START, "acceptance_reminder"),
                                  Step(Alert(U, say("{number}: the customer has not answered. Please ask {customer}, {phone}, then close with a reason."))))),
    NEW_TIME,
    human(OPEN),
    SURVEY,
)
# fmt: on

INSTALLATION = Kind("installation", "I", say("Installation"), NAMES, MOVES, PROMISES, by_crew=True, known_to=KNOWN,
                    limits={L: was_stopped, Q: was_stopped})  # fmt: skip
