"""How an exception is logged: what it was and where. What it said may quote a person, so that is left out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from traceback import extract_tb
from typing import cast

from structlog.typing import EventDict

from core.errors import StorageTrouble, WrongSetting

SPEAK_OF_THINGS = (StorageTrouble, WrongSetting)  # of files, settings and databases, never of people


def explain(_: object, __: str, event: EventDict) -> EventDict:
    """A processor for structlog: `exc_info` becomes `err_class`, `exception` and, where it may be quoted, `trouble`."""
    error = as_exception(event.pop("exc_info", None))
    if error is not None:
        event["err_class"] = type(error).__name__
        event["exception"] = "\n".join(lines(error))
        if isinstance(error, SPEAK_OF_THINGS):
            event["trouble"] = str(error)
    return event


def as_exception(info: object) -> BaseException | None:
    if isinstance(info, BaseException):
        return info
    if isinstance(info, tuple):  # as sys.exc_info gives it
        return cast("tuple[object, BaseException | None, object]", info)[1]
    return sys.exception() if info else None


def lines(error: BaseException) -> Iterator[str]:
    """The calls that led there, the latest last; then those of its cause."""
    yield type(error).__name__
    for call in extract_tb(error.__traceback__):
        yield f"  {call.filename}:{call.lineno} in {call.name}"
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield "because of"
        yield from lines(cause)
