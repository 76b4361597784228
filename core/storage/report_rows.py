"""Reports in the database."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select, update

from core.ports.reports import Kept, Order, Purpose
from core.storage.connection import Connection
from core.storage.report_tables import report_orders, reports
from core.storage.statements import Statement, given, keep
from core.tickets import PersonId

R, W = reports.c, report_orders.c
THIS = (R.first == given("first_day"), R.last == given("last_day"))
KEPT = Statement(select(reports).where(*THIS))
KEEP = Statement(keep(reports).on_conflict_do_nothing(index_elements=["first", "last"]))
COMMENT = Statement(update(reports).where(*THIS).values(comment=given("comment"), commented_by=given("who")))
ORDER = Statement(keep(report_orders).on_conflict_do_nothing(index_elements=["key"]))
DUE = Statement(
    select(W.key, W.person, W.first, W.last, W.purpose, W.due_at, W.attempts)
    .where(W.due_at <= given("at"))
    .order_by(W.due_at)
    .limit(1)
    .with_for_update(skip_locked=True)
)
CLAIM = Statement(
    update(report_orders).where(W.key == given("which")).values(due_at=given("until"), attempts=W.attempts + 1)
)
HURRY = Statement(
    update(report_orders)
    .where(W.first == given("first_day"), W.last == given("last_day"), W.due_at > given("at"))
    .values(due_at=given("at"))
)
DONE = Statement(update(report_orders).where(W.key == given("which")).values(due_at=None))


class ReportRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def kept(self, first: date, last: date) -> Kept | None:
        row = self.connection.one(KEPT, first_day=first, last_day=last)
        return Kept(*row) if row else None

    def keep(self, made: Kept) -> Kept:
        self.connection.change(
            KEEP, first=made.first, last=made.last, made_at=made.made_at, body=made.body, comment=made.comment,
            commented_by=made.commented_by,
        )  # fmt: skip
        return self.kept(made.first, made.last) or made

    def comment(self, first: date, last: date, text: str, who: PersonId) -> None:
        self.connection.change(COMMENT, first_day=first, last_day=last, comment=text, who=who)

    def order(self, order: Order) -> bool:
        added = self.connection.change(
            ORDER, key=order.key, person=order.person, first=order.first, last=order.last, purpose=order.purpose,
            due_at=order.due_at, attempts=0,
        )  # fmt: skip
        return bool(added)

    def hurry(self, first: date, last: date, at: datetime) -> None:
        self.connection.change(HURRY, first_day=first, last_day=last, at=at)

    def claim(self, at: datetime, until: datetime) -> Order | None:
        row = self.connection.one(DUE, at=at)
        if row is None:
            return None
        key, person, first, last, purpose, due_at, attempts = row
        self.connection.change(CLAIM, which=key, until=until)
        return Order(key, PersonId(person), first, last, Purpose(purpose), due_at, attempts + 1)

    def carried_out(self, order: Order) -> None:
        self.connection.change(DONE, which=order.key)
