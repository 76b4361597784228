"""One network for a test, and the two libraries as its clients."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram.ext import ExtBot

from tests.telegram.network import Network
from tests.telegram.server import opened

Sender = ExtBot[None]


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **time: float) -> None:
        self.at += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def network(clock: Clock) -> AsyncIterator[Network]:
    async with opened(clock) as network:
        yield network


@pytest.fixture
async def receiver(network: Network) -> AsyncIterator[Bot]:
    """aiogram's bot."""
    async with Bot(network.token, AiohttpSession(api=TelegramAPIServer.from_base(network.url))) as bot:
        yield bot


@pytest.fixture
async def sender(network: Network, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Sender]:
    """python-telegram-bot's."""
    monkeypatch.setitem(os.environ, "PTB_TIMEDELTA", "1")
    async with ExtBot(network.token, f"{network.url}/bot", f"{network.url}/file/bot") as bot:
        yield bot
