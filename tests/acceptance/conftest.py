"""The shop of these transcripts, once in Chinese and once in English."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.texts import LANGUAGES
from core.storage.open import open_store
from tests.acceptance.shop import opened
from tests.acceptance.world import World


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    spoken: str = request.param
    return spoken


@pytest.fixture
async def desk(language: str) -> AsyncIterator[World]:
    store = open_store("sqlite://")
    yield await opened(store, language)
    await store.close()


@pytest.fixture
async def appliances(language: str) -> AsyncIterator[World]:
    store = open_store("sqlite://")
    yield await opened(store, language, profile="appliance")
    await store.close()


@pytest.fixture
async def homes(language: str) -> AsyncIterator[World]:
    store = open_store("sqlite://")
    yield await opened(store, language, profile="property")
    await store.close()


@pytest.fixture
async def pianos(language: str) -> AsyncIterator[World]:
    store = open_store("sqlite://")
    yield await opened(store, language, profile="piano")
    await store.close()


@pytest.fixture
async def desk_on_either(language: str, url: str) -> AsyncIterator[World]:
    """For the main journeys: on both databases."""
    store = open_store(url)
    yield await opened(store, language)
    await store.close()
