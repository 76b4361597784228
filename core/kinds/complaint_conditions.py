"""When a move on a complaint may be made, or a promise about it holds."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from core.discretion import is_involved
from core.errors import NotAllowed
from core.kinds.complaint_states import S
from core.kinds.conditions import waits_for_departments
from core.phrases import say
from core.policy import Policy
from core.policy.complaints import Level
from core.tickets import Act, Guard, Role, Ticket


def is_major(ticket: Ticket) -> bool:
    return "major_at" in ticket.facts


def is_ordinary(ticket: Ticket) -> bool:
    return not is_major(ticket)


def manager_knows_not(ticket: Ticket) -> bool:
    return "manager_told_at" not in ticket.facts


def is_about_quality(ticket: Ticket) -> bool:
    """Quality looks into these, after-sales into all others (CMP-16)."""
    return ticket.facts.get("subject") == "quality"


def is_for_after_sales(ticket: Ticket) -> bool:
    return not is_about_quality(ticket)


def is_ordinary_and_for_after_sales(ticket: Ticket) -> bool:
    return is_ordinary(ticket) and is_for_after_sales(ticket)


def is_ordinary_and_for_quality(ticket: Ticket) -> bool:
    return is_ordinary(ticket) and is_about_quality(ticket)


def after_sales_names_somebody(ticket: Ticket, act: Act, policy: Policy) -> bool:
    return is_for_after_sales(ticket) and names_somebody_unbiased(ticket, act, policy)


def customer_caused_it(_: Ticket, act: Act, __: Policy) -> bool:
    return act.facts.get("liable") == "customer"


def somebody_is_liable(ticket: Ticket, act: Act, _: Policy) -> bool:
    return is_about_quality(ticket) and "liable" in act.facts


def waits_for_approval(ticket: Ticket) -> bool:
    """Production approves the findings, and has nothing else to do with complaints (CMP-18)."""
    return ticket.state == S.FINDINGS


def judged_by_another(ticket: Ticket, act: Act, _: Policy) -> bool:
    """Two see it before the customer hears that he caused it himself; only a manager answers for both (CMP-18)."""
    return act.by is Role.MANAGER or act.who != ticket.facts.get("judged_by")


def may_be_planned(ticket: Ticket) -> bool:
    return is_for_after_sales(ticket) or "liable_at" in ticket.facts


def liability_is_known(ticket: Ticket, _: Act, __: Policy) -> bool:
    return may_be_planned(ticket)


def names_somebody_unbiased(ticket: Ticket, act: Act, policy: Policy) -> bool:
    """Nobody looks into a complaint about himself or his own job; above the head, only the manager says who does."""
    too_low = level_of(ticket, policy) in {"manager", "outside"} and act.by is not Role.MANAGER
    return act.assignee is not None and not is_involved(ticket, act.assignee) and not too_low


def level_of(ticket: Ticket, policy: Policy) -> str:
    """Whose business it is now: nobody's in particular as long as the customer has not said that he is not satisfied."""
    level = level_reached(ticket, policy)
    return level.role if level else ""


def level_reached(ticket: Ticket, policy: Policy) -> Level | None:
    times = times_raised(ticket)
    return policy.complaint.level_after(times - 1) if times else None


def times_raised(ticket: Ticket) -> int:
    return int(ticket.facts.get("level", 0))


def goes_to(role: str) -> Guard:
    """Not satisfied now, it becomes the business of this role (CMP-12)."""
    return lambda ticket, _, policy: policy.complaint.level_after(times_raised(ticket)).role == role


def is_outside(ticket: Ticket) -> bool:
    """The outside body has been named: what is left for the shop is to write down how it ended."""
    return "outside_at" in ticket.facts


def was_outside(ticket: Ticket, _: Act, __: Policy) -> bool:
    return is_outside(ticket)


def promised(ticket: Ticket, act: Act) -> Decimal:
    """Raises nothing: what is no amount counts as one that nobody may promise."""
    try:
        return Decimal(str(act.facts.get("compensation", ticket.facts.get("compensation")) or 0))
    except InvalidOperation:
        return Decimal("Infinity")


def all_have_answered(ticket: Ticket) -> bool:
    return not waits_for_departments(ticket)


def once_all_have_answered(guard: Guard) -> Guard:
    """Raises NotAllowed while a department still has something to say (FLT-13)."""

    def check(ticket: Ticket, act: Act, policy: Policy) -> bool:
        if waits_for_departments(ticket):
            raise NotAllowed(say("{number} still waits for the answer of a department."))
        return guard(ticket, act, policy)

    return check


def within_own_limit(ticket: Ticket, act: Act, policy: Policy) -> bool:
    return promised(ticket, act) <= policy.complaint.compensation.of(act.by)


def within_limit_of(role: Role) -> Guard:
    return lambda ticket, act, policy: promised(ticket, act) <= policy.complaint.compensation.of(role)
