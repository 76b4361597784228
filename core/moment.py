"""One unit of work at one moment: what everything on the desk may look at, and where notices gather."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime, timedelta

from core.errors import NotFound
from core.notices import Notice
from core.people import Person
from core.policy.windows import Window
from core.ports import Unit
from core.shop import Shop
from core.tickets import PersonId, Ref, Role, Ticket
from core.values import dataclass


@dataclass
class Moment:
    """`notices`: what people are to be told, drawn and posted by whoever opened the unit of work."""

    unit: Unit
    shop: Shop
    at: datetime
    cause: str = ""  # correlation id: the message or the clock that this follows from
    notices: list[Notice] = field(default_factory=list[Notice])
    known: list[Person] = field(default_factory=list[Person])  # whose name, role or language is another now
    holding: dict[Role, tuple[Person, ...]] = field(default_factory=dict[Role, tuple[Person, ...]])  # as read
    forgotten: list[str] = field(default_factory=list[str])  # pictures whose files go once this is committed

    def ticket(self, ref: Ref) -> Ticket:
        """Raises NotFound."""
        found = self.unit.tickets.get(ref)
        if found is None:
            raise NotFound
        return found

    def person(self, person: PersonId) -> Person:
        """Raises NotFound."""
        found = self.unit.people.get(person)
        if found is None:
            raise NotFound
        return found

    def holders(self, role: Role) -> tuple[Person, ...]:
        """Who has this role: read once, and anew after the desk has come to know of a change."""
        if role not in self.holding:
            self.holding[role] = self.unit.people.with_role(role)
        return self.holding[role]

    def know(self, person: Person) -> None:
        """Keep what is known of a person now; open pages hear of it once this is committed."""
        self.unit.people.save(person)
        self.holding.clear()
        self.known.append(person)

    def not_in_quiet_hours(self, moment: datetime) -> datetime:
        """`moment`, or the end of the quiet hours of the night that it falls into (SRV-09, VIS-16)."""
        return self.after(self.shop.policy.hours.night, moment)

    def after(self, windows: Iterable[Window], moment: datetime) -> datetime:
        """`moment`, or the end of the window that it falls into."""
        local = moment.astimezone(self.shop.zone)
        for window in windows:
            if window.holds(local.time()):
                began = local.date() if local.time() >= window.start else local.date() - timedelta(days=1)
                return window.on(began, self.shop.zone).end
        return moment
