"""Raised alerts in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from core.ports import RaisedAlert
from core.storage.connection import Connection
from core.storage.statements import NewRow, Row, Statement, given, keep
from core.storage.tables import CLIMBS, alerts
from core.tickets import Ref, Role
from core.values import replace

A = alerts.c
OPEN = A.closed_at.is_(None)
ADD = NewRow(keep(alerts))
SAVE = Statement(
    update(alerts)
    .where(A.id == given("number"))
    .values({c.name: given(c.name) for c in A if c.name not in {"id", "ticket", "raised_at"}})
)
# Locked: of two who claim it at once, the second reads that it is taken.
ONE = Statement(select(alerts).where(A.id == given("number")).with_for_update())
CLIMBING = Statement(
    select(alerts)
    .where(CLIMBS, A.climbs_at <= given("at"))
    .order_by(A.climbs_at, A.id)
    .limit(given("limit"))
    .with_for_update(skip_locked=True)
)
OPEN_OF = Statement(select(alerts).where(A.ticket == given("ref"), OPEN).order_by(A.id))
OF = Statement(select(alerts).where(A.ticket == given("ref")).order_by(A.id))
UNCLAIMED = Statement(select(alerts).where(OPEN, A.claimed_by.is_(None)).order_by(A.id).limit(given("limit")))
OPEN_NOW = Statement(select(alerts).where(OPEN).order_by(A.id).limit(given("limit")))


class AlertRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, alert: RaisedAlert) -> RaisedAlert:
        number = self.connection.new(ADD, ticket=alert.ticket, raised_at=alert.raised_at, **columns(alert))[0]
        return replace(alert, id=number)

    def get(self, alert: int) -> RaisedAlert | None:
        row = self.connection.one(ONE, number=alert)
        return alert_of(row) if row else None

    def save(self, alert: RaisedAlert) -> None:
        self.connection.change(SAVE, number=alert.id, **columns(alert))

    def climbing(self, at: datetime, limit: int = 100) -> tuple[RaisedAlert, ...]:
        return tuple(map(alert_of, self.connection.all(CLIMBING, at=at, limit=limit)))

    def open_of(self, ref: Ref) -> tuple[RaisedAlert, ...]:
        return tuple(map(alert_of, self.connection.all(OPEN_OF, ref=ref)))

    def of(self, ref: Ref) -> tuple[RaisedAlert, ...]:
        return tuple(map(alert_of, self.connection.all(OF, ref=ref)))

    def unclaimed(self, limit: int) -> tuple[RaisedAlert, ...]:
        return tuple(map(alert_of, self.connection.all(UNCLAIMED, limit=limit)))

    def open_now(self, limit: int = 50) -> tuple[RaisedAlert, ...]:
        return tuple(map(alert_of, self.connection.all(OPEN_NOW, limit=limit)))


def alert_of(row: Row) -> RaisedAlert:
    number, ticket, role, *rest = row
    return RaisedAlert(number, ticket, Role(role), *rest)


def columns(alert: RaisedAlert) -> dict[str, object]:
    return {
        "role": alert.role.value,
        "text": alert.text,
        "urgent": alert.urgent,
        "level": alert.level,
        "climbs_at": alert.climbs_at,
        "claimed_by": alert.claimed_by,
        "closed_at": alert.closed_at,
    }
