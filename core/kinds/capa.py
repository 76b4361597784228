"""A request for corrective and preventive action, until its effect is seen (纠正预防措施要求表, CAP-02..08, CMP-16)."""

from __future__ import annotations

from enum import StrEnum, auto

from core.due import Within
from core.kinds.kind import Kind
from core.kinds.shared import notes
from core.phrases import say
from core.policy import Policy
from core.promises import Promise, Side, Step
from core.tickets import Act, Alert, Move, Role, Tell, Ticket

T, D, Q, U, M = Role.TECHNICIAN, Role.DISPATCHER, Role.QUALITY, Role.SUPERVISOR, Role.MANAGER


class S(StrEnum):
    REQUESTED = auto()
    PROPOSED = auto()
    CARRYING = auto()
    CHECKING = auto()
    CLOSED = auto()


NAMES = {
    S.REQUESTED: say("cause and measures being looked for"),
    S.PROPOSED: say("measures to be approved"),
    S.CARRYING: say("measures being carried out"),
    S.CHECKING: say("effect to be checked"),
    S.CLOSED: say("closed"),
}
APPROVED = say("Your measures for {number} are approved. Please have them carried out by {measures_by}.")
AGAIN = say("{number} comes back to you: {reason} Please write cause and measures again by {capa_due}.")
PROPOSED = say(
    "{number} about {parent}, cause: {cause}\nCorrective: {corrective}\nPreventive: {preventive}\nBy {measures_by}."
)
ROUNDS = say("{number} about {parent} has been sent back {rounds} times: {reason}")


def many_rounds(ticket: Ticket, _: Act, policy: Policy) -> bool:
    """The one that begins now is counted as well."""
    return int(ticket.facts.get("rounds", 0)) + 1 >= policy.complaint.rounds_before_alert


def customer_is_told(_: Ticket, act: Act, __: Policy) -> bool:
    """What to write to him was approved as well; else the dispatcher is asked to write (CAP-03)."""
    return bool(act.facts.get("reply"))


def names_owner(_: Ticket, act: Act, __: Policy) -> bool:
    return act.assignee is not None


# fmt: off
MOVES = (
    notes({S.REQUESTED, S.PROPOSED, S.CARRYING, S.CHECKING}, Q),
    Move("hand_to", {S.REQUESTED}, None, {Q, U, M}, called=say("Handed over"), only_if=names_owner,
         effects=(Tell(T, say("Corrective action {number} about {parent}: {words}\nPlease write cause and measures by {capa_due}."), buttons=True),)),
    Move("propose_measures", {S.REQUESTED}, S.PROPOSED, {T}, label=say("Cause and measures"), form="propose_measures",
         effects=(Tell(Q, PROPOSED, buttons=True),)),
    Move("approve_measures", {S.PROPOSED}, S.CARRYING, {Q, U, M}, label=say("Approve"), form="approve_measures", only_if=customer_is_told,
         effects=(Tell(T, APPROVED, buttons=True),)),
    Move("approve_measures", {S.PROPOSED}, S.CARRYING, {Q, U, M},
         effects=(Tell(T, APPROVED, buttons=True),
                  Tell(D, say("Please write to the customer of {parent} what we change: {corrective}")))),
    Move("send_back_measures", {S.PROPOSED}, S.REQUESTED, {Q, U, M}, label=say("Send back"), form="send_back_measures", counts="rounds",
         only_if=many_rounds, effects=(Tell(T, AGAIN, buttons=True), Alert(M, ROUNDS))),
    Move("send_back_measures", {S.PROPOSED}, S.REQUESTED, {Q, U, M}, counts="rounds", effects=(Tell(T, AGAIN, buttons=True),)),
    Move("measures_done", {S.CARRYING}, S.CHECKING, {T, Q, U, M}, label=say("Carried out"), stamps="carried_out_at",
         effects=(Tell(Q, say("The measures of {number} are carried out. The effect is checked on {effect_due}.")),)),
    Move("effective", {S.CHECKING}, S.CLOSED, {Q, U, M}, label=say("Effective"), form="confirm_effect", stamps="verified_at",
         effects=(Tell(T, say("{number} was effective. It is now in {standard}.")),)),
    Move("not_effective", {S.CHECKING}, S.REQUESTED, {Q, U, M}, label=say("Not effective"), form="not_effective", counts="rounds",
         stamps="verified_at", only_if=many_rounds, effects=(Tell(T, AGAIN, buttons=True), Alert(M, ROUNDS))),
    Move("not_effective", {S.CHECKING}, S.REQUESTED, {Q, U, M}, counts="rounds", stamps="verified_at", effects=(Tell(T, AGAIN, buttons=True),)),
)

PROMISES = (
    Promise("measures", say("cause and measures are written"), {S.REQUESTED}, Within("capa_measures"),
            steps=(Step(Alert(Q, say("{number} about {parent}: {technician} has written no measures within {allowed}."))),)),
    Promise("measures_approval", say("measures are approved or sent back"), {S.PROPOSED}, Within("capa_approval"),
            steps=(Step(Alert(M, say("{number} about {parent}: the measures still wait for approval."))),)),
    Promise("carrying", say("measures are carried out"), {S.CARRYING}, Within("capa_carrying", "measures_by"),
            steps=(Step(Tell(T, say("{number}: the measures were due {due}. Please tap Carried out."), buttons=True)),
                   Step(Alert(Q, say("{number}: the measures are not carried out. They were due {due}."))))),
    Promise("effect", say("effect is checked"), {S.CHECKING}, Within("capa_effect"),
            steps=(Step(Alert(Q, say("{number} about {parent}: please check the effect now. {recurrence}"))),
                   Step(Alert(M, say("{number} about {parent}: the effect is still not checked.")), Side.AFTER_DUE, "escalate_after"))),
)
# fmt: on

CAPA = Kind(
    "capa",
    "Q",
    say("Corrective action"),
    NAMES,
    MOVES,
    PROMISES,
    internal=True,
    gathers=False,
    outline=(
        say("About: {parent}"),
        say("{product}: {words}"),
        say("Cause: {cause}"),
        say("Corrective: {corrective}"),
        say("Preventive: {preventive}"),
        say("Since then: {recurrence}"),
        say("Standard: {standard}"),
    ),
)
