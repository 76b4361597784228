"""A fault, from the report to the accepted repair (报修登记, FLT, DSP, VIS, ESC, SRV)."""

from __future__ import annotations

from core.kinds.conditions import (
    answers_an_extension,
    asked_for_a_person,
    covered,
    dissatisfied,
    extension_is_asked,
    had_no_time,
    has_technician_then,
    has_time,
    has_visit,
    is_not_early,
    names_somebody,
    not_nudged_lately,
    rang_long_enough,
    rateable,
    to_be_called,
    to_be_rated,
    unconfirmed,
)
from core.kinds.fault_promises import PICK_TIME, PROMISES
from core.kinds.fault_states import BEFORE_VISIT, KNOWN, NAMES, OPEN, UNAGREED, S
from core.kinds.kind import Kind
from core.phrases import say
from core.tickets import Alert, Dispatch, Move, Role, Spawn, TakeOver, Tell

C, T, D, U, M, K = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK

OFFER = say("New job {number}. Can you go?")
JOB = say("{number} is yours. Bring:\n{bring}")
FINISHED = (
    Tell(C, say("{technician} has finished {number}: {done}. Is everything in order?"), buttons=True),
    Tell(T, say("Thank you. {number} waits for the customer. Before you leave:\n{leaving}")),
)
CORRECTED = say("The data of {number} were corrected.")
COMING = say("{technician} (badge {badge}) will come {visit} about your {product}. Ticket {number}.")

