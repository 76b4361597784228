"""Calls for somebody to take care."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from core.ports.json import Json
from core.tickets import PersonId, Ref, Role
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class RaisedAlert:
    """A call for somebody to take care. It climbs at `climbs_at`: by then it is not claimed, or nothing was done."""

    id: int
    ticket: Ref
    role: Role
    text: Json  # the phrase and its values, so that each reader gets it in his language; and what became of it
    urgent: bool
    level: int
    raised_at: datetime
    climbs_at: datetime | None
    claimed_by: PersonId | None = None
    closed_at: datetime | None = None


class Alerts(Protocol):
    def add(self, alert: RaisedAlert) -> RaisedAlert: ...
    def get(self, alert: int) -> RaisedAlert | None: ...
    def save(self, alert: RaisedAlert) -> None: ...
    def climbing(self, at: datetime, limit: int = 100) -> tuple[RaisedAlert, ...]: ...
    def of(self, ref: Ref) -> tuple[RaisedAlert, ...]: ...
    def open_of(self, ref: Ref) -> tuple[RaisedAlert, ...]: ...
    def unclaimed(self, limit: int) -> tuple[RaisedAlert, ...]: ...
    def open_now(self, limit: int = 50) -> tuple[RaisedAlert, ...]: ...
