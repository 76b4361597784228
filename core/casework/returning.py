"""Which rule applies to a return, and which price it gives back (退换货服务管理, RTN-01..06)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from core.desk import Desk
from core.errors import Refused
from core.phrases import Bilingual, say
from core.policy import Policy
from core.policy.returns import Rule
from core.tickets import PersonId, Role, Ticket
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """What the customer told. `days`: since the purchase; None where that is not known."""

    product: str
    wants: str  # money, or another one
    why: str  # no_reason, defect, our_fault, misuse
    days: int | None
    proved: bool  # the purchase is in our records, or a receipt was sent
    unsoiled: bool = True
    report: bool = False
    words: str = ""
    name: str = ""
    phone: str = ""
    paid: Decimal | None = None
    photos: tuple[str, ...] = ()
    sale: int | None = None
    defect: str = ""  # the one in the shop's table, as tuning.plate_broken
    office: str = ""  # of the region, where that has filed it
    covered: bool | None = None  # by the warranty; None where that is not known


@dataclass(frozen=True, slots=True)
class Verdict:
    """`allowed` is None where the supervisor has to judge."""

    rule: Rule
    allowed: bool | None
    price_case: str  # paid, today, original (RTN-05)

    def named(self, policy: Policy) -> Bilingual:
        return policy.returns.rules[self.rule].label


def judge(asked: Asked, policy: Policy) -> Verdict:
    """The first rule that applies, in the order of X21: defects, three guarantees, then without a reason."""
    rule, allowed = applying(asked, policy)
    return Verdict(rule, allowed if asked.proved or allowed is False else None, price_case(asked, policy))


def applying(asked: Asked, policy: Policy) -> tuple[Rule, bool | None]:
    returns, days = policy.returns, asked.days
    match asked.why:
        case "misuse":
            return "misuse", False
        case "our_fault":
            return "our_fault", True
        case "defect" if days is not None and days <= returns.three_guarantee_days:
            return "three_guarantee", True
        case "defect" if asked.defect and asked.covered is not False:
            return "defects", by_the_table(asked, policy)
        case "defect":
            return "report", True if asked.report else None
        case _ if returns.is_excluded(asked.product):
            return "excluded", False
        case _ if days is not None and days <= returns.no_reason_days and asked.unsoiled:
            return "no_reason", True
        case _:
            return "supervisor", None


def by_the_table(asked: Asked, policy: Policy) -> bool | None:
    """WAR-11 to WAR-13: where the table leaves a choice, or the warranty is not known, quality chooses."""
    symptom = policy.catalogue.symptom(asked.defect)
    remedies = symptom.remedies if symptom else ()
    if remedies == ("repair",):
        return False
    wanted = "refund" if asked.wants == "money" else "exchange"
    return True if remedies == (wanted,) and asked.covered else None


def price_case(asked: Asked, policy: Policy) -> str:
    """Our fault: the original price. Seasonal and late: the price of today. Else what was paid, with its discount."""
    if asked.why == "our_fault":
        return "original"
    late = asked.days is None or asked.days > policy.returns.no_reason_days
    return "today" if late and policy.returns.is_seasonal(asked.product) else "paid"


def ask_back(
    desk: Desk, customer: PersonId, asked: Asked, verdict: Verdict, by: tuple[Role, PersonId] | None = None
) -> Ticket:
    """`by`: who of the staff files it for him (RTN-11). Raises Refused if this customer opened too many today."""
    held = [ticket for ticket in desk.unit.tickets.open_of(customer) if ticket.kind == "return"]
    if len(held) >= desk.shop.policy.limits.new_tickets_per_day:
        raise Refused(say("{n} returns of yours are open. Please add to one of them.", n=len(held)))
    facts: dict[str, Any] = {
        "product": asked.product,
        "wants": asked.wants,
        "why": asked.why,
        "words": asked.words,
        "name": asked.name,
        "phone": asked.phone,
        "days": asked.days,
        "paid": str(asked.paid) if asked.paid else "",
        "photos": list(asked.photos),
        "sale": asked.sale,
        "rule": verdict.rule,
        "price_case": verdict.price_case,
        "by_the_rule": verdict.allowed,
        "defect": asked.defect,
        "office": asked.office,
    }
    return desk.open("return", customer, facts, by=by)
