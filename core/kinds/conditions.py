"""When a move may be made, a button makes sense, or a promise holds: named, and shared by the kinds."""

from __future__ import annotations

from datetime import datetime, timedelta

from core.policy import Policy
from core.tickets import Act, Ticket


def names_somebody(_: Ticket, act: Act, __: Policy) -> bool:
    return act.assignee is not None


def has_visit(ticket: Ticket, _: Act, __: Policy) -> bool:
    return ticket.visit is not None


def had_no_time(ticket: Ticket, _: Act, __: Policy) -> bool:
    return ticket.visit is None


def has_time(ticket: Ticket) -> bool:
    return ticket.visit is not None


def has_technician_then(_: Ticket, act: Act, __: Policy) -> bool:
    return bool(act.facts.get("technician_free"))


def has_words(_: Ticket, act: Act, __: Policy) -> bool:
    return bool(act.facts.get("note"))


def rang_long_enough(ticket: Ticket, act: Act, policy: Policy) -> bool:
    """VIS-07: five minutes at the door before anybody may leave."""
    return act.at - moment(ticket, "arrived_at", act.at) >= policy.visit.no_answer.time


def is_not_early(ticket: Ticket, act: Act, policy: Policy) -> bool:
    """DLV-03: punctual is at the agreed time, or as long before as the policy allows."""
    return ticket.visit is None or act.at >= ticket.visit.start - policy.visit.arrive_early_most.time


def waits_for_parts(ticket: Ticket) -> bool:
    return ticket.state == "needs_parts"


def others_answer_for_it(ticket: Ticket) -> bool:
    """The cause that was found is the business of a department (FLT-12)."""
    return bool(ticket.facts.get("department"))


def to_be_passed_on(ticket: Ticket) -> bool:
    return others_answer_for_it(ticket) and "passed_on_at" not in ticket.facts


def is_to_be_passed_on(ticket: Ticket, _: Act, __: Policy) -> bool:
    return to_be_passed_on(ticket)


def special_day_is_asked(ticket: Ticket) -> bool:
    return "special_asked" in ticket.facts


def special_day_is_ahead(ticket: Ticket, act: Act, __: Policy) -> bool:
    return special_day_is_asked(ticket) and datetime.fromisoformat(ticket.facts["special_asked"][0]) > act.at


def was_repaired(ticket: Ticket) -> bool:
    """By somebody who was there; and whoever is forgotten has nothing left to go on with."""
    return "finished_at" in ticket.facts and "ask_no_more_at" not in ticket.facts


def to_be_judged(ticket: Ticket) -> bool:
    return "finished_at" in ticket.facts and "judged_at" not in ticket.facts


def was_repaired_lately(ticket: Ticket, act: Act, policy: Policy) -> bool:
    """FLT-17: for so long what comes back is the same job, after that it is a new one (FLT-21)."""
    finished = moment(ticket, "accepted_at", moment(ticket, "finished_at", act.at))
    return was_repaired(ticket) and act.at - finished <= policy.limits.reopen_within.time


def not_nudged_lately(ticket: Ticket, act: Act, policy: Policy) -> bool:
    never = datetime.min.replace(tzinfo=act.at.tzinfo) + timedelta(days=1)
    return act.at - moment(ticket, "nudged_at", never) >= policy.limits.nudge_every.time


def dissatisfied(_: Ticket, act: Act, policy: Policy) -> bool:
    return int(act.facts.get("rating", 3)) <= policy.survey.low_score


def was_harmed(ticket: Ticket, act: Act, policy: Policy) -> bool:
    """DLV-20: something at home, or of the goods."""
    return bool(act.facts.get("harmed")) and rateable(ticket, act, policy)


def not_reached(_: Ticket, act: Act, __: Policy) -> bool:
    return act.facts.get("heard") == "not_reached"


def not_pleased(_: Ticket, act: Act, __: Policy) -> bool:
    return act.facts.get("heard") == "bad"


def rateable(ticket: Ticket, _: Act, __: Policy) -> bool:
    return to_be_rated(ticket)


def to_be_rated(ticket: Ticket) -> bool:
    return survey_is_due(ticket) and "rated_at" not in ticket.facts


def moment(ticket: Ticket, fact: str, otherwise: datetime) -> datetime:
    stored = ticket.facts.get(fact)
    return datetime.fromisoformat(stored) if stored else otherwise


def unconfirmed(ticket: Ticket) -> bool:
    return "confirmed_at" not in ticket.facts


def extension_is_asked(ticket: Ticket) -> bool:
    return "extension_asked" in ticket.facts


def answers_an_extension(ticket: Ticket, _: Act, __: Policy) -> bool:
    return extension_is_asked(ticket)


def asked_for_a_person(ticket: Ticket) -> bool:
    """And nobody has answered yet (CHN-14)."""
    return "asked_human_at" in ticket.facts


def technician_calls(ticket: Ticket) -> bool:
    """The policy said so when the ticket was opened (FLT-05)."""
    return bool(ticket.facts.get("technician_calls"))


def to_be_called(ticket: Ticket) -> bool:
    return technician_calls(ticket) and "called_at" not in ticket.facts


def survey_is_due(ticket: Ticket) -> bool:
    return "accepted_at" in ticket.facts and "ask_no_more_at" not in ticket.facts


def is_pleased(ticket: Ticket) -> bool:
    """He accepted the work and has not said that he was dissatisfied; and he may be written to."""
    return survey_is_due(ticket) and int(ticket.facts.get("rating", 3)) > 1


def is_repair(ticket: Ticket) -> bool:
    """Not only a question to a person."""
    return not ticket.facts.get("question")


def is_urgent(ticket: Ticket) -> bool:
    return ticket.urgent


def is_not_urgent(ticket: Ticket) -> bool:
    return not ticket.urgent


def has_no_time_or_is_urgent(ticket: Ticket) -> bool:
    """Where the customer chose a time, that time is the promise (FLT-20); otherwise DSP-01 holds."""
    return is_repair(ticket) and (ticket.urgent or ticket.visit is None)


def is_simple(ticket: Ticket) -> bool:
    return str(ticket.facts.get("complexity", "simple")) == "simple"


def is_complex(ticket: Ticket) -> bool:
    return not is_simple(ticket)


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


def customer_is_in_chat(ticket: Ticket) -> bool:
    return bool(ticket.facts.get("in_chat"))


def waits_for_departments(ticket: Ticket) -> bool:
    """Some of those that were asked have not answered (FLT-13)."""
    return answers_left(ticket) > 0


def a_department_is_asked(ticket: Ticket, _: Act, __: Policy) -> bool:
    return waits_for_departments(ticket)


def is_the_last_answer(ticket: Ticket, _: Act, __: Policy) -> bool:
    return answers_left(ticket) <= 1


def answers_left(ticket: Ticket) -> int:
    return int(ticket.facts.get("tasks", 0)) - int(ticket.facts.get("tasks_done", 0))
