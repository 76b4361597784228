"""The harness notices a desk that does not keep its word: each of these has one bug."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.crash.mortal_desk import MortalDesk
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
    (AcknowledgesFirst, Point.MESSAGE_CAME, 0, "was acknowledged and is lost"),
    (TakesRepeatsForNew, Point.MESSAGE_NOTED, 0, "is in the inbox 2 times"),
    (HandlesInTwoUnits, Point.MESSAGE_HANDLED, 0, "told 1 times too often"),
    (AnswersAfterwards, Point.ANSWER_QUEUED, 0, "was never answered"),
    (SendsAgainAtOnce, Point.NETWORK_HAS_IT, 0, "arrived 3 times"),
    (CallsItSent, Point.PARCEL_TAKEN, 0, "is called sent and never arrived"),
    (NeverLooksBack, Point.NETWORK_HAS_IT, 0, "is left sending"),
)


@pytest.fixture(scope="module")
def runs() -> Iterator[dict[str, Run]]:
    """All begun at once: each mostly loads."""
    begun = {kind.__name__: struck(kind, point, visit) for kind, point, visit, _ in CAUGHT}
    yield begun
    for run in begun.values():
        run.leave()


def struck(kind: type[MortalDesk], point: Point, visit: int) -> Run:
    """One conversation, killed where the bug can show."""
    number = list(Point).index(point) + visit * len(Point)
    return begin("--mutant", kind.__name__, "--first", number, "--count", 1)


@pytest.mark.parametrize(("kind", "words"), [(kind.__name__, words) for kind, *_, words in CAUGHT])
def test_a_desk_with_a_bug_is_caught(runs: dict[str, Run], kind: str, words: str) -> None:
    wrong = runs[kind].result().wrong
    assert any(words in each for each in wrong), wrong
