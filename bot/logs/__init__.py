"""Logs: one JSON object a line, or coloured lines in a terminal. Nothing personal and no secret is written.

Say what happened in a constant sentence, and give ids and numbers by name: `log.info("message handled", inbox=7)`.
"""

from __future__ import annotations

import logging
import sys
import threading
from json import JSONEncoder
from typing import TextIO

import structlog
from structlog.dev import ConsoleRenderer
from structlog.processors import JSONRenderer, TimeStamper, add_log_level
from structlog.typing import EventDict, FilteringBoundLogger, Processor, WrappedLogger

from bot.logs.discretion import discreet
from bot.logs.mishaps import explain
from bot.logs.overheard import Overheard

# What these say below a warning is of use only to whoever works on them.
TALKATIVE = ("aiogram", "alembic", "apscheduler", "sqlalchemy", "telegram")


def logger(of: str) -> FilteringBoundLogger:
    """A logger whose lines say where they come from."""
    log: FilteringBoundLogger = structlog.get_logger(of=of)
    return log


def start_logging(level: str = "info", form: str = "auto", out: TextIO | None = None) -> None:
    """Write to `out`, by default standard error. `form` is json, console, or auto: console in a terminal."""
    stream = out or sys.stderr
    terminal = stream.isatty()
    threshold = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            add_log_level,
            explain,
            discreet,
            TimeStamper(fmt="iso", utc=True, key="ts"),
            console(colours=terminal) if form == "console" or (form == "auto" and terminal) else json_lines,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.WriteLoggerFactory(stream),
    )
    listen(threshold)


def console(*, colours: bool) -> Processor:
    return ConsoleRenderer(colors=colours, timestamp_key="ts", sort_keys=False)


def json_lines(log: WrappedLogger, method: str, event: EventDict) -> str | bytes:
    first = {name: event.pop(name) for name in ("ts", "level", "event")}
    return TO_JSON(log, method, {**first, **event})


def encoded(event: EventDict, **_: object) -> str:
    return ENCODER.encode(event)


ENCODER = JSONEncoder(ensure_ascii=False)
TO_JSON = JSONRenderer(encoded)


def listen(threshold: int) -> None:
    """Hear what the libraries say, and what nobody caught."""
    logging.basicConfig(level=threshold, handlers=[Overheard()], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(max(threshold, logging.WARNING))
    sys.excepthook = lambda _, error, __: logger("python").critical("nobody caught it", exc_info=error)
    threading.excepthook = lambda caught: logger("python").critical("a thread died", exc_info=caught.exc_value)
