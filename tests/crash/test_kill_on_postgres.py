"""The same desk on a real PostgreSQL server, which goes on for a moment with what the killed one had asked for."""

from __future__ import annotations

from tests.crash.runs import side_by_side

CONVERSATIONS = 20


def test_killed_on_postgresql_the_desk_keeps_its_word_too(migrated_server: str) -> None:
    tally = side_by_side(CONVERSATIONS, "--postgres", migrated_server)
    assert not tally.wrong, "\n".join(tally.wrong)
    assert tally.conversations == CONVERSATIONS
