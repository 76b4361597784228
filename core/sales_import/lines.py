"""A table file as lines of cells, whatever wrote it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from core.phrases import Phrase, in_english
from core.values import dataclass


class NoTable(Exception):
    """The file cannot be read as a table. The phrase says why, and what to do about it."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(in_english(phrase))
        self.phrase = phrase


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell whose value is not in the file."""

    why: Phrase


Cell: TypeAlias = str | int | float | bool | datetime | date | time | timedelta | Broken | None


@dataclass(frozen=True, slots=True)
class Line:
    """`number` is the one that an editor or a spreadsheet shows."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        return not any(not isinstance(cell, str) or cell.strip() for cell in self.cells if cell is not None)
