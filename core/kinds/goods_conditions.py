"""When a move of goods may be made, or a button of theirs makes sense: brought, checked, refused, put together."""

from __future__ import annotations

from core.kinds.conditions import has_time, names_somebody
from core.policy import Policy
from core.tickets import Act, Ticket


def crew_and_time(ticket: Ticket, act: Act, policy: Policy) -> bool:
    return names_somebody(ticket, act, policy) and has_time(ticket)


def goods_are_checked(ticket: Ticket, _: Act, __: Policy) -> bool:
    """DLV-08: nothing leaves that was not unpacked, checked and packed again."""
    return "goods_checked_at" in ticket.facts


def goods_are_unchecked(ticket: Ticket) -> bool:
    return "goods_checked_at" not in ticket.facts


def is_to_be_loaded(ticket: Ticket) -> bool:
    """DLV-16: the goods are checked, and not in the van yet."""
    return "goods_checked_at" in ticket.facts and "loaded_at" not in ticket.facts


def is_to_be_signed_out(ticket: Ticket) -> bool:
    """DLV-16: the goods are checked and loaded, and the store has not handed them over."""
    return "goods_checked_at" in ticket.facts and "signed_out_at" not in ticket.facts


def time_is_untold(ticket: Ticket) -> bool:
    return "expected_at" not in ticket.facts


def old_item_is_here(ticket: Ticket, act: Act, _: Policy) -> bool:
    """DLV-11: an exchange takes the old item along."""
    return not ticket.facts.get("exchange") or bool(act.facts.get("old_item_collected"))


def is_refused(_: Ticket, act: Act, __: Policy) -> bool:
    """The customer does not want it at all, so there is nothing to replace."""
    return act.facts.get("wrong") == "refused"


def is_damaged(ticket: Ticket, _: Act, __: Policy) -> bool:
    """DLV-09: on the way, so that somebody has to say what becomes of it."""
    return ticket.facts.get("wrong") == "damaged"


def settles_fault(ticket: Ticket, _: Act, __: Policy) -> bool:
    """FLT-26: it is brought in exchange for what could not be repaired."""
    return bool(ticket.facts.get("settles_fault"))


def was_stopped(ticket: Ticket) -> bool:
    """INS-07: a defect makes an installation the business of sales and quality."""
    return "wrong" in ticket.facts


def needs_fitters(ticket: Ticket, _: Act, policy: Policy) -> bool:
    """It was asked for, and is more than the crew that delivers puts together (INS-01)."""
    category = policy.catalogue.categories.get(str(ticket.facts.get("category", "")))
    return bool(ticket.facts.get("installation")) and category is not None and category.fitted


def everything_is_here(ticket: Ticket, act: Act, _: Policy) -> bool:
    """ORD-03, ORD-05: no line of the contract is missing in the store."""
    return bool(act.facts.get("missing", ticket.facts.get("missing")) == [])


def something_is_missing(ticket: Ticket, act: Act, policy: Policy) -> bool:
    return not everything_is_here(ticket, act, policy)
