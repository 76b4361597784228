"""What is the same whenever somebody goes to a customer: agreed, on the way, at the door, afterwards (VIS, DLV, DSP, SRV)."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from enum import StrEnum, auto
from typing import TypeAlias

from core.kinds.conditions import (
    asked_for_a_person,
    dissatisfied,
    has_technician_then,
    is_not_early,
    rang_long_enough,
    rateable,
    to_be_rated,
    unconfirmed,
    was_harmed,
)
from core.kinds.shared import adds_words, asks_for_a_person, hurries, notes, writes
from core.phrases import Phrase, say
from core.tickets import NOT_NOW, Alert, Dispatch, Effect, Guard, Move, Role, Spawn, TakeOver, Tell

C, T, D, U, M, K = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK


class V(StrEnum):
    """The states that every kind with a visit has, under the same names."""

    NEW = auto()
    SCHEDULED = auto()
    ON_THE_WAY = auto()
    ON_SITE = auto()
    TO_RESCHEDULE = auto()  # the customer is to choose a new time
    FINISHED = auto()  # whoever came is done, the customer is to say whether it is right
    CLOSED = auto()
    CANCELLED = auto()


States: TypeAlias = AbstractSet[str]
CORRECTED = say("The data of {number} were corrected.")


# fmt: off
def agreeing(before: States, movable: States, coming: Phrase, calling_off: Phrase) -> tuple[Move, ...]:
    """The customer confirms, moves or cancels the visit (FLT-20, DSP-08)."""
    return (
        Move("confirm_visit", {V.SCHEDULED}, None, {C}, label=say("Confirm"), stamps="confirmed_at", shown=unconfirmed,
             effects=(Tell(C, say("Thank you. See you {visit}.")), Tell(T, say("The customer of {number} confirmed {visit}.")))),
        Move("move_visit", {V.SCHEDULED, V.ON_THE_WAY, V.TO_RESCHEDULE}, V.SCHEDULED, {C, D, U, M}, label=say("Other time"),
             form="choose_time", only_if=has_technician_then, clears=("confirmed_at", "expected_at", "set_off_at", "eta"), counts="moved",
             effects=(Tell(C, coming, buttons=True), Tell(T, say("New time for {number}: {visit}."), buttons=True))),
        Move("move_visit", movable, V.NEW, {C, D, U, M}, label=say("Other time"), form="choose_time",
             clears=("assignee", "confirmed_at", "expected_at", "set_off_at", "eta", "passed"), counts="moved",
             effects=(Tell(C, say("{visit} is noted for {number}. We will tell you who comes.")),
                      Tell(T, say("{number} has moved to another time and is no longer yours."), former=True), Dispatch())),
        Move("cancel", before, V.CANCELLED, {C}, label=calling_off, form="cancel_ticket",
             effects=(Tell(T, say("{number} was cancelled by the customer.")), Tell(D, say("{number} was cancelled by the customer: {reason}")))),
    )


def going(ready: Guard | None = None, otherwise: Phrase = NOT_NOW) -> tuple[Move, ...]:
    """On the way; nobody sets off before he is `ready` (VIS-01..06, DLV-03, DLV-07)."""
    before = {V.ON_THE_WAY} if ready else {V.SCHEDULED, V.ON_THE_WAY}
    return (
        Move("set_off", {V.SCHEDULED}, V.ON_THE_WAY, {T}, label=say("On my way"), form="set_off", stamps="set_off_at",
             only_if=ready, otherwise=otherwise,
             effects=(Tell(C, say("{technician} is on the way to you. Ticket {number}. {eta}")),
                      Tell(T, say("{number}: on the way. At the door:\n{doorstep}"), buttons=True))),
        Move("running_late", {V.SCHEDULED, V.ON_THE_WAY}, None, {T}, label=say("Running late"), form="running_late", counts="late",
             effects=(Tell(C, say("We are sorry: {technician} is late for {number}. The new time is {visit}."), buttons=True),
                      Tell(U, say("{technician} is late for {number}: {visit}. {reason}")))),
        Move("arrive", before, V.ON_SITE, {T}, label=say("Arrived"), stamps="arrived_at", only_if=is_not_early,
             effects=(Tell(T, say("Arrived, {number}. At the door:\n{doorstep}\nBefore you begin:\n{before_work}\nSend photos of what you find: they stay with the ticket."), buttons=True),)),
        Move("arrive", before, V.ON_SITE, {T}, stamps="arrived_at", counts="early",
             effects=(Tell(T, say("You are early for {number}: agreed is {visit}. {punctual} Ask first whether it suits, or wait.\n"
                                  "At the door:\n{doorstep}\nBefore you begin:\n{before_work}\nSend photos of what you find: they stay with the ticket."), buttons=True),)),
        Move("locate", {V.ON_SITE}, None, {T}, called=say("Said where he is")),
    )


AT_THE_DOOR = (
    Move("nobody_home", {V.ON_SITE}, V.TO_RESCHEDULE, {T}, label=say("Nobody home"), only_if=rang_long_enough,
         otherwise=say("Please ring every {knock}, and wait {wait} after arriving before you leave."),
         clears=("visit", "arrived_at", "metres_away", "confirmed_at", "expected_at"), counts="nobody_home",
         effects=(Tell(C, say("{technician} rang at your door for {number} and nobody answered. Please choose a new time."), buttons=True),
                  Tell(U, say("{number}: nobody home. {technician} left a note.")),
                  Tell(T, say("Noted. Please leave a note at the door, and send a photo of it here. The customer chooses a new time for {number}."), buttons=True))),
    Move("undo", {V.ON_THE_WAY}, V.SCHEDULED, {T}, label=say("Undo"), clears=("set_off_at", "eta"),
         effects=(Tell(C, say("That was a mistake: {technician} is not on the way yet. It stays at {visit}. Ticket {number}.")),
                  Tell(T, say("Taken back: {number} is not begun."), buttons=True))),
    Move("undo", {V.ON_SITE}, V.ON_THE_WAY, {T}, label=say("Undo"), clears=("arrived_at", "early", "metres_away"),
         effects=(Tell(T, say("Taken back: {number} is on the way."), buttons=True),)),
)
INTERRUPT = Move("interrupt", {V.ON_SITE}, V.TO_RESCHEDULE, {T}, label=say("Go on another day"), counts="interrupted",
                 clears=("visit", "arrived_at", "metres_away", "confirmed_at", "set_off_at", "eta"),
                 effects=(Tell(C, say("{technician} goes on with {number} another day. Please choose a time."), buttons=True),
                          Tell(T, say("Noted. The customer chooses a time for {number}."), buttons=True)))


def closing(opened: States, *then: Effect) -> Move:
    return Move("close", opened, V.CLOSED, {U, M}, label=say("Close"), form="close_ticket",
                effects=(*then, Tell(C, say("{number} was closed by {who}: {reason}"), buttons=True), Tell(T, say("{number} was closed: {reason}"))))


def at_any_time(opened: States, known: States, unagreed: States) -> tuple[Move, ...]:
    """`known`: where whoever goes may see phone and address. `unagreed`: where nobody may have spoken to the customer."""
    return (
        hurries(opened, D),
        adds_words(opened, D),
        Move("correct", opened, None, {C}, label=say("Correct the data"), form="correct_ticket",
             effects=(Tell(D, say("The customer corrected {number}. {correction}")), Tell(T, CORRECTED, buttons=True))),
        Move("correct", opened, None, {D, U, M}, label=say("Correct the data"), form="correct_ticket",
             effects=(Tell(C, say("We have corrected {number}. {correction}"), buttons=True), Tell(T, CORRECTED, buttons=True))),
        Move("correct", known, None, {T}, label=say("Correct the data"), form="correct_ticket",
             effects=(Tell(C, say("We have corrected {number}. {correction}"), buttons=True), Tell(D, say("{who} corrected {number}. {correction}")))),
        *asks_for_a_person(opened),
        Move("contacted", opened, None, {D, U, M}, label=say("Contacted"), stamps="contacted_at", clears=("asked_human_at",),
             shown=lambda ticket: asked_for_a_person(ticket) or (ticket.state in unagreed and "contacted_at" not in ticket.facts)),
        *writes(opened),
        notes(opened),
        Move("take_over", opened, None, {U, M}, label=say("Take over"), effects=(TakeOver(), Tell(D, say("{who} has taken over {number}.")))),
    )


# Satisfaction (SRV-02, SRV-05, SRV-09)
RATING = (
    Move("rate", {V.CLOSED}, None, {C}, label=say("Rate"), form="rate_service", stamps="rated_at", only_if=was_harmed, shown=to_be_rated,
         effects=(Alert(U, say("{number}: the customer says that something was damaged. {comment}")), Spawn("callback"))),
    Move("rate", {V.CLOSED}, None, {C}, stamps="rated_at", only_if=dissatisfied,
         effects=(Alert(U, say("{number}: the customer is not satisfied. {comment}")), Spawn("callback"))),
    Move("rate", {V.CLOSED}, None, {C}, stamps="rated_at", only_if=rateable,
         otherwise=say("You have rated {number} already. Thank you.")),
    Move("ask_no_more", {V.CLOSED}, None, {K}, called=say("Survey dropped"), stamps="ask_no_more_at"),  # who is forgotten is not asked
)
# fmt: on
