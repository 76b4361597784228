"""A large job with a schedule: asked for, approved in three steps, carried out, accepted (用工申请, 工程进度计划; INS-09 to INS-14, DLV-21)."""

from __future__ import annotations

from core.kinds.kind import Kind, Pledge
from core.kinds.project_promises import PROMISES
from core.kinds.project_states import (
    ASKING,
    NAMES,
    OPEN,
    S,
    differs,
    has_milestone_ahead,
    is_done,
    lacks_agreement,
    to_be_checked,
    to_be_commissioned,
    to_be_trained,
)
from core.kinds.shared import adds_words, asks_for_a_person, hurries, notes, writes
from core.phrases import Phrase, say
from core.tickets import Alert, Move, Role, Spawn, TakeOver, Tell

C, D, U, M = Role.CUSTOMER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER
L = Role.SALES_CLERK
OFFICE = {D, U, M}

FITTERS = Spawn("installation", ("product", "category", "name", "phone", "address", "area", "suburb", "requirements"), {"installation": True},
                (Tell(C, say("When may our fitters come for the project? Ticket {number}."), buttons=True),))  # fmt: skip
SCHEDULE = say("The schedule of your project {number}:\n{schedule}")

# fmt: off
MOVES: tuple[Move, ...] = (
    # -- approved in three steps, each by another level (INS-09)
    Move("approve_project", {S.ASKED}, S.SECOND, OFFICE, label=say("Approve"), stamps="first_approved_at"),
    Move("approve_project", {S.SECOND}, S.THIRD, {U, M}, label=say("Approve"), stamps="second_approved_at"),
    Move("approve_project", {S.THIRD}, S.PLANNING, {M}, label=say("Approve"), stamps="approved_at",
         effects=(Tell(L, say("{number} is approved, and is being planned.")), Tell(C, say("Your project {number}, {product}, is approved. You hear the schedule soon.")))),
    Move("refuse_project", ASKING, S.CANCELLED, OFFICE, label=say("Do not approve"), form="refuse_project",
         effects=(Tell(L, say("{number} is not approved: {reason}")), Tell(C, say("We cannot take on your project {number}: {reason}")))),
    # -- a schedule, and delays are told (INS-12)
    Move("plan_project", {S.PLANNING}, S.RUNNING, OFFICE, label=say("Draw up the schedule"), form="plan_project", stamps="planned_at",
         effects=(Tell(C, SCHEDULE), Tell(L, say("{number}: the schedule is drawn up.\n{schedule}")))),
    Move("replan_project", {S.RUNNING}, None, OFFICE, label=say("Change the schedule"), form="replan_project", counts="replanned",
         effects=(Tell(C, say("The schedule of your project {number} has changed: {reason}\n{schedule}")), Tell(L, say("{number}: {reason}\n{schedule}")))),
    Move("reach_milestone", {S.RUNNING}, None, OFFICE, label=say("Milestone reached"), form="reach_milestone", shown=has_milestone_ahead,
         effects=(Tell(C, say("Your project {number}: “{reached}” is done.")),)),
    # -- who goes, what was promised, what was asked for (INS-10, INS-14, DLV-21)
    Move("send_fitters", {S.RUNNING}, None, OFFICE, label=say("Send fitters"), counts="visits", effects=(FITTERS,)),
    Move("file_agreement", {S.RUNNING}, None, OFFICE, label=say("Signed agreement"), form="file_agreement", shown=lacks_agreement),
    Move("check_tender", {S.RUNNING}, None, OFFICE, label=say("Check against the tender"), form="check_tender", shown=to_be_checked, only_if=differs,
         stamps="tender_checked_at", effects=(Alert(U, say("{number} is not as the tender asked: {note} Asked was: {tender}")),)),
    Move("check_tender", {S.RUNNING}, None, OFFICE, stamps="tender_checked_at"),
    Move("commission", {S.RUNNING}, None, OFFICE, label=say("Commissioned"), form="commission", shown=to_be_commissioned, stamps="commissioned_at"),
    Move("train_users", {S.RUNNING}, None, OFFICE, label=say("Users trained"), form="train_users", shown=to_be_trained, stamps="trained_at"),
    # -- handed in with its papers, accepted by the customer (INS-13)
    Move("hand_in_project", {S.RUNNING}, S.FINISHED, OFFICE, label=say("Hand in"), form="hand_in_project", only_if=is_done, stamps="finished_at",
         otherwise=say("{number} cannot be handed in yet. Still open: {still_open}"),
         effects=(Tell(C, say("Your project {number}, {product}, is done. Please look at everything, and accept it."), buttons=True),)),
    Move("accept_project", {S.FINISHED}, S.CLOSED, {C}, label=say("Accept the project"), stamps="accepted_at",
         effects=(Tell(C, say("Thank you. {number} is closed, its papers are filed.")), Tell(D, say("{number}: {customer} has accepted the project.")),
                  Tell(L, say("{number}: {customer} has accepted the project.")))),
    Move("reject_project", {S.FINISHED}, S.RUNNING, {C}, label=say("Not in order"), form="reject_project", counts="rework", clears=("finished_at",),
         effects=(Alert(U, say("{number}: the customer does not accept the project: {reason}")),
                  Tell(C, say("We are sorry. Somebody talks to you about {number}.")))),
    # -- at any time
    Move("close", OPEN, S.CLOSED, {U, M}, label=say("Close"), form="close_ticket",
         effects=(Tell(C, say("{number} was closed by {who}: {reason}"), buttons=True),)),
    hurries(OPEN, D),
    adds_words(OPEN, D),
    *asks_for_a_person(OPEN),
    *writes(OPEN),
    notes(OPEN),
    Move("take_over", OPEN, None, {U, M}, label=say("Take over"), effects=(TakeOver(), Tell(D, say("{who} has taken over {number}.")))),
)
# fmt: on

PROJECT = Kind(
    "project",
    "J",
    say("Project"),
    NAMES,
    MOVES,
    PROMISES,
    pledge=Pledge(say("It is to be done by {due}."), ("completion",)),
    outline=(
        say("{customer}, {phone}"),
        Phrase("{address}"),
        say("{product}, {quantity}, by {complete_by}"),
        say("Wishes: {requirements}"),
        say("Tender: {tender}"),
        say("Included: {included}"),
        Phrase("{schedule}"),
        say("Still open: {still_open}"),
    ),
)
