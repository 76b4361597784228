"""Everything that the bot says can be said in every language it speaks."""

from __future__ import annotations

import pytest

from bot.texts import LANGUAGES
from bot.texts.extract import missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing(language: str) -> None:
    assert missing(language) == []
