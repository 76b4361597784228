"""A fault, from the report to the accepted repair (报修登记, FLT, DSP, VIS, ESC, SRV)."""

from __future__ import annotations

from core.kinds.conditions import (
    a_department_is_asked,
    had_no_time,
    has_time,
    has_visit,
    is_the_last_answer,
    is_to_be_passed_on,
    lacks_purchase,
    names_somebody,
    special_day_is_ahead,
    special_day_is_asked,
    to_be_called,
    to_be_judged,
    to_be_passed_on,
    waits_for_parts,
    was_repaired,
    was_repaired_lately,
)
from core.kinds.exchange import EXCHANGING, is_repaired
from core.kinds.factory import IN_WORKSHOP, has_gone
from core.kinds.fault_promises import PROMISES
from core.kinds.fault_states import BEFORE_VISIT, DONE, KNOWN, MOVABLE, NAMES, OPEN, UNAGREED, S
from core.kinds.invasive import INVASIVE, once_accompanied
from core.kinds.kind import Kind, Pledge
from core.kinds.quote import QUOTE_FIRST, answers_to_quotes, once_agreed, quoting
from core.kinds.quote_conditions import agreed_to_pay, costs_nothing, is_for_sales, is_released
from core.kinds.shared import answers_to_more_time, asks_departments, asks_for_more_time
from core.kinds.visit import AT_THE_DOOR, INTERRUPT, RATING, agreeing, at_any_time, closing, going
from core.kinds.visit_promises import PICK_TIME
from core.phrases import say
from core.tickets import Alert, Dispatch, Move, Role, Tell, Ticket

C, T, D, U, M, K = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK
H, L = Role.STORE_KEEPER, Role.SALES_CLERK

OFFER = say("New job {number}. Can you go?")
JOB = say("{number} is yours. Bring:\n{bring}")
FINISHED = (  # the list for leaving ends, in a shop of appliances, with a call to head office (VIS-22)
    Tell(C, say("{technician} has finished {number}: {done}. Is everything in order?"), buttons=True),
    Tell(T, say("Thank you. {number} waits for the customer. Before you leave:\n{leaving}"), buttons=True),
)
TO_GET = (
    Tell(D, say("{number} needs parts: {parts}. {in_store}"), buttons=True),
    Tell(H, say("{number}, {product} needs parts: {parts}. Please get them. {in_store}"), buttons=True, beside=D),
)
ACCEPTED = say("The customer accepted {number}. Well done.")
OVER = Tell(
    C, say("Thank you. {number} is closed. Should the fault come back within {reopen}, tell us here."), buttons=True
)
TO_JUDGE = Tell(
    U,
    say("{number}, {product}, is done: {course}. Please judge the time and the quality of {technician}'s work."),
    buttons=True,
)
COMING = say("{technician} (badge {badge}) will come {visit} about your {product}. Ticket {number}.")

