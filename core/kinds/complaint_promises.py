"""What is promised about a complaint, by when, and what happens around that moment (CMP)."""

from __future__ import annotations

from core.due import Within
from core.kinds.complaint_conditions import (
    is_about_quality,
    is_major,
    is_ordinary_and_for_after_sales,
    is_ordinary_and_for_quality,
)
from core.kinds.complaint_letters import letter_answered
from core.kinds.complaint_states import OPEN, UNANSWERED, S
from core.kinds.visit_promises import human
from core.phrases import say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Role, Tell

C, T, Q, U, M = Role.CUSTOMER, Role.TECHNICIAN, Role.QUALITY, Role.SUPERVISOR, Role.MANAGER
BEFORE, AFTER, START = Side.BEFORE_DUE, Side.AFTER_DUE, Side.AFTER_START

LODGED = say("Complaint {number} of {customer}, {phone}. {product}: {words}\nWish: {wish}\nPlease route it.")
KNOWN = say(
    "Complaint {number} of {customer}, {phone}, is about quality, and quality looks into it. {words}\nWish: {wish}"
)
MAJOR = say("MAJOR complaint {number} of {customer}, {phone}: {major}. {words}\nDo this at once:\n{emergency_plan}")
SILENT = say("{number}: the customer has not said whether our answer is enough. Please ask {customer}, {phone}.")

# fmt: off
PROMISES = (
    # -- at once, and to the right place (CMP-01, CMP-06, CMP-07)
    Promise("heard", say("after-sales hears at once"), {S.NEW}, Within("complaint_routing"), applies=is_ordinary_and_for_after_sales, reminder=True,
            steps=(Step(Alert(U, LODGED), START),)),
    Promise("quality_heard", say("quality hears at once"), {S.NEW}, Within("complaint_routing"), applies=is_ordinary_and_for_quality, reminder=True,
            steps=(Step(Alert(Q, LODGED), START), Step(Tell(U, KNOWN, buttons=True, beside=Q), START))),
    Promise("emergency", say("first feedback on a major complaint"), {S.NEW, S.RAISED, S.ROUTED, S.FINDINGS}, Within("complaint_feedback"),
            until="contacted_at", applies=is_major, restarts_on={"make_major"},
            steps=(Step(Alert(U, MAJOR, urgent=True), START), Step(Alert(M, MAJOR, urgent=True), START),
                   Step(Alert(U, say("{number} is major: the customer must hear by {due} how it is handled.")), BEFORE, "complaint_warn", even_late=False),
                   Step(Alert(M, say("{number} is major and the customer has heard nothing within {allowed}."), urgent=True)))),
    Promise("routing", say("the right department has it"), {S.NEW, S.RAISED}, Within("complaint_routing"),
            steps=(Step(Alert(M, say("{number}: nobody has been named within {allowed} to look into it."))),)),
    # -- a plan and a result (CMP-08, CMP-11, CMP-20)
    Promise("complaint_plan", say("looked into, with a plan"), {S.ROUTED, S.FINDINGS}, Within("complaint_plan"), restarts_on={"route"},
            steps=(Step(Alert(U, say("{number}: {technician} has no plan within {allowed}."))),
                   Step(Tell(T, say("{number}: your plan was due {due}. Please write it now."), buttons=True)),
                   Step(Alert(M, say("{number} still has no plan. It was due {due}.")), AFTER, "escalate_after"))),
    # -- who is liable (CMP-17, CMP-18)
    Promise("liability", say("it is decided who is liable"), {S.ROUTED}, Within("complaint_plan"), until="liable_at", restarts_on={"route"},
            applies=is_about_quality,
            steps=(Step(Tell(Q, say("{number}: please look into it and decide by {due} who is liable: customer, company or supplier."), buttons=True), START),
                   Step(Alert(Q, say("{number}: it is not decided within {allowed} who is liable."))))),
    Promise("findings", say("findings approved or sent back"), {S.FINDINGS}, Within("complaint_approval"),
            steps=(Step(Alert(M, say("{number}: the findings still wait for approval."))),)),
    Promise("result", say("our answer to the complaint"), UNANSWERED, Within("complaint_result", "promised_by"),
            steps=(Step(Tell(T, say("{number}: the customer is to have the result by {due}. Please give it now."), buttons=True), BEFORE, "complaint_warn", even_late=False),
                   Step(Alert(U, say("{number}: the customer is to have the result by {due}. If that cannot be kept, ask for more time now.")),
                        BEFORE, "complaint_warn", even_late=False),
                   Step(Alert(U, say("{number} is overdue: the customer was to have the result by {due}."))),
                   Step(Tell(C, say("We are sorry: you were to have our answer to {number} by {due}. The supervisor has been told and looks after it."))),
                   Step(Alert(M, say("{number} is still without a result. It was due {due}.")), AFTER, "escalate_after"))),
    Promise("approval", say("compensation approved or sent back"), {S.TO_APPROVE}, Within("complaint_approval"),
            steps=(Step(Alert(M, say("{number}: the compensation of {compensation} still waits for approval."))),)),
    # -- is it enough? (CMP-03, CMP-12)
    Promise("opinion", say("the customer says whether it is enough"), {S.ANSWERED}, Within("customer_silence"), reminder=True,
            steps=(Step(Tell(C, say("Is our answer to {number} enough for you?"), buttons=True), START, "customer_reminder"),
                   Step(Alert(U, SILENT)))),
    letter_answered(OPEN),
    human(OPEN),
)
# fmt: on
