"""What the store has, out of a table file (ORD-03): all of it, or none and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import TypeVar

from core.phrases import Phrase, Value, say
from core.ports import Stocked
from core.sales_import import BadLine, BadLines, read_lines
from core.sales_import.cells import Unfit, read_count, read_needed_number, read_words
from core.sales_import.columns import NAMES, Column, Header, read_header
from core.sales_import.lines import Cell, Line, NoTable
from core.values import dataclass

T = TypeVar("T")
NEEDED = (Column.MODEL, Column.QUANTITY)
KNOWN: Mapping[Column, Sequence[str]] = {
    Column.MODEL: NAMES[Column.MODEL],
    Column.PRODUCT: NAMES[Column.PRODUCT],
    Column.QUANTITY: (
        *NAMES[Column.QUANTITY], "stock", "in stock", "on hand",
        "库存", "库存数", "库存数量", "现有库存", "实盘数量", "盘点数量", "在库数量",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    stock: tuple[Stocked, ...]
    ignored: tuple[str, ...]  # columns that mean nothing to the desk


@dataclass(slots=True)
class StockReading:
    """Reads line after line, and remembers what was wrong."""

    header: Header
    at: datetime
    stock: dict[str, tuple[int, Stocked]] = field(default_factory=dict[str, tuple[int, Stocked]])
    bad: list[BadLine] = field(default_factory=list[BadLine])

    def take(self, line: Line) -> None:
        model = self.read(line, Column.MODEL, read_needed_number, "").upper()
        product = self.read(line, Column.PRODUCT, read_words, "")
        there = self.read(line, Column.QUANTITY, read_count, 0)
        if model:
            self.keep(line, Stocked(model, product, there, self.at))

    def read(self, line: Line, column: Column, reader: Callable[[Cell], T], otherwise: T) -> T:
        place = self.header.places.get(column)
        try:
            return reader(None if place is None or place >= len(line.cells) else line.cells[place])
        except Unfit as why:
            self.complain(line, column, why.phrase)
            return otherwise

    def keep(self, line: Line, found: Stocked) -> None:
        first, _ = self.stock.setdefault(found.model, (line.number, found))
        if first != line.number:
            twice = say("{model} stands in line {line} already")
            values: dict[str, Value] = {"model": found.model, "line": first}
            self.complain(line, Column.MODEL, Phrase(twice.key, values))

    def complain(self, line: Line, column: Column, why: Phrase) -> None:
        self.bad.append(BadLine(line.number, self.header.titles[column], why))


def read_stock(data: bytes, at: datetime) -> Counted:
    """Counted `at`. Raises NoTable, BadLines."""
    lines = read_lines(data)
    header = read_header(lines, KNOWN, NEEDED)
    reading = StockReading(header, at)
    for line in lines:
        if line.number > header.line:
            reading.take(line)
    if reading.bad:
        raise BadLines(reading.bad)
    if not reading.stock:
        raise NoTable(say("it names its columns, and then nothing follows"))
    return Counted(tuple(found for _, found in reading.stock.values()), header.ignored)
