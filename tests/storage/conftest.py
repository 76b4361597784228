"""Each test of this folder runs on both databases."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from core.storage.open import SqlStore, open_store


@pytest.fixture
async def store(url: str) -> AsyncIterator[SqlStore]:
    opened = open_store(url)
    yield opened
    await opened.close()
