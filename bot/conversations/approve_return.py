"""A return is approved or refused, by one or by two, or was not what it was said to be (RTN-05, RTN-09, WAR-10)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.money import MONEY
from bot.dialogue.occasion import Occasion
from bot.dialogue.responsible import anybody, causes
from bot.envelope import Reply
from core.kinds.return_ import PRICE_CASES, S
from core.phrases import Phrase, say
from core.tickets import Ref, Role, Ticket

JUDGES = frozenset({Role.QUALITY, Role.SUPERVISOR, Role.MANAGER})


def price(occasion: Occasion, _: Answers) -> Phrase:
    """Which of the three prices counts, and what is known of it."""
    facts = occasion.desk.ticket(Ref(occasion.about)).facts
    case = PRICE_CASES[str(facts.get("price_case", "paid"))]
    paid = str(facts.get("paid") or "–")
    return say("What counts is {case}. How much is that? Paid was: {paid}.", case=case, paid=paid)


def departments(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [Choice(each.code, each.label) for each in occasion.desk.shop.policy.complaint.departments.values()]


class ApproveReturn(Form):
    title = say("Approve the return")
    opened_by = "approve_return"
    roles = JUDGES

    refund = ask(price, accepts=MONEY, label=say("Refund"))
    cause = ask(say("What was the cause?"), accepts=OneOfOffered(causes, or_words=True), label=say("Cause"))
    unit = ask(say("Which department is responsible?"), accepts=OneOfOffered(departments), label=say("Department"))
    answers_for_it = ask(say("Who answers for it?"), accepts=OneOfOffered(anybody), label=say("Responsible"))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {
            "refund": self.refund, "cause": str(self.cause), "units": [self.unit], "responsible": self.answers_for_it,
            "decision": "approve", "decided_by": occasion.person.id,
        }  # fmt: skip
        ticket = occasion.act("approve_return", facts)
        return to_be_signed(ticket) or Reply(
            say("{number} is approved. The dispatcher has it collected.", number=ticket.number)
        )


class RefuseReturn(Form):
    title = say("Refuse")
    opened_by = "refuse_return"
    roles = JUDGES

    reason = ask(say("Why not? The customer reads this."), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"reason": self.reason, "decision": "refuse", "decided_by": occasion.person.id}
        ticket = occasion.act("refuse_return", facts)
        return to_be_signed(ticket) or Reply(say("{number} is refused. The customer is told.", number=ticket.number))


def to_be_signed(ticket: Ticket) -> Reply | None:
    """Where dealer and branch office decide together (WAR-10)."""
    if ticket.state != S.SIGNING:
        return None
    return Reply(say("{number} is decided. It counts once the other side has signed.", number=ticket.number))


class NotAgreed(Form):
    title = say("I do not agree")
    opened_by = "not_agreed"
    roles = JUDGES | {Role.DISPATCHER}

    reason = ask(say("Why not? Whoever decided reads this."), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("not_agreed", {"reason": self.reason})
        return Reply(say("{number} goes back to the supervisor.", number=ticket.number))


class NotAsDescribed(Form):
    title = say("Not as described")
    opened_by = "not_as_described"
    roles = JUDGES | {Role.DISPATCHER}

    reason = ask(say("What is different? The customer reads this."), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("not_as_described", {"reason": self.reason})
        return Reply(say("{number} goes back to the supervisor.", number=ticket.number))
