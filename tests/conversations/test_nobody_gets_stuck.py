"""The forms of the small repair shop hold, whatever is typed into them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.form import Form
from tests.conversations.sample import BookRepair, Rate, RepairShop
from tests.conversations.stuck import chatted
from tests.conversations.transcript import occasion


@pytest.mark.parametrize("form", [BookRepair, Rate])
@settings(max_examples=300)
@given(data=st.data())
def test_nobody_gets_stuck(form: type[Form], data: st.DataObject) -> None:
    assert not chatted(form, data, lambda: occasion(RepairShop())).is_open
