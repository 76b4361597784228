"""The same table of promises under the numbers of each trade; what the warranty says in each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.kinds import kind_named
from core.opening import open_shop
from core.people import Sale
from core.promises import wind
from core.shop import Shop
from core.tickets import Event, PersonId, Ref, Role, Ticket
from core.warranty import cover

MONDAY = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)  # 09:30 in Shanghai
BOUGHT = date(2024, 2, 29)
SALE = Sale(1, "S-1", "+8613800138000", "Ann", "Thing", "", "T-1", "", BOUGHT, BOUGHT + timedelta(days=1), "")


def due(shop: Shop, promise: str, kind: str = "fault", **facts: object) -> datetime | None:
    ticket = Ticket(Ref("x"), "X-1", kind, "new", PersonId(1), MONDAY, facts=facts)
    history = [Event(MONDAY, "open", Role.CUSTOMER, PersonId(1), "", "new")]
    clocks = wind(ticket, history, kind_named(kind).promises, (), shop, MONDAY)
    return next(clock.due_at for clock in clocks if clock.promise == promise and not clock.warning)


@pytest.mark.rule("FLT-19")
def test_an_appliance_that_needs_a_visit_is_repaired_within_48_hours() -> None:
    assert due(open_shop("appliance", MONDAY), "resolve_complex", complexity="complex") == MONDAY + timedelta(hours=48)


@pytest.mark.rule("ESC-04")
def test_what_cannot_be_solved_by_phone_in_four_hours_goes_to_the_supervisor() -> None:
    """Four working hours from half past nine, without the noon break of the office."""
    shop = open_shop("appliance", MONDAY)
    assert due(shop, "resolve_simple") == shop.reach(MONDAY, shop.policy.promises.resolve_simple)
    assert due(shop, "resolve_simple") in {MONDAY + timedelta(hours=4), MONDAY + timedelta(hours=5.5)}


@pytest.mark.parametrize(("profile", "days"), [("furniture", 5), ("property", 5), ("piano", 5)])
def test_the_other_trades_promise_a_simple_repair_in_working_days(profile: str, days: int) -> None:
    assert due(open_shop(profile, MONDAY), "resolve_simple") == MONDAY + timedelta(days=days + 2)


@pytest.mark.rule("WAR-01")
@pytest.mark.rule("WAR-08")
@pytest.mark.parametrize(
    ("profile", "last"),
    [("furniture", date(2026, 3, 1)), ("piano", date(2027, 2, 28)), ("property", date(2026, 3, 1))],
)
def test_the_last_day_of_the_warranty_still_counts(profile: str, last: date) -> None:
    policy = open_shop(profile, MONDAY).policy
    assert cover(SALE, policy, last).free is True
    assert cover(SALE, policy, last + timedelta(days=1)).free is False


def test_where_the_delivery_is_not_known_the_purchase_counts() -> None:
    policy = open_shop("furniture", MONDAY).policy
    unknown = replace(SALE, delivered_on=None)
    assert cover(unknown, policy, date(2026, 2, 28)).free is True
    assert cover(unknown, policy, date(2026, 3, 1)).free is False


@pytest.mark.rule("CMP-11")
@pytest.mark.rule("CMP-20")
@pytest.mark.parametrize(("profile", "days"), [("furniture", 2), ("property", 9), ("appliance", 2), ("piano", 9)])
def test_a_complaint_is_answered_within_the_working_days_of_its_trade(profile: str, days: int) -> None:
    """Seven working days from a Monday are nine on the wall."""
    assert due(open_shop(profile, MONDAY), "result", "complaint") == MONDAY + timedelta(days=days)
