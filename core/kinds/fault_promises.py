"""What is promised about a fault, by when, and what happens around that moment (FLT, DSP, VIS, ESC, SRV)."""

from __future__ import annotations

from core.due import Within, WithinByPlace, WithinOrVisit
from core.kinds.conditions import (
    has_no_time_or_is_urgent,
    is_complex,
    is_not_urgent,
    is_pleased,
    is_repair,
    is_simple,
    is_urgent,
    lacks_purchase,
    others_answer_for_it,
    technician_calls,
)
from core.kinds.factory import WORKSHOP_PROMISES
from core.kinds.fault_states import AWAY, BEFORE_VISIT, DONE, OPEN, UNAGREED, S
from core.kinds.quote_promises import of_quotes
from core.kinds.visit_promises import NEW_TIME, SURVEY, human, on_the_day
from core.phrases import say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Do, Leaflet, Role, Tell

C, T, D, U, M = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER
BEFORE, AFTER, START = Side.BEFORE_DUE, Side.AFTER_DUE, Side.AFTER_START

ON_TRACK = say("{number} is promised by {due}. On track? If not, tap Need help.")
COMES_SOON = say(
    "{technician} (badge {badge}) comes {visit} to {address} about your {product}. Please confirm. Ticket {number}."
)

# fmt: off
PROMISES = (
    # -- an answer (FLT-03, FLT-10, FLT-11, FLT-14, CHN-08, CHN-09, CHN-14, DSP-02, DSP-04)
    Promise("urgent", say("urgent: somebody takes care"), UNAGREED, Within("urgent_ack"), until="contacted_at", applies=is_urgent,
            steps=(Step(Alert(U, say("URGENT {number}: {product}, {symptom}. {words}\nPlease call {customer}, {phone}."), urgent=True), START),
                   Step(Alert(M, say("URGENT {number} and nobody has taken care within {allowed}."), urgent=True)))),
    Promise("first_contact", say("first human contact"), UNAGREED, Within("first_human_contact"), until="contacted_at",
            applies=is_not_urgent,
            steps=(Step(Alert(U, say("{number}: nobody has contacted the customer within {allowed}: {customer}, {phone}."))),)),
    Promise("purchase", say("the purchase is found"), UNAGREED | {S.SCHEDULED}, Within("purchase_found"), until="found_at", applies=lacks_purchase, reminder=True,
            steps=(Step(Tell(C, say("Our records do not have your {product}. A photo of the receipt or invoice tells us what it costs: "
                                    "please send it here, or have it ready when we come. Ticket {number}."), buttons=True)),)),
    Promise("dispatch", say("a technician is named"), {S.NEW}, Within("dispatch_timeout"), applies=is_repair,
            steps=(Step(Alert(U, say("{number} still has no technician."))),)),
    Promise("offer", say("answer to the offer"), {S.OFFERED}, Within("offer_answer"), restarts_on={"assign"}, reminder=True, steps=(Step(Do("lapse")),)),
    Promise("proposal", say("customer answers the proposed time"), {S.PROPOSED}, Within("customer_silence"),
            reminder=True, steps=(Step(Tell(C, say("Does {visit} suit you for {number}?"), buttons=True), START, "customer_reminder"),
                   Step(Alert(D, say("{number}: the customer does not answer the proposed time. Please call {customer}, {phone}.")))),
            ),
    Promise("plan", say("plan for the repair"), UNAGREED, Within("plan"), applies=is_repair,
            steps=(Step(Alert(D, say("{number} has no agreed visit yet; the plan is due {due}.")), BEFORE, "warn_before", even_late=False),
                   Step(Alert(U, say("{number}: no plan within {allowed}."))))),
    Promise("reply", say("answer at the latest"), UNAGREED, Within("reply_outer_limit"), until="contacted_at",
            steps=(Step(Alert(M, say("{number}: no answer to the customer within {allowed}."))),)),
    human(OPEN),
    *of_quotes(BEFORE_VISIT, OPEN - DONE),
    # -- the repair (FLT-15, FLT-16, FLT-19, ESC-03, ESC-04)
    Promise("resolve_simple", say("repair finished"), OPEN - AWAY - DONE - {S.PROPOSED, S.TO_RESCHEDULE}, WithinOrVisit("resolve_simple", "promised_by"),
            pauses_in={S.PROPOSED, S.TO_RESCHEDULE, S.FINISHED}, applies=is_simple,
            steps=(Step(Tell(T, ON_TRACK, buttons=True), BEFORE, "warn_before", even_late=False),
                   Step(Alert(U, say("{number} is overdue. It was promised by {due}."))),
                   Step(Alert(M, say("{number} is still overdue. It was promised by {due}.")), AFTER, "escalate_after"))),
    Promise("resolve_complex", say("repair finished"), OPEN - AWAY - DONE - {S.PROPOSED, S.TO_RESCHEDULE}, WithinOrVisit("resolve_complex", "promised_by"),
            pauses_in={S.PROPOSED, S.TO_RESCHEDULE, S.FINISHED}, applies=is_complex,
            steps=(Step(Tell(C, say("Your ticket {number}: {state}. It is promised by {due}.")), START, "progress_every", even_late=False, repeats=True),
                   Step(Tell(T, ON_TRACK, buttons=True), BEFORE, "warn_complex_first", even_late=False),
                   Step(Tell(T, ON_TRACK, buttons=True), BEFORE, "warn_complex_last", even_late=False),
                   Step(Tell(U, say("{number} is promised by {due} and not finished: {state}."), buttons=True), BEFORE, "warn_complex_last", even_late=False),
                   Step(Alert(U, say("{number} is overdue. It was promised by {due}."))),
                   Step(Alert(M, say("{number} is still overdue. It was promised by {due}.")), AFTER, "escalate_after"))),
    *WORKSHOP_PROMISES,
    # -- the visit (FLT-05, DLV-05, VIS-05, FLT-20, DSP-01, DLV-07)
    Promise("technician_call", say("call by the technician"), {S.SCHEDULED}, Within("technician_contact"), until="called_at",
            applies=technician_calls,
            steps=(Step(Tell(C, say("{technician} will call you by {due} about {number}."), pressing=True), START),
                   Step(Tell(T, say("Please call {customer}, {phone}, about {number} by {due}, then tap I have called.")), START),
                   Step(Tell(T, say("Please call {customer}, {phone}, about {number} now: it is promised by {due}."), buttons=True), BEFORE,
                        "technician_reminder", even_late=False),
                   Step(Alert(U, say("{technician} has not called {customer}, {phone}, within {allowed}. Ticket {number}."))))),
    *on_the_day(COMES_SOON),
    Promise("arrival_limit", say("arrival after the call"), UNAGREED | {S.SCHEDULED, S.ON_THE_WAY},
            WithinByPlace("arrival_city", "arrival_suburb"), applies=has_no_time_or_is_urgent,
            steps=(Step(Alert(U, say("{number}: nobody has arrived within the time for {area}."))),)),
    # -- help, parts and the customer's answers (ESC-02, DSP-07, FLT-17, SRV-01, SRV-05)
    Promise("help", say("help on site"), {S.NEEDS_HELP}, Within("help_answer"),
            steps=(Step(Alert(M, say("{technician} still waits for help on site, {number}: {reason}"), urgent=True)),)),
    Promise("parts", say("parts arrive"), {S.NEEDS_PARTS}, Within("parts_check"),
            steps=(Step(Alert(D, say("{number} still waits for parts: {parts}"))),)),
    NEW_TIME,
    Promise("routing", say("the department is told"), DONE | {S.CLOSED}, Within("routing"), until="passed_on_at", applies=others_answer_for_it,
            steps=(Step(Tell(U, say("{number}, {product}: the cause is {cause}, for which {department} answers. Please tell them, then tap Passed on."),
                             buttons=True), START),
                   Step(Alert(U, say("{number}: {department} has not been told of the cause, {cause}, within {allowed}."))))),
    Promise("acceptance", say("customer accepts the work"), {S.FINISHED}, Within("acceptance_limit"),
            reminder=True, steps=(Step(Tell(C, say("Is everything in order with {number}, {product}?"), buttons=True), START, "acceptance_reminder"),
                   Step(Alert(U, say("{number}: the customer has not answered. Please ask {customer}, {phone}, then close with a reason."))))),
    Promise("departments", say("the departments have answered"), {S.SETTLING}, Within("task_answer"),
            steps=(Step(Alert(D, say("{number} is accepted, and still waits for the answer of a department."))),)),
    SURVEY,
    # -- what else the shop has (VIS-24)
    Promise("leaflet", say("a leaflet"), {S.CLOSED}, Within("leaflet"), applies=is_pleased, reminder=True, steps=(Step(Leaflet()),)),
)
# fmt: on
