"""What a message costs with a million old messages, moves and clocks behind it, and what on an empty database."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.driving import Figures
from benchmarks.filling import with_history
from benchmarks.race import DESK, ratio, run

ROUNDS, AIM = 5, 1.2


def show(rows: int, reports: int) -> None:
    empty: list[Figures] = []
    full: list[Figures] = []
    with TemporaryDirectory(prefix="aftercare-bench-") as folder:
        file = Path(folder, "old.db")
        with_history(file, rows)
        for _ in range(ROUNDS):
            empty.append(run(DESK, reports))
            full.append(run(DESK, reports, file))
    print(f"\nOne message with {rows:,} old rows each in inbox, outbox, history and clocks, {ROUNDS} rounds:\n")
    print(f"- {ratio(full, empty):.2f} of the CPU on an empty database (aim: at most {AIM})")
