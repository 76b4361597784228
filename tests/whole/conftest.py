"""A shop on the emulated Telegram, and its staff with a group of their own."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.telegram.chats import Room
from tests.telegram.people import Person
from tests.whole.messenger import Shop, shop


@pytest.fixture
async def place(url: str, tmp_path: Path) -> AsyncGenerator[Shop]:
    async with shop(url, tmp_path) as opened:
        yield opened


@pytest.fixture
def liu(place: Shop) -> Person:
    return place.network.person("Liu")


@pytest.fixture
def forum(place: Shop, liu: Person) -> Room:
    return place.network.group("Staff", liu, forum=True)
