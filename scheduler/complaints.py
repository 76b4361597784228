"""Say once that something fails, and once that it works again: not every second while it lasts."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

import structlog

log = structlog.get_logger()
ROOT = Path(__file__).parents[1]


class Complaints:
    def __init__(self) -> None:
        self.failing: set[str] = set()

    def failed(self, what: str, wrong: BaseException) -> None:
        if what not in self.failing:
            self.failing.add(what)
            complain("failing", wrong, what=what)

    def works(self, what: str) -> None:
        if what in self.failing:
            self.failing.discard(what)
            log.info("works_again", what=what)


def complain(event: str, wrong: BaseException, **about: object) -> None:
    """What an exception says is not logged: it may quote what people wrote. `about`: ids, no words."""
    log.error(event, err_class=type(wrong).__name__, where=where(wrong), **about)


def where(wrong: BaseException) -> str:
    """File and line within the project."""
    frames = [frame for frame in extract_tb(wrong.__traceback__) if Path(frame.filename).is_relative_to(ROOT)]
    return f"{Path(frames[-1].filename).relative_to(ROOT)}:{frames[-1].lineno}" if frames else ""
