"""What libraries say to Python's own logging, told in the desk's log."""

from __future__ import annotations

import logging

import structlog
from typing_extensions import override

KNOWN_HARMLESS = ("alembic", "apscheduler")  # their values are the names of our own jobs and migrations


class Overheard(logging.Handler):
    """Of most libraries only the sentence is passed on: the values in it may be what a person wrote."""

    @override
    def emit(self, record: logging.LogRecord) -> None:
        known = record.name.partition(".")[0] in KNOWN_HARMLESS
        said = record.getMessage() if known else str(record.msg)
        log = structlog.get_logger(of=record.name)
        log.log(record.levelno, said.partition("\n")[0], exc_info=record.exc_info)
