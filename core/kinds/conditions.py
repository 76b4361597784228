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


def lacks_purchase(ticket: Ticket) -> bool:
    """Whoever sells was asked for it and has not found it (DSP-06)."""
    return bool(ticket.facts.get("purchase_unknown")) and "found_at" not in ticket.facts


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
