"""Deadlines asked in JSON, a line at a time."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.worktime.deadline_questions import answer, answer_line
from tests.core.vectors import CALENDARS, QUESTIONS

OFFICE = {"tz": "UTC", "hours": {day: [["09:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}}
QUESTION: dict[str, object] = {
    "kind": "deadline",
    "calendar": OFFICE,
    "start": "2024-01-19T16:00:00+00:00",
    "sla_seconds": 7200,
}
DAYS = {**QUESTION, "kind": "deadline_days", "days": 1}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["UTC", "09:00", "mon"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: str(question["id"]))
def test_the_answer_is_that_of_other_desks(question: dict[str, object]) -> None:
    found = answer({**question, "calendar": CALENDARS[str(question["calendar"])]})
    if question["kind"] == "elapsed":
        assert found == {"seconds": question["expected"]}
    else:
        assert found["at"] == utc(str(question["expected"]))


def utc(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(UTC).isoformat()


def test_one_line_is_answered_with_one_line() -> None:
    assert answer_line(json.dumps(QUESTION) + "\n") == '{"at": "2024-01-22T10:00:00+00:00"}'


def test_the_moment_is_told_in_utc_with_its_microseconds() -> None:
    asked = {**QUESTION, "start": "2024-01-19T10:00:00.000001+08:00", "sla_seconds": 0.5}
    assert answer(asked) == {"at": "2024-01-19T09:00:00.500000+00:00"}


def test_seconds_are_whole_when_they_can_be() -> None:
    asked = {**QUESTION, "kind": "elapsed", "end": "2024-01-19T16:30:00.250000Z"}
    assert answer(asked) == {"seconds": 1800.25}
    assert answer_line(json.dumps({**asked, "end": "2024-01-19T16:30:00Z"})) == '{"seconds": 1800}'


def test_what_need_not_be_said_may_be_left_out_or_null() -> None:
    due = {"at": "2024-01-22T16:00:00+00:00"}
    assert answer(DAYS) == due
    assert answer({**DAYS, "pauses": None, "end_of_working_day": None, "paused_working_seconds": None}) == due
    assert answer({**DAYS, "end_of_working_day": True}) == {"at": "2024-01-22T17:00:00+00:00"}
    assert answer({**DAYS, "paused_working_seconds": 7200}) == {"at": "2024-01-23T10:00:00+00:00"}


def test_a_pause_without_an_end_still_lasts() -> None:
    asked = {**QUESTION, "pauses": [["2024-01-19T16:30:00Z", None]]}
    assert answer(asked) == {"error": "still paused since 2024-01-19T16:30:00+00:00"}


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"kind": None}, "kind: is missing"),
        ({"kind": "guess"}, "kind: must be one of deadline, elapsed, before, deadline_days"),
        ({"calendar": "office"}, "calendar: must be an object, not str"),
        ({"calendar": {**OFFICE, "tz": "Mars/Olympus"}}, "tz: 'Mars/Olympus' is not a time zone"),
        ({"calendar": {"tz": "UTC", "hours": {}}}, "the calendar has no working time within five years of 2024-01-19"),
        ({"start": "2024-01-19T16:00:00"}, "start: 2024-01-19T16:00:00 has no offset from UTC"),
        ({"start": "yesterday"}, "start: 'yesterday' is not a time such as 2024-02-04T09:00:00+08:00"),
        ({"start": "9999-12-31T23:59:59Z"}, "start: calendars are kept for the years 1900 to 2199"),
        ({"sla_seconds": "2 h"}, "sla_seconds: must be a number of seconds, not str"),
        ({"sla_seconds": True}, "sla_seconds: must be a number of seconds, not bool"),
        ({"sla_seconds": float("nan")}, "sla_seconds: is more time than a calendar has"),
        ({"sla_seconds": 10**400}, "sla_seconds: is more time than a calendar has"),
        ({"sla_seconds": -1}, "the allowance is less than no time"),
        ({"pauses": {}}, "pauses: must be a list, not dict"),
        ({"pauses": [["2024-01-19T16:00:00Z"]]}, "pauses[0]: must be a pair, from and to"),
        ({"kind": "deadline_days", "days": 1.5}, "days: must be a whole number, not float"),
        ({"kind": "deadline_days", "days": 10**5}, "calendars are kept for the years 1900 to 2199"),
        ({"kind": "deadline_days", "days": 10**9}, "days: is more time than a calendar has"),
        ({"kind": "deadline_days", "days": -(10**400)}, "days: is more time than a calendar has"),
        (
            {"kind": "deadline_days", "days": 1, "end_of_working_day": 1},
            "end_of_working_day: must be true or false, not int",
        ),
    ],
)
def test_a_question_that_makes_no_sense_is_told_why(wrong: dict[str, object], error: str) -> None:
    assert answer({**QUESTION, **wrong}) == {"error": error}


@pytest.mark.parametrize("line", ["", "{", "NaN!", "[" * 100_000, "\x00"])
def test_a_line_that_is_not_json_is_an_error(line: str) -> None:
    assert json.loads(answer_line(line))["error"].startswith("not JSON: ")


@pytest.mark.parametrize("line", ["1", "null", "[]", '"deadline"', "Infinity"])
def test_a_line_that_is_no_question_is_an_error(line: str) -> None:
    assert json.loads(answer_line(line))["error"].startswith("question: ")


@given(st.sampled_from([QUESTION, DAYS]), st.sampled_from([*DAYS, "end", "pauses", "paused_working_seconds"]), anything)
def test_whatever_is_asked_there_is_one_answer(question: dict[str, object], key: str, value: object) -> None:
    assert len(json.loads(answer_line(json.dumps({**question, key: value})))) == 1


@given(st.sampled_from(["tz", "hours", "holidays", "closures", "extra_days"]), anything)
def test_whatever_the_calendar_says_there_is_one_answer(key: str, value: object) -> None:
    assert len(answer({**QUESTION, "calendar": {**OFFICE, key: value}})) == 1
