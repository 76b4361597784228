"""The states of a complaint, what people call them, and what a complaint may be about."""

from __future__ import annotations

from enum import StrEnum, auto

from core.phrases import say


class S(StrEnum):
    NEW = auto()  # after-sales knows, nobody looks into it yet
    RAISED = auto()  # the customer was not satisfied: the next level has it
    ROUTED = auto()  # somebody of the responsible department looks into it
    FINDINGS = auto()  # the customer caused it, and that is to be approved before he hears of it
    PLANNED = auto()  # the customer knows what will be done
    TO_APPROVE = auto()  # the result promises more than its author may promise
    ANSWERED = auto()  # the customer is to say whether he is satisfied
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.NEW: say("with after-sales"),
    S.RAISED: say("with the next level"),
    S.ROUTED: say("being looked into"),
    S.FINDINGS: say("findings being approved"),
    S.PLANNED: say("being put right"),
    S.TO_APPROVE: say("answer being approved"),
    S.ANSWERED: say("answered, waiting for an opinion"),
    S.CLOSED: say("closed"),
    S.CANCELLED: say("withdrawn"),
}
OPEN = frozenset(S) - {S.CLOSED, S.CANCELLED}
UNANSWERED = OPEN - {S.ANSWERED}
IN_WORK = frozenset({S.NEW, S.RAISED, S.ROUTED, S.FINDINGS, S.PLANNED})
# X28: product quality, the service, the conduct of somebody
SUBJECTS = {
    "quality": say("Quality of the product"),
    "service": say("The service"),
    "conduct": say("Somebody's conduct"),
    "other": say("Something else"),
}
# Who is liable, as quality decides it (CMP-17)
LIABLE = {"customer": say("the customer"), "company": say("the company"), "supplier": say("the supplier")}
WHY_MAJOR = {
    "injury": say("somebody is hurt or in danger"),
    "public": say("press, authorities or many households"),
    "amount": say("a large amount is at stake"),
}
