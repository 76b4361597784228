"""A repair in the workshop: the goods go there, are repaired and tested, and come back (FLT-08, DSP-05)."""

from __future__ import annotations

from core.due import Within
from core.kinds.fault_states import MOVABLE, S
from core.kinds.quote import QUOTE_FIRST
from core.kinds.quote_conditions import is_released
from core.phrases import say
from core.policy import Policy
from core.promises import Promise, Side, Step
from core.tickets import Act, Alert, Dispatch, Move, Role, Tell, Ticket

C, T, D, Q, U, M = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.QUALITY, Role.SUPERVISOR, Role.MANAGER
HANDING = {
    "collect": say("we collect it and bring it back"),
    "bring": say("you bring it to the shop and fetch it again"),
    "along": say("our technician takes it along, and we bring it back"),
}


def is_portable(ticket: Ticket) -> bool:
    """The policy said so when the ticket was opened."""
    return bool(ticket.facts.get("portable"))


def has_gone(ticket: Ticket) -> bool:
    """What is repaired at the customer's is no business of those in the workshop (DSP-05)."""
    return "sent_at" in ticket.facts


def has_workshop(_: Ticket, __: Act, policy: Policy) -> bool:
    return policy.dispatch.workshop


def is_tested(ticket: Ticket, act: Act, policy: Policy) -> bool:
    return bool(act.facts.get("tested")) and is_released(ticket, act, policy)


SENT = (
    Tell(C, say("Your {product} is repaired in our workshop: {handing}. Why: {reason} Ticket {number}."), buttons=True),
    Tell(T, say("{number} is repaired in the workshop and is no longer yours."), former=True),
    Tell(D, say("{number} goes to the workshop, as agreed with the customer: {handing}. {reason}"), buttons=True),
    Tell(Q, say("{number}, {product}, {symptom} comes into the workshop. {reason}"), buttons=True),
)

# fmt: off
IN_WORKSHOP = (
    Move("to_workshop", {S.SCHEDULED, S.ON_SITE, S.NEEDS_HELP}, S.TO_WORKSHOP, {T}, label=say("To the workshop"), form="to_workshop",
         shown=is_portable, only_if=has_workshop, stamps="sent_at", clears=("assignee", "visit", "confirmed_at"), effects=SENT),
    Move("to_workshop", MOVABLE, S.TO_WORKSHOP, {D, U, M}, label=say("To the workshop"), form="to_workshop",
         shown=is_portable, only_if=has_workshop, stamps="sent_at", clears=("assignee", "visit", "confirmed_at"), effects=SENT),
    Move("visit_after_all", {S.TO_WORKSHOP}, S.NEW, {D, U, M}, label=say("A visit after all"), clears=("sent_at", "handing"),
         effects=(Tell(C, say("We come to you about your {product} after all. We will tell you who comes. Ticket {number}.")), Dispatch())),
    Move("receive", {S.TO_WORKSHOP}, S.IN_WORKSHOP, {Q, D, U, M}, label=say("Arrived in the workshop"), stamps="received_at",
         effects=(Tell(C, say("Your {product} has arrived in our workshop. We have it repaired by {workshop_due}. Ticket {number}."), buttons=True),
                  Tell(Q, say("{number}, {product} is in the workshop. It is promised by {workshop_due}. {symptom}: {words}"), buttons=True))),
    Move("workshop_done", {S.IN_WORKSHOP}, S.COMES_BACK, {Q, U, M}, label=say("Repaired and tested"), form="workshop_done", stamps="repaired_at",
         only_if=is_tested, otherwise=QUOTE_FIRST,
         effects=(Tell(C, say("Your {product} is repaired and tested: {done}. Ticket {number}; {handing}."), buttons=True),
                  Tell(D, say("{number}, {product} is repaired and tested. Please see to it that {customer}, {phone}, gets it: {handing}."), buttons=True))),
    Move("hand_back", {S.COMES_BACK}, S.FINISHED, {Q, D, U, M}, label=say("Handed over"), stamps="finished_at",
         effects=(Tell(C, say("You have your {product} back. Is everything in order? Ticket {number}."), buttons=True),)),
)
WORKSHOP_PROMISES = (
    Promise("workshop_come", say("the goods come into the workshop"), {S.TO_WORKSHOP}, Within("workshop_come"),
            steps=(Step(Alert(D, say("{number}, {product} has not arrived in the workshop within {allowed}: {handing}. Please call {customer}, {phone}."))),)),
    Promise("workshop_repair", say("repaired in the workshop"), {S.IN_WORKSHOP}, Within("workshop_repair", "promised_by"),
            steps=(Step(Tell(C, say("Your {product} is still in our workshop. It is promised by {due}. Ticket {number}.")), Side.AFTER_START,
                        "progress_every", even_late=False, repeats=True),
                   Step(Tell(Q, say("{number}, {product} is promised by {due}. On track?"), buttons=True), Side.BEFORE_DUE, "warn_before", even_late=False),
                   Step(Alert(U, say("{number} is overdue in the workshop. It was promised by {due}."))))),
    Promise("workshop_back", say("the customer has the goods back"), {S.COMES_BACK}, Within("workshop_back"),
            steps=(Step(Alert(D, say("{number}, {product}: the customer does not have it back within {allowed}. {handing}"))),)),
)
# fmt: on
