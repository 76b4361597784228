"""By when a promise is due: so long after its start, or so long before what was agreed. The shop says how long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from core.promises import Run, allowance
from core.shop import Shop
from core.tickets import Ticket
from core.values import dataclass

CLOSING = time(18)  # of a day on which the office is closed


@dataclass(frozen=True, slots=True)
class Within:
    """The policy's time after the start; or the moment in the fact `extended_by`, once the customer agreed to it.

    Never, where the policy does not promise it.
    """

    key: str
    extended_by: str = ""

    def __call__(self, ticket: Ticket, run: Run, shop: Shop) -> datetime | None:
        if moved := ticket.facts.get(self.extended_by):
            return datetime.fromisoformat(moved)
        allowed = allowance(shop, self.key)
        return shop.reach(run.start, allowed, run.pauses) if allowed else None

    def key_for(self, _: Ticket) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class WithinOrVisit(Within):
    """The same, but not before the end of the visit that was agreed (FLT-20)."""

    def __call__(self, ticket: Ticket, run: Run, shop: Shop) -> datetime | None:
        due = Within.__call__(self, ticket, run, shop)
        return max(due, ticket.visit.end) if due and ticket.visit else due


@dataclass(frozen=True, slots=True)
class WithinByPlace:
    """The policy's time from the start, without pauses, by whether it is in the city or in the suburbs (DSP-01)."""

    city: str
    suburb: str

    def __call__(self, ticket: Ticket, run: Run, shop: Shop) -> datetime:
        return shop.reach(run.start, allowance(shop, self.key_for(ticket)))

    def key_for(self, ticket: Ticket) -> str:
        return self.suburb if ticket.facts.get("suburb") else self.city


def call_ahead(ticket: Ticket, _: Run, shop: Shop) -> datetime | None:
    """The policy's time before the visit begins (DLV-05)."""
    return shop.ahead_of(ticket.visit.start, allowance(shop, "call_ahead")) if ticket.visit else None


def phone_ahead(ticket: Ticket, _: Run, shop: Shop) -> datetime | None:
    """Later than the message, when there is still time to phone who has not confirmed (DLV-05)."""
    return shop.ahead_of(ticket.visit.start, allowance(shop, "call_ahead_phone")) if ticket.visit else None


def time_to_leave(ticket: Ticket, _: Run, shop: Shop) -> datetime | None:
    """The way there and the policy's allowance before the visit begins (VIS-05)."""
    key = "leave_ahead_suburb" if ticket.facts.get("suburb") else "leave_ahead"
    return shop.ahead_of(ticket.visit.start, allowance(shop, key)) if ticket.visit else None


def pick_list_time(ticket: Ticket, _: Run, shop: Shop) -> datetime | None:
    """The policy's time on the last open day before the visit (DLV-14)."""
    return shop.on_open_day_before(ticket.visit.start, shop.policy.delivery.pick_list_at) if ticket.visit else None


def late_for_the_list(ticket: Ticket, run: Run, shop: Shop) -> datetime | None:
    """At once, where the store had its list before this was agreed (DLV-14)."""
    listed_at = pick_list_time(ticket, run, shop)
    return run.start if listed_at and listed_at < run.start else None


def stops_seen_time(ticket: Ticket, _: Run, shop: Shop) -> datetime | None:
    """The policy's time in the morning of the visit (DLV-13)."""
    if ticket.visit is None:
        return None
    day = ticket.visit.start.astimezone(shop.zone).date()
    return datetime.combine(day, shop.policy.delivery.stops_seen_at, shop.zone).astimezone(UTC)


def day_before(ticket: Ticket, _: Run, shop: Shop) -> datetime | None:
    """The policy's time on the evening before the visit (DLV-06, DLV-13)."""
    return shop.on_day_before(ticket.visit.start, shop.policy.delivery.notice_at) if ticket.visit else None


def goods_expected(ticket: Ticket, run: Run, shop: Shop) -> datetime:
    """When the office closes on the day that the factory named; the policy's time where it named none (ORD-04)."""
    if not (named := ticket.facts.get("expected_on")):
        return shop.reach(run.start, allowance(shop, "goods_come"))
    return closing_on(date.fromisoformat(named), shop)


def closing_on(day: date, shop: Shop) -> datetime:
    windows = shop.office.on(day)
    return windows[-1].end if windows else datetime.combine(day, CLOSING, shop.zone).astimezone(UTC)


def before_the_contract_ends(ticket: Ticket, _: Run, shop: Shop) -> datetime | None:
    """When the office closes, the policy's days before (FLT-27)."""
    if not (until := ticket.facts.get("covered_until")):
        return None
    return closing_on(date.fromisoformat(until) - timedelta(days=shop.policy.contract.ahead), shop)


def on_the_day_of_milestone(ticket: Ticket, _: Run, shop: Shop) -> datetime | None:
    """When the office closes on the day of the next milestone (INS-12)."""
    planned: Iterable[Mapping[str, str]] = ticket.facts.get("milestones", ())
    ahead = [each["day"] for each in planned if not each.get("done_at")]
    return closing_on(date.fromisoformat(min(ahead)), shop) if ahead else None


def on_the_last_day(ticket: Ticket, _: Run, shop: Shop) -> datetime | None:
    """When the office closes on the day that the contract names (INS-10)."""
    named = ticket.facts.get("complete_by")
    return closing_on(date.fromisoformat(named), shop) if named else None


def end_of_visit_window(ticket: Ticket, _: Run, __: Shop) -> datetime | None:
    """What was agreed with the customer is the promise (FLT-20)."""
    return ticket.visit.end if ticket.visit else None


def end_of_survey(ticket: Ticket, run: Run, shop: Shop) -> datetime | None:
    """Where the shop asks at all (SRV-05)."""
    return Within("survey_expires")(ticket, run, shop) if shop.policy.survey.on else None
