"""Work that opens walls or floors: covered, and accompanied from the beginning to the end (VIS-21)."""

from __future__ import annotations

from collections.abc import Iterable

from core.kinds.conditions import moment
from core.kinds.fault_states import S
from core.phrases import say
from core.policy import Policy
from core.tickets import Act, Alert, Guard, Move, Role, Tell, Ticket
from core.values import replace

C, T, D, U, M = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER
PROTECT_FIRST = say(
    "Work on {number} that opens walls or floors needs a photo of what was covered, and somebody of the office who goes along. Please tap “Invasive work”."
)
SEEN_FIRST = say("{companion} accompanies the work on {number} and has not said yet that it is done as agreed.")
TO_BEGIN = say(
    "{number}: walls or floors are to be opened; everything is covered as you see. {companion} accompanies it. Please say when it may begin."
)


def may_be_invasive(ticket: Ticket) -> bool:
    """The policy said so when the ticket was opened, and nothing was covered today."""
    return bool(ticket.facts.get("may_be_invasive")) and not is_protected(ticket)


def is_protected(ticket: Ticket) -> bool:
    """Since the technician arrived: on another day everything is covered anew."""
    arrived = moment(ticket, "arrived_at", ticket.opened_at)
    return "protected_at" in ticket.facts and moment(ticket, "protected_at", arrived) >= arrived


def waits_to_begin(ticket: Ticket) -> bool:
    return is_protected(ticket) and "begun_at" not in ticket.facts


def is_invasive(act: Act, policy: Policy) -> bool:
    """The shop's list says so of what was done."""
    done = policy.catalogue.actions.get(str(act.facts.get("done", "")))
    return done is not None and done.invasive


def lacks_protection(ticket: Ticket, act: Act, policy: Policy) -> bool:
    return is_invasive(act, policy) and may_be_invasive(ticket)


def waits_for_companion(ticket: Ticket) -> bool:
    return is_protected(ticket) and "seen_at" not in ticket.facts


def has_begun(ticket: Ticket, _: Act, __: Policy) -> bool:
    return waits_for_companion(ticket) and "begun_at" in ticket.facts


def once_accompanied(rows: Iterable[Move]) -> tuple[Move, ...]:
    """What was opened is not reported as finished without both."""
    return tuple(replace(row, only_if=also_accompanied(row.only_if)) for row in rows)


def also_accompanied(guard: Guard | None) -> Guard:
    def both(ticket: Ticket, act: Act, policy: Policy) -> bool:
        missing = lacks_protection(ticket, act, policy) or waits_for_companion(ticket)
        return not missing and (guard is None or guard(ticket, act, policy))

    return both


# fmt: off
INVASIVE = (
    Move("protect", {S.ON_SITE}, None, {T}, label=say("Invasive work"), form="protect_home", shown=may_be_invasive, stamps="protected_at",
         clears=("begun_at", "seen_at"),
         effects=(Tell(C, say("For {number} walls or floors have to be opened. Your things are covered as you see here. "
                              "{companion} accompanies the work: please settle with him what is to be done otherwise.")),
                  Alert(D, TO_BEGIN, while_here=True), Tell(U, TO_BEGIN, buttons=True, beside=D),
                  Tell(T, say("Noted. Please wait until {companion} says that the work on {number} may begin."), buttons=True))),
    Move("begin_work", {S.ON_SITE, S.NEEDS_HELP}, None, {D, U, M}, label=say("The work may begin"), shown=waits_to_begin, stamps="begun_at",
         effects=(Tell(C, say("The work for {number} begins now. {companion} accompanies it.")),
                  Tell(T, say("{who} says that the work on {number} may begin."), buttons=True))),
    Move("change_work", {S.ON_SITE, S.NEEDS_HELP}, None, {D, U, M}, label=say("Change the work"), form="change_work", shown=waits_for_companion,
         effects=(Tell(C, say("Settled with you for {number}: {work_change}")), Tell(T, say("Changed for {number}: {work_change}"), buttons=True))),
    Move("see_work", {S.ON_SITE, S.NEEDS_HELP}, None, {D, U, M}, label=say("The work is as agreed"), shown=waits_for_companion, stamps="seen_at",
         only_if=has_begun, otherwise=say("Please say first that the work on {number} may begin."),
         effects=(Tell(T, say("{who} has seen the work on {number}: it is as agreed. You can finish."), buttons=True),)),
)
# fmt: on
