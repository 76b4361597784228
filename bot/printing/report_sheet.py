"""An analysis as a spreadsheet: one sheet with the figures, one with the cases of each."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from bot.dialogue.words import Words
from core.ledgers.workbook import Book
from core.phrases import say
from core.reports.complaint_report import Compared, Report
from core.tickets import PersonId

COLUMNS = (say("Section"), say("Figure"), say("This period"), say("The period before"), say("More or fewer"))
CASES = (say("Section"), say("Figure"), say("Period"), say("Number"), say("When"), say("Product"))
THIS, THAT = say("This period"), say("The period before")
KEPT_BACK = "–"


def workbook(made: Report, words: Words, file: Path, reader: PersonId | None = None) -> None:
    """Every figure has the list of its cases; one that is kept from the reader counts, and has no number."""
    with Book() as book:
        figures = book.sheet(words(say("Figures")), map(words, COLUMNS))
        cases = book.sheet(words(say("Cases")), map(words, CASES))
        for line in made.lines:
            now, earlier = len(line.cases), len(line.cases_before)
            figures.add((words(line.section), words(line.label), now, earlier, now - earlier))
            for case in cases_of(line, words, reader):
                cases.add(case)
        book.save(file)


def cases_of(line: Compared, words: Words, reader: PersonId | None) -> list[tuple[str | datetime, ...]]:
    return [
        (
            words(line.section), words(line.label), words(which),
            KEPT_BACK if reader and case.about == reader else case.number,
            case.at.astimezone(words.zone).replace(tzinfo=None), case.product,
        )
        for which, those in ((THIS, line.cases), (THAT, line.cases_before))
        for case in those
    ]  # fmt: skip
