"""What it will cost, before anything is done that the warranty does not pay (FEE-01, FEE-06, WAR-02, WAR-09)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.dialogue.answers import Answers, Choice, FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.money import Amount, offered
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import Phrase, say
from core.policy.warranty import Fee
from core.tickets import Role

HOURS = (1, 2, 3)


def hourly(occasion: Occasion) -> Fee | None:
    """What an hour costs by the list; nothing where everything is charged at cost."""
    rules = occasion.desk.shop.policy.warranty
    return None if rules.after == "actual_cost" else rules.tariff.get("labour")


def how_much_labour(occasion: Occasion, _: Answers) -> Phrase:
    fee = hourly(occasion)
    if fee is None or fee.price is None:
        return say("How much does the labour cost?")
    return say("How much does the labour cost? By the list {price} per {unit}.", price=fee.price, unit=fee.unit)


def labour(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    fee = hourly(occasion)
    return offered(*((fee.price * hours for hours in HOURS) if fee and fee.price else ()))


def parts(_: Occasion, __: Answers) -> Sequence[Choice]:
    return offered()


def travel(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    rules = occasion.desk.shop.policy.warranty
    return offered() if rules.after == "actual_cost" else offered(rules.visit_fee)


class WriteQuote(Form):
    title = say("Write a quote")
    opened_by = "quote"
    interrupts = True  # the report of the visit, which needs the customer's consent
    roles = frozenset({Role.TECHNICIAN, Role.SALES_CLERK, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})

    work = ask(say("What is to be done? The customer reads this."), accepts=FreeText(longest=300), label=say("Work"))
    labour = ask(how_much_labour, accepts=Amount(labour), label=say("Labour"))
    parts = ask(say("How much do the parts cost?"), accepts=Amount(parts), label=say("Parts"))
    travel = ask(say("How much does the way cost?"), accepts=Amount(travel), label=say("Travel"))

    @classmethod
    def in_all(cls, occasion: Occasion, answers: Answers) -> Phrase:  # noqa: ARG003
        return say("In all: {total}", total=cls(answers).total)

    @property
    def lines(self) -> dict[str, Decimal]:
        return {"labour": self.labour, "parts": self.parts, "travel": self.travel}

    @property
    def total(self) -> Decimal:
        return sum(self.lines.values(), Decimal())

    def submit(self, occasion: Occasion) -> Reply:
        total = self.total
        facts = {
            "quote": {name: str(amount) for name, amount in self.lines.items()}, "quote_total": str(total),
            "quote_for": self.work, "chargeable": total > 0,
        }  # fmt: skip
        ticket = occasion.act("quote", facts)
        if not total:
            return Reply(say("{number} costs the customer nothing.", number=ticket.number), ticket=ticket.number)
        text = say("The customer of {number} has the quote: {total} in all.", number=ticket.number, total=total)
        return Reply(text, ticket=ticket.number)
