"""Sales records read line by line, with everything that is wrong on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from datetime import date
from functools import partial
from typing import TypeVar

from core.people import Sale
from core.phrases import Phrase, Value, in_english, say
from core.policy.catalogue import Catalogue
from core.sales_import.cells import (
    Unfit,
    read_category,
    read_date,
    read_needed,
    read_needed_date,
    read_needed_number,
    read_number,
    read_phone,
    read_price,
    read_quantity,
    read_words,
)
from core.sales_import.columns import Column, Header
from core.sales_import.lines import Cell, Line
from core.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BadLine:
    """`column` as the file names it."""

    line: int
    column: str
    why: Phrase

    def __str__(self) -> str:
        return f"line {self.line}: {self.column} {in_english(self.why)}"


@dataclass(slots=True)
class Reading:
    """Reads line after line, and remembers what was wrong."""

    header: Header
    catalogue: Catalogue
    today: date
    region: str
    sales: dict[tuple[str, str], tuple[int, Sale]] = field(default_factory=dict[tuple[str, str], tuple[int, Sale]])
    bad: list[BadLine] = field(default_factory=list[BadLine])
    repeated: int = 0

    def take(self, line: Line) -> None:
        before = len(self.bad)
        self.find_nameless(line)
        sale = self.sale(line)
        if len(self.bad) == before:
            self.keep(line, sale)

    def find_nameless(self, line: Line) -> None:
        beyond = Line(line.number, line.cells[self.header.width :])
        if not beyond.is_blank:
            why = say("is followed by more than line {named} has names for; is a comma in a value?")
            last = [*self.header.titles.values()][-1]
            self.bad.append(BadLine(line.number, last, Phrase(why.key, {"named": self.header.line})))

    def sale(self, line: Line) -> Sale:
        """What can be read of it; what cannot is noted in `bad`."""
        read = partial(self.read, line)
        product = read(Column.PRODUCT, read_needed, "")
        sale = Sale(
            id=0,
            order=read(Column.ORDER, read_needed_number, ""),
            phone=read(Column.PHONE, lambda cell: read_phone(cell, self.region), ""),
            customer=read(Column.CUSTOMER, read_words, ""),
            product=product,
            category=read(Column.CATEGORY, lambda cell: read_category(cell, self.catalogue), ""),
            model=read(Column.MODEL, read_number, "") or product,  # a shop without models goes by the name
            serial=read(Column.SERIAL, read_number, ""),
            bought_on=read(Column.BOUGHT_ON, self.read_past, date.min),
            delivered_on=read(Column.DELIVERED_ON, read_date, None),
            address=read(Column.ADDRESS, read_words, ""),
            quantity=read(Column.QUANTITY, read_quantity, 1),
            price=read(Column.PRICE, read_price, None),
        )
        if sale.delivered_on and sale.delivered_on < sale.bought_on:
            why = say("{day} is before the purchase, {bought}", day=str(sale.delivered_on), bought=str(sale.bought_on))
            self.complain(line, Column.DELIVERED_ON, why)
        return sale

    def read(self, line: Line, column: Column, reader: Callable[[Cell], T], otherwise: T) -> T:
        place = self.header.places.get(column)
        if place is None:
            return otherwise
        try:
            return reader(line.cells[place] if place < len(line.cells) else None)
        except Unfit as why:
            self.complain(line, column, why.phrase)
            return otherwise

    def read_past(self, cell: Cell) -> date:
        day = read_needed_date(cell)
        if day > self.today:
            raise Unfit(say("{day} is still to come", day=str(day)))
        return day

    def complain(self, line: Line, column: Column, why: Phrase) -> None:
        self.bad.append(BadLine(line.number, self.header.titles[column], why))

    def keep(self, line: Line, sale: Sale) -> None:
        first, same = self.sales.setdefault((sale.order, sale.model), (line.number, sale))
        if first == line.number:
            return
        self.repeated += 1
        if same != sale:
            why = say("{order} has {model} in line {line} already, and differently")
            values: dict[str, Value] = {"order": sale.order, "model": sale.model, "line": first}
            self.complain(line, Column.ORDER, Phrase(why.key, values))
