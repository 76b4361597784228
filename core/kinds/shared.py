"""Rows that more than one kind of ticket has: more time by consent, a person who answers, words added, a reminder."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from core.kinds.conditions import answers_an_extension, extension_is_asked, has_words, not_nudged_lately
from core.phrases import say
from core.tickets import FINAL, NOTE, Alert, Move, Role, Tell

C, T, D, U, M = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER

ASKS_AGAIN = say("{customer}, {phone}, asks again for a person. Ticket {number}. {reason}")
WRITES = say("{who} writes about {number}:\n“{note}”")
SENDS = say("{who} sends this about {number}.")
MORE_TIME = say("We cannot keep the date for {number}: {reason}\nMay we have until {extension}?")


# fmt: off
def answers_to_more_time(states: AbstractSet[str]) -> tuple[Move, ...]:
    """What the customer says to it (X02, CMP-20)."""
    return (
        Move("grant_extension", states, None, {C}, label=say("Yes, until then"), shown=extension_is_asked,
             only_if=answers_an_extension, renames=("extension_asked", "promised_by"),
             effects=(Tell(U, say("The customer of {number} agreed to {promised}.")), Tell(C, say("Thank you. We will keep {promised}.")))),
        Move("refuse_extension", states, None, {C}, label=say("No, that is too late"), shown=extension_is_asked,
             only_if=answers_an_extension, clears=("extension_asked",),
             effects=(Alert(U, say("The customer of {number} does not agree to a later date.")),
                      Tell(C, say("We understand. The date for {number} stays, and the supervisor looks after it.")))),
    )


def asks_for_more_time(states: AbstractSet[str]) -> Move:
    """Nothing moves until the customer has agreed (X02, CMP-20)."""
    return Move("ask_extension", states, None, {U, M}, label=say("Extend"), form="extend_promise",
                effects=(Tell(C, MORE_TIME, buttons=True),))


def asks_for_a_person(states: AbstractSet[str]) -> tuple[Move, ...]:
    """Somebody answers who asked for a person (CHN-14)."""
    return (
        Move("ask_human", states, None, {C}, called=say("Asked for a person"), stamps="asked_human_at"),
        Move("ask_again", states, None, {C}, called=say("Asked again for a person"), effects=(Tell(U, ASKS_AGAIN, buttons=True),)),
    )


def writes(states: AbstractSet[str], *others: Role) -> tuple[Move, ...]:
    """Words, a file with words, or a file alone."""
    return (
        Move("write", states, None, {T, D, U, M, *others}, label=say("Write to the customer"), form="write_to_customer", stamps="contacted_at",
             only_if=has_words, clears=("asked_human_at",), effects=(Tell(C, WRITES, buttons=True),)),
        Move("write", states, None, {T, D, U, M, *others}, stamps="contacted_at", clears=("asked_human_at",),
             effects=(Tell(C, SENDS, buttons=True),)),
    )


def notes(states: AbstractSet[str], *others: Role) -> Move:
    """Kept with the ticket and shown to the staff alone."""
    return Move(NOTE, states, None, {T, D, U, M, *others}, called=say("Noted among the staff"))


def asks_departments(states: AbstractSet[str], by: AbstractSet[Role], *then: Tell) -> tuple[Move, ...]:
    """Others have a part in it: each gets a task, and its answer is noted here (FLT-13, FLT-30)."""
    return (
        Move("ask_department", states, None, by, label=say("Ask a department"), form="ask_department", counts="tasks", at_will=True),
        Move("note_answer", states | FINAL, None, {Role.CLOCK}, called=say("A department has answered"), counts="tasks_done", effects=then),
    )


def hurries(states: AbstractSet[str], office: Role) -> Move:
    return Move("nudge", states, None, {C}, called=say("Asked to hurry"), only_if=not_nudged_lately, stamps="nudged_at", counts="nudges",
                otherwise=say("We have passed on your reminder for {number} already. {state}."),
                effects=(Tell(office, say("The customer of {number} asks to hurry ({nudges}). {state}."), buttons=True),
                         Tell(T, say("The customer of {number} asks to hurry."))))


def adds_words(states: AbstractSet[str], office: Role) -> Move:
    return Move("add_words", states | FINAL, None, {C, T, D, U, M}, label=say("Add words or photos"), form="add_to_ticket",
                shown=lambda ticket: ticket.state not in FINAL,
                effects=(Tell(office, say("New for {number}: {added}"), buttons=True), Tell(T, say("New for {number}: {added}"), buttons=True)))
# fmt: on
