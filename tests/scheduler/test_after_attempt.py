from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.outcomes import Absent, Outcome, Retry, Sent, Undeliverable, Unknown
from core.people import Chat
from core.ports import Parcel, Weight
from scheduler.after_attempt import LATEST, MOST_ATTEMPTS, backoff, may_go_elsewhere, next_try
from tests.scheduler.scene import DAY, MONDAY, SECOND


def parcel(weight: Weight = Weight.NOTICE, **changes: object) -> Parcel:
    values: dict[str, object] = {"body": {"text": "hello"}, "attempt": 1, "unknown": 0, "cause": "", "expires_at": None}
    known = values | changes
    return Parcel(id=1, chat_id=1, chat=Chat("web", "shop", "li"), weight=weight, ticket=None, replaces="", **known)  # type: ignore[arg-type]


def pause(outcome: Outcome, of: Parcel, chance: float = 1.0) -> timedelta | None:
    again = next_try(outcome, of, MONDAY, chance)
    return again - MONDAY if again else None


@pytest.mark.parametrize("outcome", [Sent(), Undeliverable("blocked"), Absent()])
def test_what_is_settled_is_not_tried_again(outcome: Outcome) -> None:
    assert next_try(outcome, parcel(), MONDAY, 0) is None


def test_the_network_is_asked_again_exactly_when_it_said() -> None:
    assert pause(Retry(17 * SECOND), parcel()) == 17 * SECOND


def test_each_further_refusal_is_waited_out_longer() -> None:
    pauses = [pause(Retry(timedelta()), parcel(attempt=n)) for n in range(1, 6)]
    assert pauses == [timedelta(), 2 * SECOND, 4 * SECOND, 8 * SECOND, 16 * SECOND]


def test_refused_for_a_day_it_is_given_up() -> None:
    assert pause(Retry(SECOND), parcel(attempt=MOST_ATTEMPTS)) is None


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_the_wait_is_never_endless_and_never_less_than_half(failures: int, chance: float) -> None:
    assert SECOND <= backoff(failures, chance) <= LATEST
    assert backoff(failures, 0) * 2 == backoff(failures, 1)


@pytest.mark.parametrize("weight", [Weight.ANSWER, Weight.NOTICE, Weight.ALERT, Weight.CARD])
def test_in_doubt_it_is_sent_once_more_and_never_again(weight: Weight) -> None:
    assert pause(Unknown("?"), parcel(weight)) == 60 * SECOND
    assert pause(Unknown("?"), parcel(weight, attempt=2, unknown=1)) is None


def test_in_doubt_a_survey_is_not_repeated() -> None:
    assert pause(Unknown("?"), parcel(Weight.SURVEY)) is None


def test_nothing_is_tried_after_its_time() -> None:
    late = parcel(expires_at=MONDAY + 30 * SECOND)
    assert pause(Retry(10 * SECOND), late) == 10 * SECOND
    assert pause(Retry(30 * SECOND), late) is None
    assert pause(Unknown("?"), late) is None


def test_a_question_stays_in_its_chat_and_news_may_go_to_another() -> None:
    blocked = Undeliverable("blocked")
    assert may_go_elsewhere(blocked, parcel())
    assert may_go_elsewhere(blocked, parcel(Weight.ANSWER))
    assert not may_go_elsewhere(blocked, parcel(Weight.ANSWER, body={"text": "Which?", "buttons": [["One", "1:0"]]}))
    assert not may_go_elsewhere(blocked, parcel(Weight.ANSWER, body={"text": "Your name?", "asks": "text"}))


def test_a_copy_that_failed_too_goes_nowhere_else() -> None:
    assert not may_go_elsewhere(Undeliverable("blocked"), parcel(cause="instead:7"))


def test_what_may_have_arrived_goes_nowhere_else() -> None:
    assert not may_go_elsewhere(Unknown("?"), parcel(expires_at=MONDAY + DAY))
