"""Reading what a person or another program wrote as JSON or TOML. A refusal begins with the key that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from reprlib import repr as shortened
from typing import cast

from core.worktime.intervals import Interval, Unanswerable, instant

PAIR = 2


class Unreadable(Unanswerable):
    """Something written cannot be understood. The message begins with its key."""

    def __init__(self, key: str, what: str) -> None:
        super().__init__(f"{key}: {what}")


def read_object(written: object, key: str) -> Mapping[str, object]:
    if not isinstance(written, Mapping):
        raise Unreadable(key, instead_of("an object", written))
    return cast("Mapping[str, object]", written)


def read_list(written: object, key: str) -> Sequence[object]:
    if not isinstance(written, list | tuple):
        raise Unreadable(key, instead_of("a list", written))
    return cast("Sequence[object]", written)


def read_pair(written: object, key: str) -> Sequence[object]:
    pair = read_list(written, key)
    if len(pair) != PAIR:
        raise Unreadable(key, "must be a pair, from and to")
    return pair


def read_text(written: object, key: str) -> str:
    if not isinstance(written, str):
        raise Unreadable(key, instead_of("a text", written))
    return written


def read_date(written: object, key: str) -> date:
    if isinstance(written, date) and not isinstance(written, datetime):
        return written
    text = read_text(written, key)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unreadable(key, f"{shortened(text)} is not a date such as 2024-02-04") from None


def read_moment(written: object, key: str) -> datetime:
    """In UTC; a time without an offset is refused."""
    at = written if isinstance(written, datetime) else read_iso(read_text(written, key), key)
    try:
        return instant(at)
    except Unanswerable as refusal:
        raise Unreadable(key, str(refusal)) from None


def read_iso(text: str, key: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise Unreadable(key, f"{shortened(text)} is not a time such as 2024-02-04T09:00:00+08:00") from None


def read_interval(written: object, key: str) -> Interval:
    start, end = (read_moment(moment, key) for moment in read_pair(written, key))
    if end < start:
        raise Unreadable(key, "ends before it starts")
    return Interval(start, end)


def instead_of(wanted: str, written: object) -> str:
    return "is missing" if written is None else f"must be {wanted}, not {type(written).__name__}"
