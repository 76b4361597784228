"""Sheets of an XLSX file, written line by line; what somebody typed is never taken for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from errno import ENOENT
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Self, TypeAlias

from xlsxwriter import Workbook

Plain: TypeAlias = "str | int | Decimal | datetime | None"  # a moment on the shop's clock, without its zone

UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")  # with what a spreadsheet lets a formula begin
LONGEST = 32_767  # characters in one cell
WIDTH = 18
MOMENT, MONEY, TEXT = "yyyy-mm-dd hh:mm", "#,##0.00", "@"


class Book:
    """Lines go to the disk as they come; `save` makes the file, which only its owner may read."""

    def __init__(self) -> None:
        self.made = BytesIO()
        self.book: Any = Workbook(self.made, {"constant_memory": True})
        self.styles = {name: self.book.add_format({"num_format": name}) for name in (MOMENT, MONEY, TEXT)}
        self.quoted = self.book.add_format({"num_format": TEXT, "quote_prefix": True})
        self.bold = self.book.add_format({"num_format": TEXT, "bold": True, "text_wrap": True, "valign": "top"})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """What was begun is ended, saved or not."""
        if not self.book.fileclosed:
            self.book.close()

    def sheet(self, title: str, headings: Iterable[str]) -> Sheet:
        return Sheet(self, self.book.add_worksheet(title), tuple(headings))

    def save(self, path: Path) -> None:
        """All of it or nothing. Raises OSError."""
        if not path.parent.is_dir():
            raise FileNotFoundError(ENOENT, "the folder does not exist", str(path))
        self.book.close()
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}", delete=False) as file:
            made = Path(file.name)
        try:
            made.write_bytes(self.made.getbuffer())
            made.replace(path)
        finally:
            made.unlink(missing_ok=True)


class Sheet:
    def __init__(self, book: Book, sheet: Any, headings: tuple[str, ...]) -> None:  # noqa: ANN401 - it has no types
        self.book = book
        self.sheet = sheet
        self.lines = 1
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(headings) - 1, WIDTH)
        for place, words in enumerate(headings):
            sheet.write_string(0, place, plain(words), book.bold)

    def add(self, line: Iterable[Plain]) -> None:
        for place, value in enumerate(line):
            self.write(place, value)
        self.lines += 1

    def write(self, place: int, value: Plain) -> None:
        """Words are marked as text, so that they stay text when somebody edits them or saves them as CSV."""
        match value:
            case str():
                style = self.book.quoted if value.startswith(DANGEROUS) else self.book.styles[TEXT]
                self.sheet.write_string(self.lines, place, plain(value), style)
            case datetime():
                self.sheet.write_datetime(self.lines, place, value, self.book.styles[MOMENT])
            case Decimal():
                self.sheet.write_number(self.lines, place, value, self.book.styles[MONEY])
            case int():
                self.sheet.write_number(self.lines, place, value)
            case None:
                pass


def plain(words: str) -> str:
    """What a cell can hold."""
    return UNWRITABLE.sub("", words)[:LONGEST]
