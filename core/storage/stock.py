"""The store's list in the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, func, select, update

from core.ports.stock import Stocked
from core.storage.connection import Connection
from core.storage.statements import Row, Statement, given, keep
from core.storage.stock_tables import set_aside, stock
from core.tickets import Ref

S, A = stock.c, set_aside.c
ADDED = keep(stock)
COUNT = Statement(
    ADDED.on_conflict_do_update(
        index_elements=["model"], set_={name: ADDED.excluded[name] for name in ("product", "there", "counted_at")}
    )
)
ONE = Statement(select(stock).where(S.model == given("which")).with_for_update())
TAKEN = Statement(select(func.coalesce(func.sum(A.pieces), 0)).where(A.model == given("which")))
GIVE_BACK = Statement(delete(set_aside).where(A.ticket == given("whose")))
SET_ASIDE = Statement(keep(set_aside))
CAME = Statement(update(stock).where(S.model == given("which")).values(there=S.there + given("pieces")))
RAN_OUT = Statement(update(stock).where(S.model == given("which")).values(there=given("pieces")))
OF_TICKET = Statement(select(A.pieces).where(A.ticket == given("whose"), A.model == given("which")))
WENT = Statement(delete(set_aside).where(A.ticket == given("whose"), A.model == given("which")))


class StockRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def count(self, counted: Sequence[Stocked]) -> int:
        rows = (
            {"model": each.model, "product": each.product, "there": each.there, "counted_at": each.counted_at}
            for each in counted
        )
        return self.connection.each(COUNT, rows) if counted else 0

    def of(self, models: Iterable[str]) -> Mapping[str, Stocked]:
        """In one order, so that no two units of work wait for each other."""
        rows = (self.connection.one(ONE, which=model) for model in sorted(set(models)))
        return {row[0]: self.stocked(row) for row in rows if row}

    def stocked(self, row: Row) -> Stocked:
        model, product, there, counted_at = row
        return Stocked(model, product, there, counted_at, self.connection.number(TAKEN, which=model))

    def set_aside(self, ticket: Ref, wanted: Mapping[str, int]) -> None:
        self.connection.change(GIVE_BACK, whose=ticket)
        rows = [{"ticket": ticket, "model": model, "pieces": pieces} for model, pieces in wanted.items()]
        if rows:
            self.connection.each(SET_ASIDE, rows)

    def came(self, model: str, pieces: int) -> None:
        self.connection.change(CAME, which=model, pieces=pieces)

    def ran_out(self, model: str) -> None:
        self.connection.change(RAN_OUT, which=model, pieces=self.connection.number(TAKEN, which=model))

    def went(self, ticket: Ref, models: Sequence[str]) -> None:
        for model in models:
            row = self.connection.one(OF_TICKET, whose=ticket, which=model)
            if row:
                self.came(model, -row[0])
                self.connection.change(WENT, whose=ticket, which=model)
