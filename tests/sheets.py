"""Spreadsheets, as whoever opens them reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook


def sheet_of(file: Path, title: str = "") -> Any:  # noqa: ANN401 - openpyxl has no types
    """The sheet of this title, or the first."""
    book: Any = load_workbook(file)
    return book[title] if title else book.active
