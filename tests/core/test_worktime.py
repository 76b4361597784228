"""Deadlines as other desks compute them, and the cases in which desks differ."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core.worktime import (
    BackwardsInterval,
    BeyondCalendar,
    Calendar,
    Counted,
    NaiveInstant,
    NegativeAllowance,
    NeverOpen,
    StillPaused,
    before,
    deadline,
    deadline_days,
    elapsed,
    explain,
)

OFFICE = ["09:00", "18:00"]
WEEK = {day: [OFFICE] for day in ("mon", "tue", "wed", "thu", "fri")}
SHANGHAI = Calendar.from_dict({"tz": "Asia/Shanghai", "hours": WEEK})
WITH_LUNCH = Calendar.from_dict({"tz": "UTC", "hours": {day: [["09:00", "12:00"], ["13:00", "17:00"]] for day in WEEK}})
ROUND_THE_CLOCK = {day: [["00:00", "24:00"]] for day in (*WEEK, "sat", "sun")}
NEVER = Calendar.from_dict({"tz": "UTC", "hours": {}})

HOUR = timedelta(hours=1)
MICROSECOND = timedelta(microseconds=1)


def at(text: str) -> datetime:
    """A moment in the week that begins on Monday, 8 January 2024: "Fri 17:30", in UTC."""
    day, clock = text.split()
    number = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").index(day) + 8
    return datetime.fromisoformat(f"2024-01-{number:02}T{clock}+00:00")


def shanghai(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


def test_a_deadline_at_closing_time_is_not_put_off_to_the_next_morning() -> None:
    assert deadline(WITH_LUNCH, at("Fri 16:00"), HOUR) == at("Fri 17:00")
    assert deadline(WITH_LUNCH, at("Fri 17:00"), timedelta()) == at("Fri 17:00")
    assert deadline(WITH_LUNCH, at("Fri 17:00"), MICROSECOND) == at("Fri 17:00") + 64 * HOUR + MICROSECOND


def test_no_allowance_out_of_hours_is_the_next_opening() -> None:
    assert deadline(WITH_LUNCH, at("Fri 12:30"), timedelta()) == at("Fri 13:00")


def test_microseconds_are_kept() -> None:
    start = at("Mon 16:59:59.999999")
    assert deadline(WITH_LUNCH, start, 2 * MICROSECOND) == at("Tue 09:00:00.000001")
    assert elapsed(WITH_LUNCH, start, at("Tue 09:00:00.000001")) == 2 * MICROSECOND


def test_the_answer_is_in_utc_whatever_zone_was_asked_in() -> None:
    due = deadline(SHANGHAI, shanghai("2024-01-08T10:00"), HOUR)
    assert due.isoformat() == "2024-01-08T03:00:00+00:00"


def test_a_make_up_sunday_counts_and_the_holiday_after_it_does_not() -> None:
    spring = Calendar.from_dict(
        {
            "tz": "Asia/Shanghai",
            "hours": WEEK,
            "holidays": ["2024-02-04", "2024-02-05"],
            "extra_days": {"2024-02-04": [["10:00", "12:00"]]},
        }
    )
    assert deadline(spring, shanghai("2024-02-02T17:00"), 4 * HOUR) == shanghai("2024-02-06T10:00")


def test_somebody_on_leave_works_on_when_he_is_back() -> None:
    on_leave = SHANGHAI.without([(shanghai("2024-01-09T00:00"), shanghai("2024-01-11T12:00"))])
    assert deadline(on_leave, shanghai("2024-01-08T17:00"), 2 * HOUR) == shanghai("2024-01-11T13:00")
    assert deadline(SHANGHAI, shanghai("2024-01-08T17:00"), 2 * HOUR) == shanghai("2024-01-09T10:00")


def test_leave_is_added_to_what_was_closed_already() -> None:
    closed = WITH_LUNCH.without([(at("Mon 14:00"), at("Mon 15:00"))]).without([(at("Mon 09:30"), at("Mon 10:00"))])
    assert elapsed(closed, at("Mon 00:00"), at("Tue 00:00")) == 5.5 * HOUR


def test_pauses_may_overlap_and_come_in_any_order() -> None:
    pauses = [
        (at("Mon 15:00"), at("Mon 16:00")),
        (at("Mon 10:00"), at("Mon 11:00")),
        (at("Mon 10:30"), at("Mon 14:00")),
    ]
    assert deadline(WITH_LUNCH, at("Mon 09:00"), 3 * HOUR, pauses) == at("Mon 17:00")
    assert elapsed(WITH_LUNCH, at("Mon 09:00"), at("Mon 17:00"), pauses) == 3 * HOUR


def test_pausing_and_resuming_at_once_changes_nothing() -> None:
    pauses = [(at("Mon 10:00"), at("Mon 10:00"))]
    assert deadline(WITH_LUNCH, at("Mon 09:00"), 2 * HOUR, pauses) == at("Mon 11:00")


def test_while_the_pause_lasts_there_is_no_deadline() -> None:
    with pytest.raises(StillPaused, match=r"still paused since 2024-01-08T10:00:00"):
        deadline(WITH_LUNCH, at("Mon 09:00"), 2 * HOUR, [(at("Mon 10:00"), None), (at("Mon 11:00"), None)])


def test_a_deadline_that_had_passed_before_the_pause_stays() -> None:
    assert deadline(WITH_LUNCH, at("Mon 09:00"), HOUR, [(at("Mon 10:00"), None)]) == at("Mon 10:00")


def test_what_has_passed_is_known_while_the_pause_lasts() -> None:
    pauses = [(at("Mon 10:00"), None)]
    assert elapsed(WITH_LUNCH, at("Mon 09:00"), at("Fri 17:00"), pauses) == HOUR
    assert elapsed(WITH_LUNCH, at("Tue 09:00"), at("Fri 17:00"), pauses) == timedelta()


def test_time_until_an_earlier_moment_is_negative() -> None:
    assert elapsed(WITH_LUNCH, at("Tue 10:00"), at("Mon 16:00")) == -2 * HOUR


def test_a_reminder_before_the_deadline_goes_back_over_the_night_and_the_pauses() -> None:
    assert before(WITH_LUNCH, at("Tue 10:00"), 3 * HOUR) == at("Mon 15:00")
    assert before(WITH_LUNCH, at("Tue 10:00"), 3 * HOUR, [(at("Mon 15:30"), at("Mon 16:30"))]) == at("Mon 14:00")
    assert before(WITH_LUNCH, at("Tue 10:00"), HOUR, [(at("Mon 15:00"), None)]) == at("Mon 14:00")


def test_nothing_before_opening_time_is_opening_time_and_out_of_hours_the_last_closing() -> None:
    assert before(WITH_LUNCH, at("Tue 09:00"), timedelta()) == at("Tue 09:00")
    assert before(WITH_LUNCH, at("Tue 08:00"), timedelta()) == at("Mon 17:00")


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("Fri 10:00", 1, "2024-01-15T10:00"),
        ("Thu 07:00", 1, "2024-01-12T07:00"),
        ("Mon 20:00", 2, "2024-01-10T17:00"),
        ("Sat 10:00", 1, "2024-01-16T09:00"),
        ("Mon 20:00", 0, "2024-01-08T20:00"),
        ("Fri 10:00", -4, "2024-01-08T10:00"),
        ("Sun 10:00", -1, "2024-01-11T17:00"),
    ],
)
def test_working_days_keep_the_time_on_the_wall_until_closing(start: str, days: int, due: str) -> None:
    assert deadline_days(WITH_LUNCH, at(start), days) == datetime.fromisoformat(f"{due}+00:00")


def test_working_days_may_end_at_closing_time() -> None:
    assert deadline_days(WITH_LUNCH, at("Mon 10:00"), 1, end_of_working_day=True) == at("Tue 17:00")


def test_working_days_are_put_off_by_the_working_time_that_was_paused() -> None:
    overnight = (at("Mon 16:00"), at("Tue 10:00"))
    assert deadline_days(WITH_LUNCH, at("Mon 10:00"), 2, pauses=[overnight]) == at("Wed 12:00")
    assert deadline_days(WITH_LUNCH, at("Mon 10:00"), 2, paused=2 * HOUR) == at("Wed 12:00")
    during_the_rest = (at("Wed 10:30"), at("Wed 11:00"))
    assert deadline_days(WITH_LUNCH, at("Mon 10:00"), 2, pauses=[overnight, during_the_rest]) == at("Wed 13:30")


def test_the_time_on_the_wall_is_kept_over_a_change_of_the_clock() -> None:
    berlin = Calendar.from_dict({"tz": "Europe/Berlin", "hours": WEEK})
    friday = datetime.fromisoformat("2024-03-29T10:00+01:00")
    assert deadline_days(berlin, friday, 1) == datetime.fromisoformat("2024-04-01T10:00+02:00")


def test_why_this_deadline() -> None:
    pause = (at("Tue 09:00"), at("Tue 16:00"))
    assert explain(WITH_LUNCH, at("Mon 16:00"), 2 * HOUR, [pause]) == [
        Counted(at("Mon 16:00"), at("Mon 17:00"), HOUR),
        Counted(at("Tue 09:00"), at("Tue 12:00"), timedelta()),
        Counted(at("Tue 13:00"), at("Tue 17:00"), HOUR),
    ]


def test_a_calendar_without_working_time_says_so() -> None:
    for ask in (deadline, before):
        with pytest.raises(NeverOpen, match="no working time within five years of 2024-01-0"):
            ask(NEVER, at("Mon 09:00"), HOUR)
    with pytest.raises(NeverOpen):
        deadline_days(NEVER, at("Mon 09:00"), 1)
    assert elapsed(NEVER, at("Mon 09:00"), at("Fri 09:00")) == timedelta()


def test_a_shop_that_closed_for_good_is_still_asked_about_its_past() -> None:
    closed = WITH_LUNCH.without([(at("Fri 12:00"), datetime(2199, 1, 1, tzinfo=UTC))])
    assert elapsed(closed, at("Fri 09:00"), datetime(2090, 1, 1, tzinfo=UTC)) == 3 * HOUR
    with pytest.raises(NeverOpen):
        deadline(closed, at("Fri 09:00"), 4 * HOUR)


def test_no_question_runs_for_ever() -> None:
    for ask in (deadline, before):
        with pytest.raises(BeyondCalendar, match="1900 to 2199"):
            ask(WITH_LUNCH, at("Mon 09:00"), timedelta(days=999_999))
    with pytest.raises(BeyondCalendar):
        elapsed(WITH_LUNCH, datetime.min.replace(tzinfo=UTC), at("Mon 09:00"))


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(NaiveInstant, match="2024-01-08T09:00:00 has no offset"):
        deadline(WITH_LUNCH, at("Mon 09:00").replace(tzinfo=None), HOUR)


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BackwardsInterval):
        deadline(WITH_LUNCH, at("Mon 09:00"), HOUR, [(at("Mon 11:00"), at("Mon 10:00"))])


def test_less_than_no_time_is_refused() -> None:
    for ask in (deadline, before):
        with pytest.raises(NegativeAllowance):
            ask(WITH_LUNCH, at("Mon 09:00"), -HOUR)
