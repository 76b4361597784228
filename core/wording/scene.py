"""What the places of a phrase are filled from."""

from __future__ import annotations

from datetime import datetime

from core.kinds import kind_named
from core.ports import Clock, Unit
from core.promises import Promise
from core.shop import Shop
from core.tickets import BROUGHT, Event, PersonId, Ticket, photos_in
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Scene:
    """A ticket at a moment, with what just happened to it: a move, or a clock that rang."""

    unit: Unit
    shop: Shop
    at: datetime
    ticket: Ticket
    event: Event | None = None
    clock: Clock | None = None
    before: Ticket | None = None  # as it was then

    @property
    def former(self) -> PersonId | None:
        """Who had it before."""
        return self.before.assignee if self.before else None

    @property
    def photos(self) -> tuple[str, ...]:
        """The pictures that came with the move."""
        return photos_in(self.event.facts, BROUGHT) if self.event else ()

    @property
    def promise(self) -> Promise | None:
        name = self.clock.promise if self.clock else ""
        return next((p for p in kind_named(self.ticket.kind).promises if p.name == name), None)
