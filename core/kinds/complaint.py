"""A complaint, from the first angry word until it is settled (客户投诉管理, CMP-23)."""

from __future__ import annotations

from core.kinds.complaint_conditions import (
    after_sales_names_somebody,
    all_have_answered,
    customer_caused_it,
    goes_to,
    is_about_quality,
    is_for_after_sales,
    is_major,
    is_ordinary,
    is_outside,
    judged_by_another,
    liability_is_known,
    manager_knows_not,
    may_be_planned,
    names_somebody_unbiased,
    once_all_have_answered,
    somebody_is_liable,
    waits_for_approval,
    was_outside,
    within_limit_of,
    within_own_limit,
)
from core.kinds.complaint_letters import exchanges_letters
from core.kinds.complaint_promises import PROMISES
from core.kinds.complaint_states import IN_WORK, NAMES, OPEN, UNANSWERED, S
from core.kinds.kind import Kind, Pledge
from core.kinds.shared import (
    adds_words,
    answers_to_more_time,
    asks_departments,
    asks_for_a_person,
    asks_for_more_time,
    hurries,
    notes,
    writes,
)
from core.phrases import say
from core.tickets import Alert, Move, Role, TakeOver, Tell

C, T, D, Q, U, M = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.QUALITY, Role.SUPERVISOR, Role.MANAGER
PRODUCTION = Role.PRODUCTION

RESULT = say("Our answer to your complaint {number}:\n{result}\n{goodwill}\nAre you satisfied with it?")
RAISED = say("{number}: the customer is not satisfied: {reason}\nIt is now with {level}.")
HIGHER = say(
    "We are sorry that this is not enough. {number} is now with {level}, with all that was said, and you hear from us by {answer_by}."
)
OUTSIDE = say(
    "We are sorry that we could not settle {number}. You may turn to {level}. The general manager keeps it open until it is settled."
)
NO_LIMIT = say("Nobody here may promise more than {limit}. Please put it before the management on paper.")
ROUTED = (
    Tell(T, say("{number} is yours to look into, for {units}. The plan is due {plan_due}, the result {answer_by}."), buttons=True),
    Tell(T, say("{number} has been given to somebody else."), former=True),
    Tell(C, say("{technician} ({units}) looks into your complaint {number}. You hear by {plan_due} what we will do.")),
)  # fmt: skip
UNBIASED = say("Please name somebody whom {number} is not about; at this level the manager does.")
ANSWERED = (Tell(C, RESULT, buttons=True),)
FRESH = (
    "promised_by",
    "extension_asked",
    "assignee",
    "contacted_at",
    "compensation",
    "liable",
    "liable_at",
    "plan",
    "result",
)  # for the next level

