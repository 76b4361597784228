"""A decision that dealer and branch office make together: one decides, the other one signs (WAR-10)."""

from __future__ import annotations

from core.due import Within
from core.phrases import say
from core.policy import Policy
from core.promises import Promise, Side, Step
from core.tickets import Act, Alert, Effect, Move, Role, Tell, Ticket

D, U, M = Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER
SIGNERS = frozenset({D, U, M})
DECIDED = {"approve": say("approved"), "refuse": say("refused")}


def is_joint(ticket: Ticket, _: Act, policy: Policy) -> bool:
    """What the table of defects speaks of, where the shop says so."""
    return policy.returns.both_sign and ticket.facts.get("rule") == "defects"


def signs_approval(ticket: Ticket, act: Act, _: Policy) -> bool:
    return act.who != ticket.facts.get("decided_by") and ticket.facts.get("decision") == "approve"


def signs_refusal(ticket: Ticket, act: Act, _: Policy) -> bool:
    return act.who != ticket.facts.get("decided_by") and ticket.facts.get("decision") == "refuse"


# fmt: off
def signed_by_both(signing: str, approved: str, refused: str, on_approval: tuple[Effect, ...], on_refusal: tuple[Effect, ...]) -> tuple[Move, ...]:
    """What follows from the decision follows from the second signature."""
    return (
        Move("sign", {signing}, approved, SIGNERS, label=say("Sign"), only_if=signs_approval, stamps="signed_at", effects=on_approval),
        Move("sign", {signing}, refused, SIGNERS, only_if=signs_refusal, stamps="signed_at", effects=on_refusal,
             otherwise=say("Whoever decided on {number} does not sign it as well.")),
        Move("not_agreed", {signing}, "new", SIGNERS, label=say("I do not agree"), form="not_agreed", clears=("decision", "decided_by"),
             effects=(Tell(U, say("{number}: {who} does not sign the decision: {reason} Please decide again, together."), buttons=True),)),
    )


def both_sign(signing: str) -> Promise:
    return Promise("signed", say("dealer and branch office sign"), {signing}, Within("return_decision"),
                   steps=(Step(Tell(D, say("Return {number} of {customer}, {product}, {defect}: {decision}. {reason}\nPlease sign for the dealer by {due}."),
                                    buttons=True), Side.AFTER_START),
                          Step(Alert(U, say("Return {number}: the decision is not signed by both within {allowed}.")))))
# fmt: on
