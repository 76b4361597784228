"""The shop's sales records in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Text, delete, func, or_, select, type_coerce, update

from core.people import Sale
from core.storage.connection import Connection
from core.storage.statements import Statement, given, just, keep
from core.storage.tables import sales

S = sales.c
ADDED = keep(sales)
DESKS_OWN = {"made_on", "shipped_on", "started_on", "seller"}  # no file of sales says them, so none takes them away


def replacing(column: Column[Any]) -> ColumnElement[Any]:
    new = ADDED.excluded[column.name]
    return func.coalesce(new, column) if column.name in DESKS_OWN else new


ADD = Statement(
    ADDED.on_conflict_do_update(
        index_elements=["order_number", "model"],
        set_={c.name: replacing(c) for c in S if c.name not in {"id", "order_number", "model"}},
    )
)
ONE = Statement(select(sales).where(S.id == given("number")))
LATEST = select(sales).order_by(S.bought_on.desc(), S.id.desc()).limit(given("limit"))
OF_PHONE = Statement(LATEST.where(S.phone == given("phone")))
OF_ORDER = Statement(LATEST.where(S.order_number == given("order")))
CALLED = func.lower(type_coerce(S.product, Text) + " " + type_coerce(S.model, Text))
THOSE = Statement(
    select(sales)
    .where(
        CALLED.like(given("product"), escape="\\"),
        func.lower(type_coerce(S.address, Text)).like(given("address"), escape="\\"),
        S.bought_on.between(given("since"), given("until")),
    )
    .order_by(S.id)
    .limit(given("limit"))
)
DAYS = (S.bought_on, S.delivered_on, S.shipped_on, S.started_on)
DATED = Statement(
    select(sales).where(or_(*(day.between(given("since"), given("until")) for day in DAYS))).order_by(S.id)
)
FORGET = Statement(
    update(sales).where(S.phone == given("whose")).values(customer=just(""), phone=just(""), address=just(""))
)
TAKE_BACK = Statement(delete(sales).where(S.order_number == given("order"), S.delivered_on.is_(None)))


class SaleRows:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, sales: Sequence[Sale]) -> int:
        return self.connection.each(ADD, map(columns, sales)) if sales else 0

    def take_back(self, order: str) -> None:
        self.connection.change(TAKE_BACK, order=order)

    def get(self, sale: int) -> Sale | None:
        row = self.connection.one(ONE, number=sale)
        return Sale(*row) if row else None

    def of_phone(self, phone: str, limit: int = 8) -> tuple[Sale, ...]:
        return tuple(Sale(*row) for row in self.connection.all(OF_PHONE, phone=phone, limit=limit))

    def of_order(self, order: str, limit: int = 8) -> tuple[Sale, ...]:
        return tuple(Sale(*row) for row in self.connection.all(OF_ORDER, order=order, limit=limit))

    def those(self, product: str, address: str, since: date, until: date, limit: int) -> tuple[Sale, ...]:
        asked = {"product": within(product), "address": within(address), "since": since, "until": until}
        return tuple(Sale(*row) for row in self.connection.all(THOSE, **asked, limit=limit))

    def dated(self, since: date, until: date) -> tuple[Sale, ...]:
        return tuple(Sale(*row) for row in self.connection.all(DATED, since=since, until=until))

    def forget(self, phone: str) -> None:
        self.connection.change(FORGET, whose=phone)


def within(words: str) -> str:
    """A pattern for what has these words in it, as they are."""
    plain = words.lower().replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{plain}%"


def columns(sale: Sale) -> dict[str, object]:
    return {
        "order_number": sale.order,
        "phone": sale.phone,
        "customer": sale.customer,
        "product": sale.product,
        "category": sale.category,
        "model": sale.model,
        "serial": sale.serial,
        "bought_on": sale.bought_on,
        "delivered_on": sale.delivered_on,
        "address": sale.address,
        "quantity": sale.quantity,
        "price": sale.price,
        "made_on": sale.made_on,
        "shipped_on": sale.shipped_on,
        "started_on": sale.started_on,
        "seller": sale.seller,
    }
