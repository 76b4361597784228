"""The same people write to each bot at the same pace; what it costs, and how long they wait for a reply to leave."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from statistics import median
from subprocess import DEVNULL
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlsplit

import psutil
from aiohttp import ClientSession, web

from benchmarks.driving import Figures
from benchmarks.peers.updates import update
from benchmarks.report import Said, fault_report
from benchmarks.webhook.bot_api import BotApi

PEOPLE = 48  # at once
PAUSE = 3.0  # seconds between the messages of one person, which makes 16 messages a second: half of what Telegram takes
HEADER = "X-Telegram-Bot-Api-Secret-Token"
MEASURE, DESK = "benchmarks.webhook.aiogram_memory", "benchmarks.webhook.desk"


def show(rounds: int) -> None:
    figures: dict[str, list[Figures]] = {MEASURE: [], DESK: []}
    for number in range(rounds):
        for module in (MEASURE, DESK)[:: 1 if number % 2 else -1]:
            print(f"\rwebhook, round {number + 1} of {rounds}: {module:50}", end="", file=sys.stderr, flush=True)
            figures[module].append(asyncio.run(measured(module)))
    print("\r", " " * 78, file=sys.stderr)
    print(f"\nBy webhook over loopback, {PEOPLE} people, {PEOPLE / PAUSE:.0f} messages a second, {rounds} rounds:\n")
    print("| | CPU ms a message | reply leaves after p50 ms | p99 ms | MB |\n|---|---|---|---|---|")
    for name, module in (("aiogram's webhook handler, states in memory", MEASURE), ("this desk", DESK)):
        its = figures[module]
        row = [median(getattr(one, key) for one in its) for key in ("cpu", "p50", "p99", "memory")]
        print(f"| {name} | {row[0]:.2f} | {row[1]:.1f} | {row[2]:.0f} | {row[3]:.0f} |")
    ratio = median(mine.cpu / peer.cpu for mine, peer in zip(figures[DESK], figures[MEASURE], strict=True))
    print(f"\nCPU of this desk for a message: {ratio:.2f} of aiogram's")


async def measured(module: str) -> Figures:
    async with opened(module) as crowd:
        await crowd.report(0)
        began, used = perf_counter(), crowd.used()
        waited = sorted(await crowd.report(1))
        used, took = crowd.used() - used, perf_counter() - began
        memory = crowd.process.memory_info().rss / 2**20
    many = len(waited)
    return Figures(1000 * used / many, many / took, 1000 * waited[many // 2], 1000 * waited[many * 99 // 100], memory)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Those who write, and the bot that they write to."""

    api: BotApi
    process: psutil.Process
    session: ClientSession
    url: str
    secret: str

    def used(self) -> float:
        """Seconds of CPU that the bot has taken."""
        times = self.process.cpu_times()
        return times.user + times.system

    async def report(self, turn: int) -> list[float]:
        """Everybody reports a fault; how long each message waited for its reply to leave, in seconds."""
        waits = await asyncio.gather(*(self.person(number, turn) for number in range(PEOPLE)))
        return [wait for each in waits for wait in each]

    async def person(self, number: int, turn: int) -> list[float]:
        await asyncio.sleep(PAUSE * number / PEOPLE)
        return [await self.say(said) async for said in paced(number, turn)]

    async def say(self, said: Said) -> float:
        before = len(self.api.replied[said.chat])
        began = perf_counter()
        async with self.session.post(self.url, json=update(said), headers={HEADER: self.secret}) as answer:
            answer.raise_for_status()
        async with asyncio.timeout(30):
            return await self.api.reply(said.chat, before) - began


async def paced(number: int, turn: int) -> AsyncGenerator[Said]:
    began = perf_counter()
    for place, said in enumerate(fault_report(number % 8, turn * PEOPLE + number // 8)):
        await asyncio.sleep(max(0.0, began + place * PAUSE - perf_counter()))
        yield replace(said, at=datetime.now(UTC), chat=said.chat + 1_000)


@asynccontextmanager
async def opened(module: str) -> AsyncGenerator[Crowd]:
    api = BotApi()
    runner = web.AppRunner(api.application(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = free_port()
    with TemporaryDirectory(prefix="aftercare-bench-") as folder:
        base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        own = {"BENCH_FOLDER": folder, "BENCH_API": base, "BENCH_PORT": str(port)}
        bot = started(module, own)
        try:
            async with asyncio.timeout(60):
                url, secret = await api.address
                local = f"http://127.0.0.1:{port}{urlsplit(url).path}"
            async with ClientSession() as session:
                yield Crowd(api, psutil.Process(bot.pid), session, local, secret)
        finally:
            bot.terminate()
            bot.wait()
            await runner.cleanup()


def started(module: str, own: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", module]
    return subprocess.Popen(command, env=os.environ | own, stdout=DEVNULL, stderr=DEVNULL)  # noqa: S603 - our own


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
