"""A proposal of a customer or a colleague: adopted, declined with thanks, or kept for a while (客户提案处理制度, SUG)."""

from __future__ import annotations

from enum import StrEnum, auto

from core.due import Within
from core.kinds.conditions import names_somebody
from core.kinds.kind import Kind, Pledge
from core.kinds.shared import asks_for_a_person, hurries, notes, writes
from core.kinds.visit_promises import human
from core.phrases import say
from core.policy import Policy
from core.promises import Promise, Side, Step
from core.tickets import Act, Alert, Move, Role, Tell, Ticket

C, T, D, U, M = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER
START = Side.AFTER_START


class S(StrEnum):
    NEW = auto()
    STUDIED = auto()  # somebody is to say what he thinks of it
    KEPT = auto()
    ADOPTED = auto()
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.NEW: say("received"),
    S.STUDIED: say("being studied"),
    S.KEPT: say("kept for further study"),
    S.ADOPTED: say("adopted, being carried out"),
    S.CLOSED: say("closed"),
    S.CANCELLED: say("withdrawn"),
}
OPEN = frozenset(S) - {S.CLOSED, S.CANCELLED}
UNDECIDED = frozenset({S.NEW, S.STUDIED, S.KEPT})


def has_scores(ticket: Ticket) -> bool:
    """The committee has graded it, and nobody has given the reward yet."""
    return bool(ticket.facts.get("scores")) and "rewarded_at" not in ticket.facts


def earns_something(ticket: Ticket, _: Act, policy: Policy) -> bool:
    return enough_scores(ticket, policy) and policy.proposal.grade_for(average(ticket)) is not None


def enough_scores(ticket: Ticket, policy: Policy) -> bool:
    return has_scores(ticket) and len(ticket.facts["scores"]) >= policy.proposal.committee_least


def average(ticket: Ticket) -> float:
    scores = ticket.facts.get("scores", {}).values()
    return sum(scores) / len(scores) if scores else 0


GRADE = say("{number} is adopted. Please grade it, as one of the committee. {product}: {words}")


# fmt: off
MOVES = (
    # -- what becomes of it (SUG-02..06)
    Move("forward", {S.NEW, S.STUDIED, S.KEPT}, S.STUDIED, {D, U, M}, label=say("Pass on"), form="forward_proposal", only_if=names_somebody,
         clears=("opinion_at",),
         effects=(Tell(T, say("Proposal {number}, {product}: {words}\nPlease say what you think of it by {opinion_due}."), buttons=True),
                  Tell(T, say("{number} has been given to somebody else."), former=True))),
    Move("give_opinion", {S.STUDIED}, None, {T}, label=say("My opinion"), form="give_opinion", stamps="opinion_at",
         effects=(Tell(U, say("{number}, {product}: {technician} thinks: {opinion}"), buttons=True),)),
    Move("adopt", UNDECIDED, S.ADOPTED, {U, M}, label=say("Adopt"), form="adopt_proposal",
         effects=(Tell(C, say("Your proposal {number} is adopted, thank you! This is what we do: {measure} By {carried_out_by}. {ownership}")),
                  Tell(T, say("{number} is adopted: {measure} By {carried_out_by}."), buttons=True), Tell(U, GRADE, buttons=True), Tell(M, GRADE, buttons=True))),
    Move("decline_proposal", UNDECIDED, S.CLOSED, {U, M}, label=say("Decline"), form="decline_proposal", stamps="declined_at",
         effects=(Tell(C, say("Thank you for your proposal {number}. We cannot adopt it: {reason} Please go on telling us what you think.")),)),
    Move("keep", {S.NEW, S.STUDIED}, S.KEPT, {U, M}, label=say("Keep"), form="keep_proposal",
         effects=(Tell(C, say("We keep your proposal {number} for further study: {reason} You hear by {kept_until} what becomes of it.")),)),
    Move("carried_out", {S.ADOPTED}, S.CLOSED, {U, M}, label=say("Carried out"), stamps="carried_out_at",
         effects=(Tell(C, say("Your proposal {number} is carried out: {measure} Thank you.")),)),
    # -- the committee (SUG-08)
    Move("score", OPEN, None, {U, M}, label=say("Grade"), form="score_proposal"),
    Move("reward", OPEN, None, {U, M}, label=say("Reward"), shown=has_scores, only_if=earns_something, stamps="rewarded_at",
         otherwise=say("There is no reward: too few of the committee have graded it, or it has too few points."),
         effects=(Tell(C, say("The committee has graded your proposal {number}: {grade}. Your reward is {reward}. We call you about it.")),
                  Tell(D, say("Please hand {customer}, {phone}, the reward of {reward} for {number}."), buttons=True))),
    # -- at any time
    Move("withdraw", UNDECIDED, S.CANCELLED, {C}, label=say("Withdraw"), form="withdraw",
         effects=(Tell(U, say("Proposal {number} was taken back. {reason}")), Tell(T, say("Proposal {number} was taken back. {reason}")))),
    *asks_for_a_person(OPEN),
    *writes(OPEN),
    notes(OPEN),
    hurries(OPEN, U),
)

PROMISES = (
    Promise("received", say("somebody reads the proposal"), {S.NEW}, Within("proposal_decision"), reminder=True,
            steps=(Step(Tell(U, say("Proposal {number} of {customer}, {product}: {words}"), buttons=True), START),)),
    Promise("opinion", say("an opinion on the proposal"), {S.STUDIED}, Within("proposal_opinion"), until="opinion_at", restarts_on={"forward"},
            steps=(Step(Alert(U, say("{number}: {technician} has given no opinion within {allowed}."))),)),
    Promise("decision", say("a decision on the proposal"), {S.NEW, S.STUDIED}, Within("proposal_decision"),
            steps=(Step(Alert(U, say("{number}: no decision on the proposal within {allowed}."))),)),
    Promise("kept", say("a decision on the kept proposal"), {S.KEPT}, Within("proposal_kept"),
            steps=(Step(Tell(U, say("{number} is still kept. A decision is due {due}."), buttons=True), START, "proposal_reminder", even_late=False),
                   Step(Alert(M, say("{number} has been kept for {allowed} and nothing is decided."))))),
    Promise("carrying_out", say("the adopted proposal is carried out"), {S.ADOPTED}, Within("proposal_carried_out", "carried_out_by"),
            steps=(Step(Alert(U, say("{number} was to be carried out by {due}: {measure}"))),)),
    human(OPEN),
)
# fmt: on

PROPOSAL = Kind(
    "proposal",
    "P",
    say("Proposal"),
    NAMES,
    MOVES,
    PROMISES,
    gathers=False,
    pledge=Pledge(say("You hear by {due} what becomes of it."), ("decision", "kept")),
    outline=(
        say("{customer}, {phone}"),
        say("{product}: {words}"),
        say("Opinion: {opinion}"),
        say("Measure: {measure}"),
        say("Points: {points}"),
    ),
)