# fmt: off
MOVES = (
    # -- what it costs, where the warranty does not pay (FEE-01, FEE-06, WAR-02)
    *answers_to_quotes(OPEN - DONE, MOVABLE),
    # -- more time, if the customer agrees (X02)
    *answers_to_more_time(OPEN),
    # -- a matter of quality (ESC-06)
    Move("note_series", OPEN, None, {K}, called=say("Several like faults"),
         effects=(Alert(U, say("{product}, {symptom}: {alike} like faults within {period}. Please look into it: {series}")),)),
    # -- rework (FLT-21)
    Move("note_repeat", OPEN | {S.CLOSED}, None, {K}, called=say("The fault was reported again"), counts="rework"),
    # -- who goes (FLT-02, DSP-02..08)
    Move("assign", UNAGREED | {S.SCHEDULED, S.TO_RESCHEDULE, S.NEEDS_HELP, S.ON_THE_WAY}, S.OFFERED, {D, U, M, K},
         label=say("Assign"), form="assign_technician", clears=("called_at",), only_if=names_somebody, otherwise=say("Please name a technician."),
         effects=(Tell(T, OFFER, buttons=True), Tell(T, say("{number} has been given to somebody else."), former=True))),
    Move("accept", {S.OFFERED}, S.SCHEDULED, {T}, label=say("Accept"), only_if=has_visit, shown=has_time, stamps="accepted_offer_at",
         otherwise=say("No time is agreed yet. Please propose one."),
         effects=(Tell(C, COMING, buttons=True), Tell(T, JOB, buttons=True))),
    Move("decline", {S.OFFERED}, S.NEW, {T}, label=say("Cannot"), form="decline_offer", passes=True,
         effects=(Tell(D, say("{who} cannot take {number}: {reason}.")), Dispatch())),
    Move("propose_time", {S.OFFERED}, S.PROPOSED, {T}, label=say("Another time"), form="propose_time", stamps="contacted_at",
         only_if=had_no_time,
         effects=(Tell(C, say("{technician} can come {visit} for {number}. Does that suit you?"), buttons=True),)),
    Move("propose_time", {S.OFFERED}, S.PROPOSED, {T}, stamps="contacted_at",
         effects=(Tell(C, say("Sorry, the time you wished does not work for {number}. {technician} can come {visit}. "
                              "Does that suit you?"), buttons=True),)),
    Move("agree_time", {S.PROPOSED}, S.SCHEDULED, {C}, label=say("That suits me"),
         effects=(Tell(C, COMING, buttons=True), Tell(T, JOB, buttons=True))),
    Move("lapse", {S.OFFERED}, S.NEW, {K}, passes=True, called=say("Offer not answered"),
         effects=(Tell(T, say("{number} was not answered in time and goes to somebody else."), former=True),
                  Tell(U, say("{number}: {former} did not answer the offer. It goes to the next person.")), Dispatch())),
    Move("call", {S.SCHEDULED, S.ON_THE_WAY}, None, {T}, label=say("I have called"), stamps="called_at", clears=("asked_human_at",),
         shown=to_be_called, effects=(Tell(T, say("Noted: you have called the customer of {number}. Bring:\n{bring}"), buttons=True),)),
    # -- when (FLT-20, DSP-08)
    *agreeing(BEFORE_VISIT | {S.TO_WORKSHOP}, BEFORE_VISIT - {S.NEEDS_PARTS}, COMING, say("Cancel the visit")),
    # -- on a day on which the shop makes no visits (FLT-25)
    Move("ask_special", MOVABLE, None, {D, U, M}, label=say("Another day than usual"), form="special_visit",
         effects=(Alert(U, say("{who} asks for a visit on another day than usual for {number}: {special}. {reason}"), while_here=True),)),
    Move("approve_special", MOVABLE, S.NEW, {U, M}, label=say("Agree to that day"), shown=special_day_is_asked, only_if=special_day_is_ahead,
         takes_visit="special_asked", clears=("assignee", "confirmed_at", "passed", "special_asked"), counts="moved",
         effects=(Tell(C, say("{visit} is noted for {number}. We will tell you who comes.")),
                  Tell(T, say("{number} has moved to another time and is no longer yours."), former=True), Dispatch())),
    Move("refuse_special", MOVABLE, None, {U, M}, label=say("Not on that day"), shown=special_day_is_asked, clears=("special_asked",),
         effects=(Tell(D, say("{who} does not agree to another day than usual for {number}.")),)),
    # -- the visit (VIS-01..14, FLT-18, FLT-22, DLV-03)
    *once_agreed(going()),
    *once_accompanied((
    Move("finish", {S.ON_SITE}, S.FINISHED, {T}, label=say("Finished"), form="finish_visit", stamps="finished_at",
         clears=("passed_on_at",), only_if=agreed_to_pay, otherwise=QUOTE_FIRST,
         effects=(Tell(C, say("To be paid for {number}, as agreed: {quote_total}.")), *FINISHED)),
    Move("finish", {S.ON_SITE}, S.FINISHED, {T}, stamps="finished_at", clears=("passed_on_at",), only_if=costs_nothing, otherwise=QUOTE_FIRST,
         effects=FINISHED),
    Move("finish", {S.ON_SITE}, S.FINISHED, {T}, stamps="finished_at", clears=("passed_on_at",), only_if=is_released, otherwise=QUOTE_FIRST,
         effects=(*FINISHED, Tell(U, say("{number}: the cause, {cause}, is not covered by the warranty. Please settle the charge "
                                         "with the customer."), buttons=True))),
    )),
    *INVASIVE,
    Move("carry_on", {S.NEEDS_HELP}, S.ON_SITE, {T, U, M}, label=say("Carry on"),
         effects=(Tell(T, say("Carry on with {number}. {note}"), buttons=True),)),
    Move("need_parts", {S.ON_SITE, S.NEEDS_HELP}, S.NEEDS_PARTS, {T}, label=say("Need parts"), form="need_parts",
         effects=(Tell(C, say("Your {product} needs a part ({parts}). We order it and tell you as soon as it is here. Ticket {number}.")), *TO_GET,
                  Tell(T, say("Noted. {number} waits for {parts}."), buttons=True))),
    Move("need_help", {S.ON_SITE}, S.NEEDS_HELP, {T}, label=say("Need help"), form="need_help",
         effects=(Alert(U, say("{technician} needs help on site with {number}: {reason}"), urgent=True, while_here=True),
                  Tell(T, say("Help is called for {number}. Stay with the customer, please."), buttons=True))),
    Move("need_help", {S.SCHEDULED, S.ON_THE_WAY, S.NEEDS_PARTS}, None, {T}, label=say("Need help"), form="need_help",
         effects=(Alert(U, say("{technician} cannot keep to the plan for {number}: {reason}")),)),
    *quoting(OPEN - DONE, {S.ON_SITE, S.NEEDS_HELP}),
    *IN_WORKSHOP,
    Move("need_parts", {S.SCHEDULED}, S.NEEDS_PARTS, {T}, label=say("Need parts"), form="need_parts", clears=("visit", "confirmed_at"),
         effects=(Tell(C, say("Your {product} needs a part ({parts}) before we come, so the agreed visit is off. We tell you as soon as it is here. Ticket {number}.")),
                  *TO_GET, Tell(T, say("Noted. {number} waits for {parts}."), buttons=True))),
    INTERRUPT,
    *AT_THE_DOOR,
    Move("parts_here", {S.NEEDS_PARTS}, S.TO_RESCHEDULE, {T, H, D, U}, label=say("Parts are here"), shown=is_repaired, clears=("visit", "confirmed_at"),
         effects=(Tell(C, say("The part for your {product} is here. Please choose a time. Ticket {number}."), buttons=True),)),
    *EXCHANGING,
    # -- what the cause asks of others (FLT-10, FLT-12)
    Move("pass_on", DONE | {S.CLOSED}, None, {D, U, M}, label=say("Passed on"), stamps="passed_on_at", shown=to_be_passed_on),
    Move("ask_department", DONE | {S.CLOSED}, None, {D, U, M}, only_if=is_to_be_passed_on, stamps="passed_on_at", counts="tasks"),
    Move("note_answer", {S.SETTLING}, S.CLOSED, {K}, only_if=is_the_last_answer, counts="tasks_done", effects=(OVER, TO_JUDGE)),
    *asks_departments(OPEN | {S.CLOSED}, {D, U, M}),
    # -- one fault, several households (FLT-28)
    Move("group", OPEN, None, {D, U, M}, label=say("Several households"), form="group_tickets", at_will=True,
         effects=(Tell(C, say("The cause of {number} concerns several households. We follow it with all of you together: you hear how it stands, "
                              "and it is over when each household has accepted.")),)),
    # -- acceptance (FLT-13, FLT-17, FLT-18, FLT-23)
    Move("accept_work", {S.FINISHED}, S.SETTLING, {C}, label=say("All in order"), stamps="accepted_at", only_if=a_department_is_asked,
         effects=(Tell(C, say("Thank you. One of our departments still has a part in {number}; we close it as soon as that is settled."), buttons=True),
                  Tell(T, ACCEPTED), Tell(D, say("{number} is accepted, and still waits for the answer of a department."), buttons=True))),
    Move("accept_work", {S.FINISHED}, S.CLOSED, {C}, label=say("All in order"), stamps="accepted_at", effects=(OVER, Tell(T, ACCEPTED), TO_JUDGE)),
    Move("judge", {S.CLOSED}, None, {U, M}, label=say("Judge the repair"), form="judge_repair", stamps="judged_at", shown=to_be_judged),
    Move("reject_work", DONE, S.TO_RESCHEDULE, {C}, label=say("Not in order"), form="not_in_order", counts="rework",
         clears=("visit", "finished_at", "confirmed_at", "accepted_at"),
         effects=(Alert(U, say("{number}: the customer does not accept the work: {reason}")), Tell(C, PICK_TIME, buttons=True),
                  Tell(T, say("The customer does not accept {number}: “{reason}” A new visit is being agreed."), buttons=True))),
    Move("reopen", {S.CLOSED}, S.TO_RESCHEDULE, {C}, label=say("The fault is back"), form="fault_is_back", counts="rework",
         shown=was_repaired, only_if=was_repaired_lately, otherwise=say("{number} was too long ago. Please report it as a new fault."),
         clears=("visit", "finished_at", "confirmed_at", "accepted_at", "rated_at", "rating", "comment", "judged_at"),
         effects=(Alert(U, say("{number}: the fault is back: {reason}")), Tell(C, PICK_TIME, buttons=True),
                  Tell(T, say("The fault of {number} is back: “{reason}” A new visit is being agreed."), buttons=True))),
    Move("helped", {S.NEW}, S.CLOSED, {C}, called=say("Solved by first aid"), stamps="solved_at"),  # the first-aid text was enough (FLT-09)
    closing(OPEN),
    # -- what was bought, where the customer could not say it (DSP-06)
    Move("know_purchase", OPEN - DONE, None, {L, D, U, M}, label=say("Purchase found"), form="know_purchase", shown=lacks_purchase, stamps="found_at",
         effects=(Tell(C, say("We have found your purchase: {bought}. {cost} Ticket {number}.")),
                  Tell(T, say("The purchase of {number} is found: {bought}. {cost}"), buttons=True))),
    # -- at any time
    *at_any_time(OPEN, KNOWN, UNAGREED),
    asks_for_more_time(OPEN),
    Move("note_for_sales", {S.ON_SITE, S.FINISHED}, None, {T}, label=say("Note for sales"), form="note_for_sales",  # VIS-25
         effects=(Tell(L, say("{who} notes for sales, {number}, {product}: {sales_note}"), beside=D),)),
    # -- satisfaction (SRV-02, SRV-05, SRV-09)
    *RATING,
)
# fmt: on


def is_a_matter_of_sales(ticket: Ticket) -> bool:
    return is_for_sales(ticket) or lacks_purchase(ticket)


FAULT = Kind(
    "fault",
    "F",
    say("Fault"),
    NAMES,
    MOVES,
    PROMISES,
    known_to=KNOWN,
    limits={L: is_a_matter_of_sales, H: waits_for_parts, Role.QUALITY: has_gone},
    pledge=Pledge(say("We promise to have it repaired by {due}."), ("resolve_simple", "resolve_complex")),
)