# fmt: off
MOVES = (
    *answers_to_more_time(UNANSWERED),
    # -- is it enough? (CMP-03, CMP-12)
    Move("satisfied", {S.ANSWERED}, S.CLOSED, {C}, label=say("Satisfied"), stamps="settled_at",
         effects=(Tell(C, say("Thank you. We are glad that {number} is settled.")), Tell(U, say("{number} is settled: the customer is satisfied.")),
                  Tell(T, say("{number} is settled: the customer is satisfied.")))),
    Move("not_satisfied", {S.ANSWERED}, S.RAISED, {C}, label=say("Not satisfied"), form="not_satisfied", counts="level", clears=FRESH,
         only_if=goes_to(U), effects=(Alert(U, RAISED), Tell(C, HIGHER))),
    Move("not_satisfied", {S.ANSWERED}, S.RAISED, {C}, counts="level", clears=FRESH, only_if=goes_to(M), effects=(Alert(M, RAISED), Tell(C, HIGHER))),
    Move("not_satisfied", {S.ANSWERED}, S.RAISED, {C}, counts="level", clears=FRESH, stamps="outside_at",
         effects=(Alert(M, RAISED), Tell(C, OUTSIDE))),
    # -- who looks into it (CMP-06, CMP-15)
    Move("route", IN_WORK, S.ROUTED, {Q, U, M}, label=say("Route"), form="route_complaint", only_if=names_somebody_unbiased, otherwise=UNBIASED,
         effects=ROUTED),
    Move("route", IN_WORK, S.ROUTED, {D}, label=say("Route"), form="route_complaint", shown=is_for_after_sales, only_if=after_sales_names_somebody,
         otherwise=UNBIASED, effects=ROUTED),
    Move("make_major", UNANSWERED, None, {U, M}, label=say("Major"), shown=is_ordinary, stamps="major_at", clears=("why_major", "contacted_at")),
    Move("make_ordinary", UNANSWERED, None, {U, M}, label=say("Not major"), shown=is_major, clears=("major_at",)),
    # -- who is liable (CMP-16, CMP-17, CMP-18)
    Move("decide_liability", {S.ROUTED}, S.FINDINGS, {Q, U, M}, label=say("Who is liable"), form="decide_liability", shown=is_about_quality,
         only_if=customer_caused_it, stamps="liable_at",
         effects=(Alert(PRODUCTION, say("{number}: {who} finds that {liable} caused it: {evidence}\nOpinion: {provisional}\nPlease approve the findings, or send them back.")),)),
    Move("decide_liability", {S.ROUTED}, None, {Q, U, M}, shown=is_about_quality, only_if=somebody_is_liable, stamps="liable_at",
         effects=(Tell(T, say("{number}: {liable} is liable. {evidence}\n{loss}\nPlease write the plan by {plan_due}."), buttons=True),)),
    Move("approve_findings", {S.FINDINGS}, S.ROUTED, {PRODUCTION, U, M}, label=say("Approve the findings"), only_if=judged_by_another,
         otherwise=say("You have found it yourself: somebody else approves it."), stamps="findings_approved_at",
         effects=(Tell(T, say("The findings of {number} are approved: {liable} caused it. {provisional}\nPlease write the plan by {plan_due}."), buttons=True),
                  Tell(Q, say("{who} has approved the findings of {number}.")))),
    Move("send_back_findings", {S.FINDINGS}, S.ROUTED, {PRODUCTION, U, M}, label=say("Send the findings back"), form="send_back_findings", clears=("liable", "liable_at"),
         effects=(Tell(Q, say("The findings of {number} come back: {reason}"), buttons=True),)),
    # -- what is done (CMP-08..11)
    Move("plan", {S.ROUTED}, S.PLANNED, {T, U, M}, label=say("Plan"), form="plan_complaint", stamps="contacted_at", shown=may_be_planned, only_if=liability_is_known,
         otherwise=say("{number} is about quality: first it is decided who is liable."),
         effects=(Tell(C, say("We have looked into {number}. This is what we do: {plan}\nYou have the result by {answer_by}.")),
                  Tell(U, say("{number} has a plan: {plan}"), buttons=True),
                  Tell(T, say("{number}: the customer is to have the result by {answer_by}."), buttons=True))),
    Move("answer", {S.PLANNED}, S.ANSWERED, {T, U, M}, label=say("Give the result"), form="answer_complaint", shown=all_have_answered,
         only_if=once_all_have_answered(within_own_limit), effects=ANSWERED),
    Move("answer", {S.PLANNED}, S.TO_APPROVE, {T, U, M}, only_if=once_all_have_answered(within_limit_of(U)),
         effects=(Alert(U, say("{number}: {who} proposes {compensation}. Please approve it or send it back. {result}")),)),
    Move("answer", {S.PLANNED}, S.TO_APPROVE, {T, U, M}, only_if=once_all_have_answered(within_limit_of(M)), otherwise=NO_LIMIT,
         effects=(Alert(M, say("{number}: {who} proposes {compensation}. Please approve it or send it back. {result}")),)),
    Move("approve", {S.TO_APPROVE}, S.ANSWERED, {U, M}, label=say("Approve"), only_if=within_own_limit,
         otherwise=say("{compensation} is more than you may promise. Somebody higher has been asked."),
         effects=(*ANSWERED, Tell(T, say("{who} approved {compensation} for {number}.")))),
    Move("send_back", {S.TO_APPROVE}, S.PLANNED, {U, M}, label=say("Send back"), form="send_back",
         effects=(Tell(T, say("{number}: {compensation} is not approved: {reason}"), buttons=True),)),
    *asks_departments({S.ROUTED, S.FINDINGS, S.PLANNED}, {T, D, Q, U, M},
                      Tell(T, say("{number}: a department has answered, and nobody asked on. {answer}"), buttons=True)),
    Move("request_capa", {S.ROUTED, S.PLANNED, S.ANSWERED, S.CLOSED}, None, {Q, U, M}, label=say("Corrective action"), form="request_action", at_will=True,
         counts="actions"),
    Move("note_repeat", OPEN, None, {Role.CLOCK}, called=say("The fault was reported again"),
         effects=(Tell(T, say("{number}: the customer reports the same fault again: {repeat}"), buttons=True),
                  Tell(U, say("{number}: the customer reports the same fault again: {repeat}"), buttons=True))),
    # -- how else it ends
    Move("withdraw", IN_WORK, S.CANCELLED, {C}, label=say("Withdraw"), form="withdraw",
         effects=(Tell(U, say("The customer has withdrawn {number}. {reason}")), Tell(T, say("The customer has withdrawn {number}. {reason}")))),
    Move("close", {S.ANSWERED}, S.CLOSED, {U, M}, label=say("Close"), form="close_ticket",
         effects=(Tell(C, say("{number} was closed by {who}: {reason}")),)),
    Move("close", IN_WORK, S.CLOSED, {M}, label=say("Close"), form="close_ticket", only_if=was_outside, shown=is_outside,
         otherwise=say("A complaint is closed once it is answered, not before."),
         effects=(Tell(C, say("{number} was closed by {who}: {reason}")),)),
    # -- at any time (CMP-05)
    Move("tell_manager", IN_WORK, None, {C}, label=say("Tell the manager"), shown=manager_knows_not, stamps="manager_told_at",
         effects=(Alert(M, say("{customer}, {phone}, puts {number} before you. {product}: {words}")), Tell(C, say("The general manager has {number} before him now.")))),
    *asks_for_a_person(OPEN),
    *writes(OPEN, Q),
    *exchanges_letters(OPEN | {S.CLOSED}),
    notes(OPEN, Q),
    hurries(OPEN, U),
    adds_words(OPEN, U),
    Move("take_over", OPEN, None, {U, M}, label=say("Take over"), effects=(TakeOver(),)),
    asks_for_more_time(UNANSWERED),
)
# fmt: on

COMPLAINT = Kind(
    "complaint",
    "T",
    say("Complaint"),
    NAMES,
    MOVES,
    PROMISES,
    limits={Q: is_about_quality, PRODUCTION: waits_for_approval},
    known_to=frozenset({S.ROUTED, S.FINDINGS, S.PLANNED, S.TO_APPROVE, S.ANSWERED}),
    pledge=Pledge(say("You have our answer by {due}."), ("result",)),
    outline=(
        say("{customer}, {phone}"),
        say("{product}: {words}"),
        say("When: {happened}"),
        say("About: {about}"),
        say("The same fault again: {repeats}"),
        say("Wish: {wish}"),
        say("Major: {major}"),
        say("Responsible: {units}"),
        say("Liable: {liable}. {evidence}"),
        say("{loss}"),
        say("Plan: {plan}"),
        say("Result: {result}"),
        say("Said before: {told}"),
    ),
)