# fmt: off
MOVES = (
    # -- more time, if the customer agrees (X02)
    Move("grant_extension", OPEN, None, {C}, label=say("Yes, until then"), shown=extension_is_asked,
         only_if=answers_an_extension, renames=("extension_asked", "promised_by"),
         effects=(Tell(U, say("The customer of {number} agreed to {promised}.")), Tell(C, say("Thank you. We will keep {promised}.")))),
    Move("refuse_extension", OPEN, None, {C}, label=say("No, that is too late"), shown=extension_is_asked,
         only_if=answers_an_extension, clears=("extension_asked",),
         effects=(Alert(U, say("The customer of {number} does not agree to a later date.")),
                  Tell(C, say("We understand. The date for {number} stays, and the supervisor looks after it.")))),
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
    Move("confirm_visit", {S.SCHEDULED}, None, {C}, label=say("Confirm"), stamps="confirmed_at", shown=unconfirmed,
         effects=(Tell(C, say("Thank you. See you {visit}.")), Tell(T, say("The customer of {number} confirmed {visit}.")))),
    Move("move_visit", {S.SCHEDULED, S.ON_THE_WAY, S.TO_RESCHEDULE}, S.SCHEDULED, {C, D, U, M}, label=say("Other time"),
         form="choose_time", only_if=has_technician_then, clears=("confirmed_at", "set_off_at", "eta"), counts="moved",
         effects=(Tell(C, COMING, buttons=True), Tell(T, say("New time for {number}: {visit}."), buttons=True))),
    Move("move_visit", BEFORE_VISIT - {S.NEEDS_PARTS}, S.NEW, {C, D, U, M}, label=say("Other time"), form="choose_time",
         clears=("assignee", "confirmed_at", "set_off_at", "eta", "passed"), counts="moved",
         effects=(Tell(C, say("{visit} is noted for {number}. We will tell you who comes.")),
                  Tell(T, say("{number} has moved to another time and is no longer yours."), former=True), Dispatch())),
    Move("cancel", BEFORE_VISIT, S.CANCELLED, {C}, label=say("Cancel the visit"), form="cancel_ticket",
         effects=(Tell(T, say("{number} was cancelled by the customer.")), Tell(D, say("{number} was cancelled by the customer: {reason}")))),
    # -- the visit (VIS-01..14, FLT-18, FLT-22, DLV-03)
    Move("set_off", {S.SCHEDULED}, S.ON_THE_WAY, {T}, label=say("On my way"), form="set_off", stamps="set_off_at",
         effects=(Tell(C, say("{technician} is on the way to you. Ticket {number}. {eta}")),
                  Tell(T, say("{number}: on the way. At the door:\n{doorstep}"), buttons=True))),
    Move("running_late", {S.SCHEDULED, S.ON_THE_WAY}, None, {T}, label=say("Running late"), form="running_late", counts="late",
         effects=(Tell(C, say("We are sorry: {technician} is late for {number}. The new time is {visit}."), buttons=True),
                  Tell(U, say("{technician} is late for {number}: {visit}. {reason}")))),
    Move("arrive", {S.SCHEDULED, S.ON_THE_WAY}, S.ON_SITE, {T}, label=say("Arrived"), stamps="arrived_at", only_if=is_not_early,
         effects=(Tell(T, say("Arrived, {number}. At the door:\n{doorstep}\nBefore you begin:\n{before_work}"), buttons=True),)),
    Move("arrive", {S.SCHEDULED, S.ON_THE_WAY}, S.ON_SITE, {T}, stamps="arrived_at", counts="early",
         effects=(Tell(T, say("You are early for {number}: agreed is {visit}. {punctual} Ask first whether it suits, or wait.\n"
                              "At the door:\n{doorstep}\nBefore you begin:\n{before_work}"), buttons=True),)),
    Move("finish", {S.ON_SITE}, S.FINISHED, {T}, label=say("Finished"), form="finish_visit", stamps="finished_at",
         only_if=covered, effects=FINISHED),
    Move("finish", {S.ON_SITE}, S.FINISHED, {T}, stamps="finished_at",
         effects=(*FINISHED, Tell(U, say("{number}: the cause, {cause}, is not covered by the warranty. Please settle the charge "
                                         "with the customer."), buttons=True))),
    Move("nobody_home", {S.ON_SITE}, S.TO_RESCHEDULE, {T}, label=say("Nobody home"), only_if=rang_long_enough,
         otherwise=say("Please ring every {knock}, and wait {wait} after arriving before you leave."),
         clears=("visit", "arrived_at", "confirmed_at"), counts="nobody_home",
         effects=(Tell(C, say("{technician} rang at your door for {number} and nobody answered. Please choose a new time."), buttons=True),
                  Tell(U, say("{number}: nobody home. {technician} left a note.")),
                  Tell(T, say("Noted. Please leave a note at the door. The customer chooses a new time for {number}.")))),
    Move("undo", {S.ON_THE_WAY}, S.SCHEDULED, {T}, label=say("Undo"), clears=("set_off_at", "eta"),
         effects=(Tell(C, say("That was a mistake: {technician} is not on the way yet. It stays at {visit}. Ticket {number}.")),
                  Tell(T, say("Taken back: {number} is not begun."), buttons=True))),
    Move("undo", {S.ON_SITE}, S.ON_THE_WAY, {T}, label=say("Undo"), clears=("arrived_at", "early"),
         effects=(Tell(T, say("Taken back: {number} is on the way."), buttons=True),)),
    Move("need_help", {S.ON_SITE}, S.NEEDS_HELP, {T}, label=say("Need help"), form="need_help",
         effects=(Alert(U, say("{technician} needs help on site with {number}: {reason}"), urgent=True, while_here=True),
                  Tell(T, say("Help is called for {number}. Stay with the customer, please."), buttons=True))),
    Move("need_help", {S.SCHEDULED, S.ON_THE_WAY, S.NEEDS_PARTS}, None, {T}, label=say("Need help"), form="need_help",
         effects=(Alert(U, say("{technician} cannot keep to the plan for {number}: {reason}")),)),
    Move("interrupt", {S.ON_SITE}, S.TO_RESCHEDULE, {T}, label=say("Go on another day"), counts="interrupted",
         clears=("visit", "arrived_at", "confirmed_at", "set_off_at", "eta"),
         effects=(Tell(C, say("{technician} goes on with {number} another day. Please choose a time."), buttons=True),
                  Tell(T, say("Noted. The customer chooses a time for {number}.")))),
    Move("carry_on", {S.NEEDS_HELP}, S.ON_SITE, {T, U, M}, label=say("Carry on"),
         effects=(Tell(T, say("Carry on with {number}. {note}"), buttons=True),)),
    Move("need_parts", {S.ON_SITE, S.NEEDS_HELP}, S.NEEDS_PARTS, {T}, label=say("Need parts"), form="need_parts",
         effects=(Tell(C, say("Your {product} needs a part ({parts}). We order it and tell you as soon as it is here. Ticket {number}.")),
                  Tell(D, say("{number} needs parts: {parts}"), buttons=True), Tell(T, say("Noted. {number} waits for {parts}.")))),
    Move("parts_here", {S.NEEDS_PARTS}, S.TO_RESCHEDULE, {T, D, U}, label=say("Parts are here"), clears=("visit", "confirmed_at"),
         effects=(Tell(C, say("The part for your {product} is here. Please choose a time. Ticket {number}."), buttons=True),)),
    # -- acceptance (FLT-17, FLT-18)
    Move("accept_work", {S.FINISHED}, S.CLOSED, {C}, label=say("All in order"), stamps="accepted_at",
         effects=(Tell(C, say("Thank you. {number} is closed.")), Tell(T, say("The customer accepted {number}. Well done.")))),
    Move("reject_work", {S.FINISHED}, S.TO_RESCHEDULE, {C}, label=say("Not in order"), form="not_in_order", counts="rework",
         clears=("visit", "finished_at", "confirmed_at"),
         effects=(Alert(U, say("{number}: the customer does not accept the work: {reason}")), Tell(C, PICK_TIME, buttons=True),
                  Tell(T, say("The customer does not accept {number}: {reason} A new visit is being agreed.")))),
    Move("helped", {S.NEW}, S.CLOSED, {C}, called=say("Solved by first aid"), stamps="solved_at"),  # the first-aid text was enough (FLT-09)
    Move("close", OPEN, S.CLOSED, {U, M}, label=say("Close"), form="close_ticket",
         effects=(Tell(C, say("{number} was closed by {who}: {reason}")), Tell(T, say("{number} was closed: {reason}")))),
    # -- at any time
    Move("nudge", OPEN, None, {C}, called=say("Asked to hurry"), only_if=not_nudged_lately, stamps="nudged_at", counts="nudges",
         otherwise=say("We have passed on your reminder for {number} already. {state}."),
         effects=(Tell(D, say("The customer of {number} asks to hurry ({nudges}). {state}."), buttons=True),
                  Tell(T, say("The customer of {number} asks to hurry.")))),
    Move("add_words", frozenset(S), None, {C, T, D, U, M}, label=say("Add words or photos"), form="add_to_ticket",
         shown=lambda ticket: ticket.state in OPEN,
         effects=(Tell(D, say("New for {number}: {added}"), buttons=True), Tell(T, say("New for {number}: {added}"), buttons=True))),
    Move("correct", OPEN, None, {C}, label=say("Correct the data"), form="correct_ticket",
         effects=(Tell(D, say("The customer corrected {number}. {correction}")), Tell(T, CORRECTED, buttons=True))),
    Move("correct", OPEN, None, {D, U, M}, label=say("Correct the data"), form="correct_ticket",
         effects=(Tell(C, say("We have corrected {number}. {correction}"), buttons=True), Tell(T, CORRECTED, buttons=True))),
    Move("correct", KNOWN, None, {T}, label=say("Correct the data"), form="correct_ticket",
         effects=(Tell(C, say("We have corrected {number}. {correction}"), buttons=True), Tell(D, say("{who} corrected {number}. {correction}")))),
    Move("ask_human", OPEN, None, {C}, called=say("Asked for a person"), stamps="asked_human_at"),
    Move("ask_again", OPEN, None, {C}, called=say("Asked again for a person"),
         effects=(Tell(U, say("{customer}, {phone}, asks again for a person. Ticket {number}. {reason}"), buttons=True),)),
    Move("contacted", OPEN, None, {D, U, M}, label=say("Contacted"), stamps="contacted_at", clears=("asked_human_at",),
         shown=lambda ticket: asked_for_a_person(ticket) or (ticket.state in UNAGREED and "contacted_at" not in ticket.facts)),
    Move("write", OPEN, None, {T, D, U, M}, label=say("Write to the customer"), form="write_to_customer", stamps="contacted_at", clears=("asked_human_at",),
         effects=(Tell(C, say("{who} writes about {number}:\n“{note}”"), buttons=True),)),
    Move("take_over", OPEN, None, {U, M}, label=say("Take over"), effects=(TakeOver(), Tell(D, say("{who} has taken over {number}.")))),
    Move("ask_extension", OPEN, None, {U, M}, label=say("Extend"), form="extend_promise",
         effects=(Tell(C, say("We cannot keep the date for {number}: {reason}\nMay we have until {extension}?"), buttons=True),)),
    # -- satisfaction (SRV-02, SRV-05, SRV-09)
    Move("rate", {S.CLOSED}, None, {C}, label=say("Rate"), form="rate_service", stamps="rated_at", only_if=dissatisfied,
         shown=to_be_rated,
         effects=(Alert(U, say("{number}: the customer is not satisfied. {comment}")), Spawn("callback"))),
    Move("rate", {S.CLOSED}, None, {C}, stamps="rated_at", only_if=rateable,
         otherwise=say("You have rated {number} already. Thank you.")),
    Move("ask_no_more", {S.CLOSED}, None, {K}, called=say("Survey dropped"), stamps="ask_no_more_at"),  # who is forgotten is not asked
)
# fmt: on

FAULT = Kind(
    "fault",
    "F",
    say("Fault"),
    NAMES,
    MOVES,
    PROMISES,
    known_to=KNOWN,
)
