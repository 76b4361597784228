"""The same while goods are booked, checked, brought and signed for, by a crew of two.

AFTERCARE_TEST_DELIVERIES: how many on the quickest network and database; a few more on the others.
"""

from __future__ import annotations

import os
from random import randrange

import pytest

from tests.crash.points import Point
from tests.crash.runs import side_by_side

CONVERSATIONS = int(os.environ.get("AFTERCARE_TEST_DELIVERIES", "80"))
ELSEWHERE = 8  # each takes a second or more
SEED = int(os.environ.get("AFTERCARE_TEST_SEED") or randrange(1_000_000))


def test_goods_are_brought_once_and_signed_for_once_whenever_the_desk_is_killed() -> None:
    tally = side_by_side(CONVERSATIONS, "--delivery", "--seed", SEED)
    replay = f"replay one with: python -m tests.crash --delivery --seed {SEED} --count 1 --first <number>"
    assert not tally.wrong, "\n".join((f"{len(tally.wrong)} things are wrong; {replay}", *tally.wrong))
    assert tally.conversations == CONVERSATIONS, tally
    enough = tally.conversations > 2 * len(Point)
    missed = [point for point in Point if not tally.deaths[point] and enough]
    assert not missed, f"seed {SEED}: never killed at {', '.join(missed)}"


@pytest.mark.parametrize("network", ["wire", "telegram"])
def test_they_are_on_postgresql_and_on_telegram_too(migrated_server: str, network: str) -> None:
    telegram = ("--telegram",) if network == "telegram" else ()
    tally = side_by_side(ELSEWHERE, "--delivery", "--postgres", migrated_server, "--seed", SEED, *telegram)
    assert not tally.wrong, "\n".join((f"seed {SEED}", *tally.wrong))
    assert tally.conversations == ELSEWHERE
    assert tally.deaths.total() >= ELSEWHERE / 2, tally
