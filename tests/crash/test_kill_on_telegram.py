"""The same on Telegram: calls, updates and broken connections instead of a wire that tells how it went.

Two libraries and a socket take their time. AFTERCARE_TEST_TELEGRAM: how many conversations.
"""

from __future__ import annotations

import os
from random import randrange

from tests.crash.points import Point
from tests.crash.runs import side_by_side

CONVERSATIONS = int(os.environ.get("AFTERCARE_TEST_TELEGRAM", "300"))
NEVER_THERE = {Point.CHAT_WOKEN}  # that is for whoever was away, and there nobody is
SEED = int(os.environ.get("AFTERCARE_TEST_SEED") or randrange(1_000_000))


def test_on_telegram_too_nothing_is_lost_nothing_done_twice_and_nothing_said_a_third_time() -> None:
    tally = side_by_side(CONVERSATIONS, "--telegram", "--seed", SEED)
    replay = f"replay one with: python -m tests.crash --telegram --seed {SEED} --count 1 --first <number>"
    assert not tally.wrong, "\n".join((f"{len(tally.wrong)} things are wrong; {replay}", *tally.wrong))
    assert tally.conversations == CONVERSATIONS, tally
    assert tally.copies or CONVERSATIONS < 10, "connections broke after a message had arrived"
    enough = tally.conversations > 2 * len(Point)
    missed = [point for point in Point if not tally.deaths[point] and point not in NEVER_THERE and enough]
    assert not missed, f"seed {SEED}: never killed at {', '.join(missed)}"
