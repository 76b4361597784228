"""A store in memory, and one on each database for what replicas do at the same time."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from core.opening import open_shop
from core.ports import Store
from core.shop import Shop
from core.storage.open import open_store
from scheduler.deliveries import Deliveries
from tests.scheduler.scene import MONDAY, Clock, Network


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    opened = open_store("sqlite://")
    yield opened
    await opened.close()


@pytest.fixture
async def either_store(url: str) -> AsyncIterator[Store]:
    opened = open_store(url)
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def deliveries(store: Store, network: Network, clock: Clock) -> Deliveries:
    return Deliveries(store, {"web": network}, clock)


@pytest.fixture(scope="session")
def shop() -> Shop:
    return open_shop("furniture", MONDAY)
