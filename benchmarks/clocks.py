"""What it costs to claim a hundred due clocks, with a million more pending."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.filling import with_pending_clocks
from benchmarks.report import MONDAY
from core.ports import Unit
from core.storage.open import open_store

DUE, TIMES, AIM = 100, 200, 5.0


def show(rows: int) -> None:
    with TemporaryDirectory(prefix="aftercare-bench-") as folder:
        file = Path(folder, "aftercare.db")
        with_pending_clocks(file, rows)
        claiming, marking = asyncio.run(measured(f"sqlite:///{file}"))
    print(f"\nClaiming {DUE} due clocks of {rows:,} pending, {TIMES} times (aim: p50 at most {AIM:.0f} ms):\n")
    print(f"- claimed: {spread(claiming)}\n- claimed and marked as rung: {spread(marking)}")


async def measured(url: str) -> tuple[list[float], list[float]]:
    """Milliseconds to claim them; and to claim them and mark each, until that is committed."""
    store = open_store(url)
    claiming: list[float] = []
    marking: list[float] = []
    for turn in range(TIMES):
        at = MONDAY + timedelta(seconds=DUE * (turn + 1) - 1)
        began = perf_counter()
        claimed = await store.run(lambda unit: unit.clocks.claim(at, DUE))  # noqa: B023 - awaited here
        claiming.append(1000 * (perf_counter() - began))
        assert len(claimed) == DUE

        def ring(unit: Unit) -> bool:
            return all(unit.clocks.fired(due, at) for due in unit.clocks.claim(at, DUE))  # noqa: B023

        began = perf_counter()
        assert await store.run(ring)
        marking.append(1000 * (perf_counter() - began))
    await store.close()
    return claiming, marking


def spread(times: Sequence[float]) -> str:
    return f"p50 {median(times):.1f} ms, p99 {sorted(times)[len(times) * 99 // 100]:.1f} ms"
