"""Promises of a fault, wound from its history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from core.kinds import kind_named
from core.opening import open_shop
from core.phrases import Span
from core.ports import Clock
from core.promises import wind
from core.tickets import Event, PersonId, Ref, Role, Ticket

MONDAY = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)  # 09:30 in Shanghai
SHOP = open_shop("furniture", MONDAY)
FAULT = kind_named("fault")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Case:
    """A ticket whose states are told one after the other."""

    def __init__(self, **facts: str) -> None:
        self.ticket = Ticket(Ref("x"), "F-1", "fault", "new", PersonId(1), MONDAY, facts=facts)
        self.history = [Event(MONDAY, "open", Role.CUSTOMER, PersonId(1), "", "new")]
        self.clocks: tuple[Clock, ...] = ()
        self.rewind(MONDAY)

    def goes(self, state: str, at: datetime, action: str = "move", **changes: Any) -> None:  # noqa: ANN401
        self.history.append(Event(at, action, Role.CLOCK, None, self.ticket.state, state))
        self.ticket = replace(self.ticket, state=state, **changes)
        self.rewind(at)

    def rewind(self, at: datetime) -> None:
        self.clocks = wind(self.ticket, self.history, FAULT.promises, self.clocks, SHOP, at)

    def rings(self, promise: str, at: datetime) -> None:
        """Every clock of this promise that is due by then has rung."""
        due = [c for c in self.clocks if c.promise == promise and c.due_at and c.due_at <= at]
        assert due, f"nothing of {promise} is due"
        self.clocks = tuple(replace(c, fired_at=at) if c in due else c for c in self.clocks)

    def all_of(self, promise: str) -> list[Clock]:
        return [clock for clock in self.clocks if clock.promise == promise]

    def due(self, promise: str) -> datetime | None:
        return next(c.due_at for c in self.all_of(promise) if not c.warning and c.ended_at is None)


def test_a_simple_repair_is_promised_within_five_working_days() -> None:
    assert Case().due("resolve_simple") == datetime(2026, 11, 30, 1, 30, tzinfo=UTC)


def test_a_complex_repair_has_ten_and_the_customer_hears_of_it_on_the_way() -> None:
    case = Case(complexity="complex")
    assert case.due("resolve_complex") == datetime(2026, 12, 7, 1, 30, tzinfo=UTC)
    progress = [c.due_at for c in case.all_of("resolve_complex") if c.step < 10]
    assert progress == [MONDAY + 3 * DAY, MONDAY + 8 * DAY, MONDAY + 11 * DAY]
    assert case.all_of("resolve_simple") == []


def test_handing_the_job_over_does_not_restart_what_was_promised() -> None:
    case = Case()
    promised = case.due("resolve_simple")
    case.goes("offered", MONDAY + HOUR, "assign")
    case.goes("new", MONDAY + 2 * HOUR, "decline")
    assert case.due("resolve_simple") == promised


def test_each_offer_has_its_own_time() -> None:
    case = Case()
    case.goes("offered", MONDAY + HOUR, "assign")
    first = case.all_of("offer")[0].due_at
    case.goes("offered", MONDAY + HOUR + timedelta(minutes=5), "assign")
    assert [c.due_at for c in case.all_of("offer") if c.ended_at is None] != [first]


def test_waiting_for_the_customer_does_not_eat_the_promise() -> None:
    case = Case()
    case.goes("to_reschedule", MONDAY + DAY)
    assert case.due("resolve_simple") is None
    case.goes("scheduled", MONDAY + 2 * DAY)
    assert case.due("resolve_simple") == datetime(2026, 12, 1, 1, 30, tzinfo=UTC)


def test_waiting_for_parts_is_our_own_affair_and_does_not_pause_it() -> None:
    case = Case()
    promised = case.due("resolve_simple")
    case.goes("needs_parts", MONDAY + DAY)
    assert case.due("resolve_simple") == promised


def test_what_has_rung_before_a_pause_does_not_ring_again_after_it() -> None:
    case = Case()
    late = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
    case.rings("resolve_simple", late)
    case.goes("to_reschedule", late + HOUR)
    case.goes("scheduled", late + DAY)
    overdue = [c for c in case.all_of("resolve_simple") if not c.warning and c.ended_at is None]
    assert [c.fired_at for c in overdue] == [late]


def test_an_extension_that_the_customer_granted_moves_the_deadline_and_it_may_ring_again() -> None:
    case = Case()
    case.rings("resolve_simple", datetime(2026, 11, 30, 2, 0, tzinfo=UTC))
    agreed = datetime(2026, 12, 4, 9, 0, tzinfo=UTC)
    case.goes("new", MONDAY + 7 * DAY, "grant_extension", facts={"promised_by": agreed.isoformat()})
    main = next(c for c in case.all_of("resolve_simple") if not c.warning)
    assert (main.due_at, main.fired_at, main.generation) == (agreed, None, 1)


def test_kept_or_broken_is_judged_by_the_event_and_not_by_when_somebody_looked() -> None:
    case = Case()
    case.goes("offered", MONDAY + timedelta(minutes=10), "assign")
    case.goes("scheduled", MONDAY + timedelta(minutes=20), "accept")
    contact = case.all_of("first_contact")[0]
    assert (contact.kept, contact.ended_at) == (True, MONDAY + timedelta(minutes=20))
    late = Case()
    late.goes("scheduled", MONDAY + HOUR, "accept")
    assert late.all_of("first_contact")[0].kept is False


def test_the_call_ahead_follows_the_visit_when_it_moves() -> None:
    case = Case()
    visit = Span(MONDAY + 5 * HOUR, MONDAY + 7 * HOUR)
    case.goes("scheduled", MONDAY, visit=visit)
    assert case.all_of("call_ahead")[0].due_at == visit.start - 2 * HOUR
    case.rings("call_ahead", visit.start - 2 * HOUR)
    later = Span(visit.start + DAY, visit.end + DAY)
    case.goes("scheduled", MONDAY + 4 * HOUR, "move_visit", visit=later)
    again = case.all_of("call_ahead")[0]
    assert (again.due_at, again.fired_at) == (later.start - 2 * HOUR, None)


def test_nobody_is_called_ahead_of_a_visit_that_is_agreed_too_late_for_it() -> None:
    case = Case()
    case.goes("scheduled", MONDAY, visit=Span(MONDAY + HOUR, MONDAY + 2 * HOUR))
    assert case.all_of("call_ahead") == []
    assert case.all_of("leave_now") != []
