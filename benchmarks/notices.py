"""A notice for each of many chats on Telegram: within its limits, none lost and none twice."""

from __future__ import annotations

import asyncio
import sys
from bisect import bisect_right
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from aiohttp import web

from benchmarks.peers.updates import TOKEN
from benchmarks.webhook.bot_api import BotApi
from core.people import Chat
from core.ports import Posting, Unit, Weight
from core.storage.open import open_store
from core.storage.schema import migrate
from scheduler.deliveries import Deliveries

LIMIT = 30  # messages a second, as Telegram counts


def show(notices: int) -> None:
    with TemporaryDirectory(prefix="aftercare-bench-") as folder:
        arrived, took = asyncio.run(measured(Path(folder), notices))
    moments = sorted(chain.from_iterable(arrived.values()))
    most = max(bisect_right(moments, moment + 1) - place for place, moment in enumerate(moments))
    twice = sum(len(each) > 1 for each in arrived.values())
    print(f"\n{notices:,} notices to as many chats on Telegram, in {took:.0f} s:\n")
    print(f"- {notices - len(arrived)} lost, {twice} twice")
    print(f"- at most {most} left within a second (limit: {LIMIT})")


async def without_files(_: str) -> None:
    """A notice has none."""


async def measured(folder: Path, notices: int) -> tuple[dict[int, list[float]], float]:
    """When a message came in each chat, and how many seconds all of it took."""
    from bot.channels.telegram.calling import bot_of  # noqa: PLC0415 - what only this needs is slow to import
    from bot.channels.telegram.sending import Sending  # noqa: PLC0415

    api = BotApi()
    runner = web.AppRunner(api.application(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    database = f"sqlite:///{folder / 'aftercare.db'}"
    migrate(database)
    store = open_store(database)
    for first in range(0, notices, 500):
        await store.run(partial(put, numbers=range(first, min(first + 500, notices))))
    bot = bot_of(TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}")
    deliveries = Deliveries(store, {"telegram": Sending(bot, without_files)}, now)
    print(f"\r{notices:,} notices on their way, about {notices / 26:.0f} s", end="", file=sys.stderr, flush=True)
    began = perf_counter()
    sending = asyncio.create_task(deliveries.run())
    while len(api.replied) < notices and perf_counter() < began + 60 + notices / 20:
        deliveries.wake()
        await asyncio.sleep(0.5)
    deliveries.stop()
    await sending
    took = perf_counter() - began
    print("\r", " " * 50, file=sys.stderr)
    await bot.request.shutdown()
    await store.close()
    await runner.cleanup()
    return api.replied, took


def now() -> datetime:
    return datetime.now(UTC)


def put(unit: Unit, numbers: range) -> None:
    for number in numbers:
        chat = unit.chats.open(Chat("telegram", "42", str(1_000_000 + number)), "zh_CN", lock=False)
        unit.outbox.put(Posting(chat.id, {"text": f"您的工单 F-{number} 有新进展。"}, Weight.NOTICE, now()))
