"""Sheets of an XLSX file, written line by line; what somebody typed is never taken for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from errno import ENOENT
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Self, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

Plain: TypeAlias = "str | int | Decimal | datetime | None"  # a moment on the shop's clock, without its zone

UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")  # with what a spreadsheet lets a formula begin
LONGEST = 32_767  # characters in one cell
WIDTH = 18
MOMENT, MONEY, TEXT = "yyyy-mm-dd hh:mm", "#,##0.00", "@"


class Book:
    """Lines go to the disk as they come; `save` makes the file, which only its owner may read."""

    def __init__(self) -> None:
        self.book: Any = Workbook(write_only=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """What was begun is ended, saved or not."""
        for sheet in self.book.worksheets:
            if not sheet.closed:
                sheet.close()

    def sheet(self, title: str, headings: Iterable[str]) -> Sheet:
        return Sheet(self.book.create_sheet(title), tuple(headings))

    def save(self, path: Path) -> None:
        """All of it or nothing. Raises OSError."""
        if not path.parent.is_dir():
            raise FileNotFoundError(ENOENT, "the folder does not exist", str(path))
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}", delete=False) as file:
            made = Path(file.name)
        try:
            self.book.save(made)
            made.replace(path)
        finally:
            made.unlink(missing_ok=True)


class Sheet:
    def __init__(self, sheet: Any, headings: tuple[str, ...]) -> None:  # noqa: ANN401 - openpyxl has no types
        self.sheet = sheet
        sheet.freeze_panes = "B2"
        for n in range(1, len(headings) + 1):
            sheet.column_dimensions[get_column_letter(n)].width = WIDTH
        sheet.append([self.heading(each) for each in headings])

    def heading(self, words: str) -> Any:  # noqa: ANN401
        made = self.text(words)
        made.font, made.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        return made

    def add(self, line: Iterable[Plain]) -> None:
        self.sheet.append([self.cell(each) for each in line])

    def cell(self, value: Plain) -> Any:  # noqa: ANN401
        if isinstance(value, str):
            return self.text(value)
        kept: Any = value  # its types have forgotten Decimal
        made = WriteOnlyCell(self.sheet, kept)
        if isinstance(value, datetime):
            made.number_format = MOMENT
        elif isinstance(value, Decimal):
            made.number_format = MONEY
        return made

    def text(self, words: str) -> Any:  # noqa: ANN401
        """Marked as text, so that it also stays text when somebody edits it or saves it as CSV."""
        made = WriteOnlyCell(self.sheet, UNWRITABLE.sub("", words)[:LONGEST])
        made.data_type = "s"
        made.number_format = TEXT
        if words.startswith(DANGEROUS):
            made.quotePrefix = True
        return made
