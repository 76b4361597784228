"""The shop of these transcripts, once in Chinese and once in English."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.texts import LANGUAGES
from core.storage.open import open_store
from tests.acceptance.on_chat import OnChat
from tests.acceptance.shop import opened
from tests.acceptance.world import Network, World


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    spoken: str = request.param
    return spoken


@pytest.fixture(params=["chat", "telegram"])
async def network(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Network]:
    """Each transcript is played on each."""
    if request.param == "chat":
        yield OnChat(tmp_path / "pictures")
        return
    from tests.acceptance.on_telegram import on_telegram  # noqa: PLC0415 - takes seconds to load

    async with on_telegram() as network:
        yield network


@pytest.fixture
async def desk(language: str, network: Network) -> AsyncIterator[World]:
    store = open_store("sqlite://")
    yield await opened(store, language, network=network)
    await store.close()


@pytest.fixture
async def appliances(language: str, network: Network) -> AsyncIterator[World]:
    store = open_store("sqlite://")
    yield await opened(store, language, profile="appliance", network=network)
    await store.close()


@pytest.fixture
async def homes(language: str, network: Network) -> AsyncIterator[World]:
    store = open_store("sqlite://")
    yield await opened(store, language, profile="property", network=network)
    await store.close()


@pytest.fixture
async def pianos(language: str, network: Network) -> AsyncIterator[World]:
    store = open_store("sqlite://")
    yield await opened(store, language, profile="piano", network=network)
    await store.close()


@pytest.fixture
async def desk_on_either(language: str, network: Network, url: str) -> AsyncIterator[World]:
    """For the main journeys: on both databases."""
    store = open_store(url)
    yield await opened(store, language, network=network)
    await store.close()
