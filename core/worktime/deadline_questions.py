"""Questions about working time asked in JSON, one a line, so that a deadline can be checked without the desk.

{"kind": "deadline", "calendar": {…}, "start": "2024-01-19T16:00:00+00:00", "sla_seconds": 10800, "pauses": []}
{"at": "2024-01-22T11:00:00+00:00"}
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TypeAlias

from core.worktime import Calendar, Unanswerable, before, deadline, deadline_days, elapsed
from core.worktime.written import Unreadable, instead_of, read_list, read_moment, read_object, read_pair, read_text

Question: TypeAlias = Mapping[str, object]
Answer: TypeAlias = dict[str, str | int | float]

NOTHING = timedelta()
MOST_DAYS = 300 * 366
MOST_SECONDS = MOST_DAYS * 24 * 3600


def answer_line(line: str) -> str:
    """The answer to one line of JSON, as one line of JSON. Never raises."""
    try:
        question = json.loads(line)
    except (ValueError, RecursionError) as refusal:
        return json.dumps({"error": f"not JSON: {refusal}"})
    return json.dumps(answer(question))


def answer(question: object) -> Answer:
    """`{"at": …}` in UTC, `{"seconds": …}` or `{"error": …}`; never an exception."""
    try:
        return to_answer(found(read_object(question, "question")))
    except Unanswerable as refusal:
        return {"error": str(refusal)}


def found(question: Question) -> datetime | timedelta:
    kind = read_text(question.get("kind"), "kind")
    if kind not in KINDS:
        raise Unreadable("kind", f"must be one of {', '.join(KINDS)}")
    return KINDS[kind](question, Calendar.from_dict(question.get("calendar")))


def to_answer(result: datetime | timedelta) -> Answer:
    if isinstance(result, datetime):
        return {"at": result.isoformat()}
    seconds = result.total_seconds()
    return {"seconds": int(seconds) if seconds.is_integer() else seconds}


def reach(question: Question, calendar: Calendar) -> datetime:
    return deadline(calendar, moment(question, "start"), seconds(question, "sla_seconds"), pauses(question))


def go_back(question: Question, calendar: Calendar) -> datetime:
    return before(calendar, moment(question, "start"), seconds(question, "sla_seconds"), pauses(question))


def measure(question: Question, calendar: Calendar) -> timedelta:
    return elapsed(calendar, moment(question, "start"), moment(question, "end"), pauses(question))


def count_days(question: Question, calendar: Calendar) -> datetime:
    return deadline_days(
        calendar,
        moment(question, "start"),
        number_of_days(question, "days"),
        end_of_working_day=yes_or_no(question, "end_of_working_day"),
        pauses=pauses(question),
        paused=NOTHING
        if question.get("paused_working_seconds") is None
        else seconds(question, "paused_working_seconds"),
    )


KINDS: Mapping[str, Callable[[Question, Calendar], datetime | timedelta]] = MappingProxyType(
    {"deadline": reach, "elapsed": measure, "before": go_back, "deadline_days": count_days}
)


def moment(question: Question, key: str) -> datetime:
    return read_moment(question.get(key), key)


def pauses(question: Question) -> list[tuple[datetime, datetime | None]]:
    written = question.get("pauses")
    pairs = () if written is None else read_list(written, "pauses")
    return [read_pause(pair, f"pauses[{n}]") for n, pair in enumerate(pairs)]


def read_pause(written: object, key: str) -> tuple[datetime, datetime | None]:
    start, end = read_pair(written, key)
    return read_moment(start, key), None if end is None else read_moment(end, key)


def seconds(question: Question, key: str) -> timedelta:
    written = question.get(key)
    if isinstance(written, bool) or not isinstance(written, int | float):
        raise Unreadable(key, instead_of("a number of seconds", written))
    if not abs(written) <= MOST_SECONDS:  # nor is NaN
        raise Unreadable(key, "is more time than a calendar has")
    return timedelta(seconds=written)


def number_of_days(question: Question, key: str) -> int:
    written = question.get(key)
    if isinstance(written, bool) or not isinstance(written, int):
        raise Unreadable(key, instead_of("a whole number", written))
    if abs(written) > MOST_DAYS:
        raise Unreadable(key, "is more time than a calendar has")
    return written


def yes_or_no(question: Question, key: str) -> bool:
    written = question.get(key)
    if not isinstance(written, bool | None):
        raise Unreadable(key, instead_of("true or false", written))
    return bool(written)
