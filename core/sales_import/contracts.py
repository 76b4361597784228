"""Contracts out of a table file, a line for each thing sold (ORD-02): all of them, or none and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal

from core.contracts import Contract, ContractLine
from core.people import Sale
from core.phrases import say
from core.policy.catalogue import Catalogue, guess
from core.sales_import import BadLine, BadLines, read_lines
from core.sales_import.cells import MISSING, read_words
from core.sales_import.columns import NAMES, Column, read_header
from core.sales_import.lines import Line, NoTable
from core.sales_import.reading import Reading
from core.values import dataclass, replace

NEEDED = (
    Column.ORDER,
    Column.CUSTOMER,
    Column.PHONE,
    Column.ADDRESS,
    Column.BOUGHT_ON,
    Column.PRODUCT,
    Column.MODEL,
    Column.QUANTITY,
    Column.PRICE,
)
# In a contract the day of delivery is the one that the customer wishes.
KNOWN: Mapping[Column, Sequence[str]] = {
    **{column: names for column, names in NAMES.items() if column is not Column.SERIAL},
    Column.WISHES: ("wishes", "special requirements", "remarks", "特殊要求", "客户要求", "要求", "备注"),
    Column.SELLER: ("sold by", "clerk", "salesperson", "issuer", "导购", "导购员", "开单人", "销售员", "业务员"),
}
SAME = ("customer", "phone", "address", "bought_on", "delivered_on")  # on every line of one contract


@dataclass(frozen=True, slots=True)
class Written:
    """`seller` is a name, where the file says one; `line` is the first line of the contract."""

    contract: Contract
    seller: str
    line: int


@dataclass(frozen=True, slots=True)
class Contracts:
    written: tuple[Written, ...]
    ignored: tuple[str, ...]  # columns that mean nothing to the desk


@dataclass(slots=True)
class ContractReading(Reading):
    wishes: dict[int, str] = field(default_factory=dict[int, str])
    sellers: dict[int, str] = field(default_factory=dict[int, str])

    def sale(self, line: Line) -> Sale:
        sale = Reading.sale(self, line)
        for column in NEEDED:
            place = self.header.places[column]
            cell = line.cells[place] if place < len(line.cells) else None
            if cell is None or (isinstance(cell, str) and not cell.strip()):
                self.complain_once(line, column)
        self.wishes[line.number] = self.read(line, Column.WISHES, read_words, "")
        self.sellers[line.number] = self.read(line, Column.SELLER, read_words, "")
        if sale.category or Column.CATEGORY in self.header.places:
            return sale
        found = guess(sale.product, self.catalogue).category
        return replace(sale, category=found.code if found else "")

    def complain_once(self, line: Line, column: Column) -> None:
        """What reads it may have said so already."""
        bad = BadLine(line.number, self.header.titles[column], MISSING)
        if bad not in self.bad:
            self.bad.append(bad)

    def contracts(self) -> tuple[Written, ...]:
        by_order: dict[str, list[tuple[int, Sale]]] = {}
        for number, sale in self.sales.values():
            by_order.setdefault(sale.order, []).append((number, sale))
        return tuple(self.contract(lines) for lines in by_order.values())

    def contract(self, lines: list[tuple[int, Sale]]) -> Written:
        """Whatever differs between its lines is noted in `bad`."""
        first, head = lines[0]
        for number, sale in lines[1:]:
            for name in SAME:
                if getattr(sale, name) != getattr(head, name):
                    why = say("differs from line {n}, of the same contract", n=first)
                    self.bad.append(BadLine(number, self.header.titles[Column(name)], why))
        wishes = dict.fromkeys(filter(None, (self.wishes[number] for number, _ in lines)))
        goods = tuple(line_of(sale) for _, sale in lines)
        contract = Contract(
            head.order, head.customer, head.phone, head.address, head.bought_on, head.delivered_on, goods,
            "\n".join(wishes),
        )  # fmt: skip
        return Written(contract, self.sellers[first], first)


def read_contracts(data: bytes, catalogue: Catalogue, today: date, region: str = "CN") -> Contracts:
    """`today` in the shop's zone; numbers without a country code are of `region`. Raises NoTable, BadLines."""
    lines = read_lines(data)
    header = read_header(lines, KNOWN, NEEDED)
    reading = ContractReading(header, catalogue, today, region)
    for line in lines:
        if line.number > header.line:
            reading.take(line)
    written = reading.contracts()
    if reading.bad:
        raise BadLines(sorted(reading.bad, key=lambda bad: bad.line))
    if not written:
        raise NoTable(say("it names its columns, and then nothing follows"))
    return Contracts(written, header.ignored)


def line_of(sale: Sale) -> ContractLine:
    return ContractLine(sale.product, sale.category, sale.model, sale.quantity, sale.price or Decimal())
