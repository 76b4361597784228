"""Killed with SIGKILL at any step, the desk loses nothing, does nothing twice and lets nobody wait in silence.

AFTERCARE_TEST_CONVERSATIONS: how many. AFTERCARE_TEST_SEED: which; a failure names the seed that it was found with.
"""

from __future__ import annotations

import os
from random import randrange

from tests.crash.points import Point
from tests.crash.runs import side_by_side

CONVERSATIONS = int(os.environ.get("AFTERCARE_TEST_CONVERSATIONS", "300"))
SEED = int(os.environ.get("AFTERCARE_TEST_SEED") or randrange(1_000_000))


def test_whatever_step_it_is_killed_at_the_desk_keeps_its_word() -> None:
    tally = side_by_side(CONVERSATIONS, "--seed", SEED)
    replay = f"replay one with: python -m tests.crash --seed {SEED} --count 1 --first <number>"
    assert not tally.wrong, "\n".join((f"{len(tally.wrong)} things are wrong; {replay}", *tally.wrong))
    assert tally.conversations == CONVERSATIONS, tally
    enough = tally.conversations > 2 * len(Point)
    missed = [point for point in Point if not tally.deaths[point] and enough]
    assert not missed, f"seed {SEED}: never killed at {', '.join(missed)}"
