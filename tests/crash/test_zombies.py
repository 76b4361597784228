"""A desk that was frozen for longer than its lease wakes up beside another one, and changes nothing any more."""

from __future__ import annotations

from tests.crash.haunting import WHERE
from tests.crash.runs import side_by_side

CONVERSATIONS = 2 * len(WHERE)


def test_what_a_zombie_records_changes_nothing() -> None:
    tally = side_by_side(CONVERSATIONS, "--haunted")
    assert not tally.wrong, "\n".join(tally.wrong)
    assert tally.deaths.total() == CONVERSATIONS
