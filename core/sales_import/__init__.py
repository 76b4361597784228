"""A shop's sales records out of a table file: all of them, or none and a complaint about every line that is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from core.people import Sale
from core.phrases import say
from core.policy.catalogue import Catalogue
from core.sales_import.columns import read_header
from core.sales_import.lines import Line, NoTable
from core.sales_import.reading import BadLine, Reading
from core.sales_import.text_files import text_lines
from core.sales_import.workbooks import workbook_lines
from core.values import dataclass

__all__ = ["BadLine", "BadLines", "Found", "NoTable", "read_sales"]

MOST_BYTES = 20_000_000
MOST_LINES = 100_000
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class BadLines(Exception):
    """Every value that is wrong, in the order of the file."""

    def __init__(self, bad: Iterable[BadLine]) -> None:
        self.bad = tuple(bad)
        super().__init__("\n".join(map(str, self.bad)))


@dataclass(frozen=True, slots=True)
class Found:
    """`repeated` lines said the same as an earlier one; the columns that are `ignored` mean nothing to the desk."""

    sales: tuple[Sale, ...]
    repeated: int
    ignored: tuple[str, ...]


def read_sales(data: bytes, catalogue: Catalogue, today: date, region: str = "CN") -> Found:
    """`today` in the shop's zone; numbers without a country code are of `region`. Raises NoTable, BadLines."""
    lines = read_lines(data)
    header = read_header(lines)
    reading = Reading(header, catalogue, today, region)
    for line in lines:
        if line.number > header.line:
            reading.take(line)
    if reading.bad:
        raise BadLines(reading.bad)
    if not reading.sales:
        raise NoTable(say("it names its columns, and then nothing follows"))
    return Found(tuple(sale for _, sale in reading.sales.values()), reading.repeated, header.ignored)


def read_lines(data: bytes) -> list[Line]:
    if len(data) > MOST_BYTES:
        raise NoTable(say("it is larger than {most} MB; split it into several files", most=MOST_BYTES // 1_000_000))
    if data.startswith(OLD_EXCEL):
        raise NoTable(say("it is an old Excel file, or one with a password; save it as .xlsx without a password"))
    lines: list[Line] = []
    for line in workbook_lines(data) if data.startswith(b"PK") else text_lines(data):
        if len(lines) > MOST_LINES:
            raise NoTable(say("it has more than {most} lines; split it into several files", most=MOST_LINES))
        if not line.is_blank:
            lines.append(line)
    return lines
