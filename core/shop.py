"""The shop as it is configured, with its calendars: what promises and visits are counted in."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.phrases import Span
from core.policy import Policy
from core.policy.allowance import Allowance
from core.values import dataclass
from core.worktime import Calendar, before, deadline, deadline_days

NOTHING, DAY = timedelta(), timedelta(days=1)
LONGEST_BREAK = 30  # days on which a shop is closed in a row


@dataclass(frozen=True, slots=True)
class Shop:
    policy: Policy
    office: Calendar  # when promises count
    field: Calendar  # when visits are made
    _windows: dict[date, tuple[Span, ...]] = dataclasses.field(
        default_factory=dict[date, tuple[Span, ...]], init=False, repr=False, compare=False
    )

    @property
    def zone(self) -> ZoneInfo:
        return self.office.zone

    def reach(self, start: datetime, allowance: Allowance, pauses: tuple[Span, ...] = ()) -> datetime:
        """When `allowance` is used up, counted from `start` without the pauses."""
        breaks = [(p.start, p.end) for p in pauses] if pauses else ()
        if allowance.days:
            return deadline_days(self.office, start, allowance.days, pauses=breaks)
        if allowance.working:
            return deadline(self.office, start, allowance.time, breaks)
        return start + allowance.time + sum((b - a for a, b in breaks), NOTHING)

    def closing(self, start: datetime, days: int) -> datetime:
        """When the office closes, so many working days later."""
        return deadline_days(self.office, start, days, end_of_working_day=True)

    def ahead_of(self, moment: datetime, allowance: Allowance) -> datetime:
        """`allowance` before `moment`."""
        if allowance.days:
            return deadline_days(self.office, moment, -allowance.days)
        return before(self.office, moment, allowance.time) if allowance.working else moment - allowance.time

    def travel(self, suburb: bool) -> timedelta:
        """What a crew needs before and after a visit there."""
        visit = self.policy.visit
        return (visit.travel_suburb if suburb else visit.travel_city).time

    def on_day_before(self, moment: datetime, clock: time) -> datetime:
        """That time of day on the day before, on the shop's clock."""
        day = moment.astimezone(self.zone).date() - timedelta(days=1)
        return datetime.combine(day, clock, self.zone).astimezone(UTC)

    def on_open_day_before(self, moment: datetime, clock: time) -> datetime:
        """The same on the last day before on which visits are made."""
        found = self.on_day_before(moment, clock)
        for _ in range(LONGEST_BREAK):
            if self.field.on(found.astimezone(self.zone).date()):
                return found
            found = self.on_day_before(found, clock)
        return found

    def opens_at(self, at: datetime) -> datetime | None:
        """When the office opens next, if it is closed at this moment (CHN-10)."""
        opening = next(self.office.windows(at)).start
        return opening if opening > at else None

    def visit_windows(self, start: datetime, until: datetime) -> list[Span]:
        """The windows in which visits are offered, on each day of the shop from `start` to `until`."""
        day, last = start.astimezone(self.zone).date(), until.astimezone(self.zone).date()
        found: list[Span] = []
        while day <= last:
            found += self.windows_on(day)
            day += DAY
        return found

    def special_windows(self, start: datetime, until: datetime) -> Iterator[Span]:
        """The same windows on the days between them on which the shop makes no visits (FLT-25)."""
        for n in range((until - start).days + 1):
            day = start.astimezone(self.zone).date() + timedelta(days=n)
            if not self.field.on(day):
                yield from (window.on(day, self.zone) for window in self.policy.visit.windows)

    def windows_on(self, day: date) -> tuple[Span, ...]:
        """The windows of the policy that lie within the field hours of a day, in UTC. Each day is worked out once."""
        found = self._windows.get(day)
        if found is None:
            spans = (window.on(day, self.zone) for window in self.policy.visit.windows)
            windows = [Span(span.start.astimezone(UTC), span.end.astimezone(UTC)) for span in spans]
            open_then = self.field.on(day)
            found = self._windows[day] = tuple(
                span for span in windows if any(w.start <= span.start and span.end <= w.end for w in open_then)
            )
        return found
