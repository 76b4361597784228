"""XLSX: the first sheet that is shown, with what its formulas last came to."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook

from core.phrases import say
from core.sales_import.lines import Broken, Cell, Line, NoTable

MOST_UNPACKED = 200_000_000  # bytes
UNRECKONED = Broken(
    say("is a formula without a result; open the file in a spreadsheet, save it there and import it again")
)
DAMAGED = say("it is no .xlsx workbook, or a damaged one; open and save it in a spreadsheet")


def workbook_lines(data: bytes) -> Iterator[Line]:
    """Raises NoTable."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it cannot keep when it writes, which nobody asks for
        try:
            yield from lines(data, formulas=inspected(data))
        except NoTable:
            raise
        except Exception as damage:  # its parts refer to one another, and any reference may be broken
            raise NoTable(DAMAGED) from damage


def inspected(data: bytes) -> bool:
    """True if there are formulas. Raises NoTable if it is more than it seems: a packed file may unfold to anything."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
            raise NoTable(
                say(
                    "unpacked it is larger than {most} MB; split it into several files", most=MOST_UNPACKED // 1_000_000
                )
            )
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        return any(b"<f" in parts.read(name) for name in sheets)


def lines(data: bytes, *, formulas: bool) -> Iterator[Line]:
    if not formulas:
        for number, row in enumerate(rows(data, results=True), 1):
            yield Line(number, tuple(cell(found) for found in row))
        return
    both = zip(rows(data, results=True), rows(data, results=False), strict=True)
    for number, (row, source) in enumerate(both, 1):
        yield Line(number, tuple(cell(found, wrote) for found, wrote in zip(row, source, strict=True)))


def rows(data: bytes, *, results: bool) -> Iterator[tuple[Any, ...]]:
    """Cells of openpyxl: the formulas, or what they came to when the file was saved."""
    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=results, keep_links=False)
    sheet = next((sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"), None)
    if sheet is None:
        raise NoTable(say("it has no sheet that is shown"))
    sheet.reset_dimensions()  # some programs write wrong ones
    yield from sheet.iter_rows()


def cell(found: Any, wrote: Any = None) -> Cell:  # noqa: ANN401 - openpyxl has several kinds
    if found.data_type == "e":
        return Broken(say("holds the error {error}", error=str(found.value)))
    if found.value is None and wrote is not None and wrote.data_type == "f":
        return UNRECKONED
    value: Cell = found.value
    return value
