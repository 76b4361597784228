"""What is stored between two messages, and what an older version may have stored."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.choices import Offer
from bot.dialogue.draft import Draft

texts = st.dictionaries(st.text(), st.text())
drafts = st.builds(
    Draft, st.text(), texts, texts, texts, texts, st.text(), st.lists(st.builds(Offer, st.text(), st.text())).map(tuple)
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
)


@given(drafts)
def test_a_draft_survives_being_stored(draft: Draft) -> None:
    assert Draft.from_json(json.loads(json.dumps(draft.to_json()))) == draft


@given(st.dictionaries(st.sampled_from([*Draft("").to_json(), "colour"]), anything) | anything)
def test_whatever_was_stored_can_be_read(stored: object) -> None:
    read = Draft.from_json(stored)
    assert Draft.from_json(read.to_json()) == read


@pytest.mark.parametrize("offered", [[["a", "A"], ["b"]], [["a", "A"], "bc"], [1], "x", {"a": "A"}])
def test_a_menu_is_read_whole_or_not_at_all(offered: object) -> None:
    assert Draft.from_json({"offered": offered}).offered == ()


def test_the_same_question_with_the_same_menu_is_the_same_turn() -> None:
    draft = Draft("f").asking("a", (Offer("1", "One"),))
    assert draft.asking("a", (Offer("1", "One"),)).turn == draft.turn
    assert draft.asking("a").turn == draft.turn + 1
    assert draft.asking("b", draft.offered).turn == draft.turn + 1
