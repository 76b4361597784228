"""The harness notices a desk that does not keep its word: each of these has one bug."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.crash.mutants import (
    AcknowledgesFirst,
    AnswersAfterwards,
    CallsItSent,
    HandlesInTwoUnits,
    NeverLooksBack,
    SendsAgainAtOnce,
    TakesRepeatsForNew,
)
from tests.crash.points import Point
from tests.crash.runs import Run, begin

CAUGHT = (
    (AcknowledgesFirst, Point.MESSAGE_CAME, 3, "was acknowledged and is lost"),
    (TakesRepeatsForNew, Point.MESSAGE_NOTED, 2, "is in the inbox 2 times"),
    (HandlesInTwoUnits, Point.MESSAGE_HANDLED, 9, "2 tickets instead of 1"),
    (AnswersAfterwards, Point.ANSWER_QUEUED, 3, "was never answered"),
    (SendsAgainAtOnce, Point.NETWORK_HAS_IT, 3, "arrived 3 times"),
    (CallsItSent, Point.PARCEL_TAKEN, 3, "is called sent and never arrived"),
    (NeverLooksBack, Point.NETWORK_HAS_IT, 3, "is left sending"),
)


@pytest.fixture(scope="module")
def runs() -> Iterator[dict[str, Run]]:
    """All begun at once. Each is killed once, where the bug can show."""
    begun = {
        kind.__name__: begin("--mutant", kind.__name__, "--only", f"{point}:{nth}", "--count", 1)
        for kind, point, nth, _ in CAUGHT
    }
    yield begun
    for run in begun.values():
        run.leave()


@pytest.mark.parametrize(("kind", "words"), [(kind.__name__, words) for kind, *_, words in CAUGHT])
def test_a_desk_with_a_bug_is_caught(runs: dict[str, Run], kind: str, words: str) -> None:
    wrong = runs[kind].result().wrong
    assert any(words in each for each in wrong), wrong
