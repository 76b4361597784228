"""How fast messages leave, on a clock that is passed in."""

from __future__ import annotations

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.pace import MOST_CHATS, Pace


def leaves(pace: Pace, chat: int, at: float, messages: int = 1) -> float:
    return pace.book_all(pace.book_chat(chat, at, messages), messages)


def most_within(seconds: float, moments: list[float]) -> int:
    moments = sorted(moments)
    return max(sum(start <= moment < start + seconds for moment in moments) for start in moments)


def test_ten_thousand_chats_get_theirs_in_seven_minutes_and_never_more_than_thirty_in_a_second() -> None:
    pace = Pace()
    moments = [leaves(pace, chat, 0.0) for chat in range(1, 10_001)]
    assert most_within(1, moments[:500]) <= 30
    assert most_within(1, moments[-500:]) <= 30
    assert moments[-1] < 7 * 60


def test_somebody_gets_three_at_once_and_then_one_a_second() -> None:
    pace = Pace()
    assert [round(leaves(pace, 7, 100.0) - 100.0) for _ in range(6)] == [0, 0, 0, 1, 2, 3]


@given(st.lists(st.tuples(st.floats(0, 20), st.integers(1, 10)), min_size=1, max_size=60))
def test_a_group_gets_twenty_in_any_minute_albums_counted(wishes: list[tuple[float, int]]) -> None:
    pace, at, moments = Pace(), 0.0, list[float]()
    for pause, messages in wishes:
        at = max(at + pause, leaves(pace, -7, at + pause, messages))
        moments += [at] * messages
    assert most_within(60, moments) <= 20 + max(messages for _, messages in wishes) - 1


def test_a_group_that_waits_holds_up_nobody() -> None:
    pace = Pace()
    for _ in range(10):
        pace.book_chat(-7, 0.0)
    assert pace.free_at(-7) > 10
    assert pace.free_at(8) <= 0


def test_a_pause_for_a_group_is_its_own_and_any_other_is_for_all() -> None:
    pace = Pace()
    pace.halt(-7, 50.0)
    assert (pace.free_at(-7), pace.free_at(8)) == (50.0, max(0.0, pace.overall.free_at()))
    pace.halt(8, 30.0)
    assert pace.free_at(9) == 30.0
    pace.halt(8, 20.0)
    assert pace.free_at(9) == 30.0, "a shorter pause does not end a longer one"


def test_chats_that_are_free_again_are_forgotten() -> None:
    pace = Pace()
    for chat, at in zip(range(1, 5 * MOST_CHATS), count(0, 0.05), strict=False):
        pace.book_chat(chat, at)
    assert len(pace.chats) <= MOST_CHATS
