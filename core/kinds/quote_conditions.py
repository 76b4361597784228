"""Whether a quote is needed, waits for its answer or is agreed (FEE-01, FEE-06, WAR-02)."""

from __future__ import annotations

from decimal import Decimal

from core.policy import Policy
from core.roles import Role
from core.tickets import Act, Ticket

OFFICE = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})


def quoted(ticket: Ticket) -> Decimal:
    return Decimal(str(ticket.facts.get("quote_total") or 0))


def is_agreed(ticket: Ticket) -> bool:
    """By the customer, or because it comes to nothing."""
    return "quote_agreed_at" in ticket.facts


def waits_for_answer(ticket: Ticket) -> bool:
    return "quoted_at" in ticket.facts and not ticket.facts.keys() & {"quote_agreed_at", "quote_over_at"}


def is_to_be_paid(ticket: Ticket) -> bool:
    return is_agreed(ticket) and quoted(ticket) > 0


def may_cost(ticket: Ticket) -> bool:
    """As far as anybody can say before the fault was seen."""
    return ticket.facts.get("chargeable") is not False or is_agreed(ticket)


def is_for_sales(ticket: Ticket) -> bool:
    """The policy said so when the ticket was opened (FEE-06)."""
    return bool(ticket.facts.get("sales_quote"))


def waits_for_sales(ticket: Ticket) -> bool:
    return is_for_sales(ticket) and not is_agreed(ticket)


def office_quotes_first(ticket: Ticket) -> bool:
    return bool(ticket.facts.get("quote_first")) and not is_for_sales(ticket)


def sales_quotes_first(ticket: Ticket) -> bool:
    return bool(ticket.facts.get("quote_first")) and is_for_sales(ticket)


def may_quote(_: Ticket, act: Act, policy: Policy) -> bool:
    return act.by in OFFICE or act.by in policy.warranty.quoted_by


def charges_nothing(ticket: Ticket, act: Act, policy: Policy) -> bool:
    return may_quote(ticket, act, policy) and not Decimal(str(act.facts.get("quote_total") or 0))


def answers_this_quote(ticket: Ticket, act: Act, _: Policy) -> bool:
    """Not an earlier one, whose button is still in the chat."""
    return waits_for_answer(ticket) and act.facts.get("quote_no") == ticket.facts.get("quote_no")


def a_quote_waits(ticket: Ticket, _: Act, __: Policy) -> bool:
    return waits_for_answer(ticket)


def a_quote_for_sales_waits(ticket: Ticket, _: Act, __: Policy) -> bool:
    return waits_for_answer(ticket) and is_for_sales(ticket)


def agreed_to_pay(ticket: Ticket, _: Act, __: Policy) -> bool:
    return is_to_be_paid(ticket)


def is_released(ticket: Ticket, act: Act, policy: Policy) -> bool:
    """Nothing is charged that the customer has not agreed to (FEE-01)."""
    charged = act.facts.get("not_covered") or ticket.facts.get("chargeable")
    return not charged or policy.warranty.quote_before == "never" or is_agreed(ticket)


def costs_nothing(ticket: Ticket, act: Act, policy: Policy) -> bool:
    """By the warranty or by a quote; or it is known since the report that it is charged (WAR-02, WAR-14)."""
    known = not act.facts.get("not_covered") or bool(ticket.facts.get("chargeable"))
    return is_released(ticket, act, policy) and (known or is_agreed(ticket))


def may_go_there(ticket: Ticket, _: Act, policy: Policy) -> bool:
    """FEE-06: where the quote comes before the visit, nobody sets off without it."""
    first = policy.warranty.quote_before == "visit" and bool(ticket.facts.get("chargeable"))
    return not first or ticket.state != "scheduled" or is_agreed(ticket)
