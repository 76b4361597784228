"""Feed one competitor with fault reports, eight chats at once, and measure what that costs."""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Protocol, TypeAlias

import psutil

from benchmarks.report import CHATS, Said, fault_report

DATABASE = "aftercare.db"
WARM_UP = 1  # reports of each chat that are not measured


class Competitor(Protocol):
    async def hear(self, said: Said) -> None:
        """Back when the message is dealt with, and its answer is where answers are left."""
        ...

    async def tickets(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Figures:
    """Times in milliseconds; `cpu` is that of the whole process, for one message; memory in MB."""

    cpu: float
    rate: float  # messages a second
    p50: float
    p99: float
    memory: float


Opening: TypeAlias = Callable[[Path], AbstractAsyncContextManager[Competitor]]
Opened: TypeAlias = AsyncGenerator[Competitor]


def compete(opening: Opening) -> None:
    """The main program of a competitor: one line of JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=4, help="reports of each of the chats")
    parser.add_argument("--database", type=Path, help="begin with a copy of this one")
    given = parser.parse_args()
    with TemporaryDirectory(prefix="aftercare-bench-") as folder:
        if given.database:
            shutil.copy(given.database, Path(folder, DATABASE))
        print(json.dumps(asdict(asyncio.run(measured(opening, Path(folder), given.reports)))))


async def measured(opening: Opening, folder: Path, reports: int) -> Figures:
    async with opening(folder) as competitor:
        await converse(competitor, 0, WARM_UP)
        began, used = perf_counter(), process_time()
        waited = await converse(competitor, WARM_UP, WARM_UP + reports)
        used, took = process_time() - used, perf_counter() - began
        assert await competitor.tickets() == CHATS * (WARM_UP + reports), "not every report has become a ticket"
    return Figures(
        1000 * used / len(waited),
        len(waited) / took,
        1000 * waited[len(waited) // 2],
        1000 * waited[len(waited) * 99 // 100],
        psutil.Process().memory_info().rss / 2**20,
    )


async def converse(competitor: Competitor, first: int, last: int) -> list[float]:
    """How long each message waited for its answer, in seconds, the shortest first."""
    waited: list[float] = []

    async def chat(lane: int) -> None:
        for turn in range(first, last):
            for said in fault_report(lane, turn):
                sent = perf_counter()
                await asyncio.create_task(competitor.hear(said))
                waited.append(perf_counter() - sent)

    await asyncio.gather(*map(chat, range(CHATS)))
    return sorted(waited)
