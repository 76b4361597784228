"""Runs of `python -m tests.crash` beside the test: nothing may be forked from a process that has threads."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryFile
from typing import IO

from tests.crash.tally import Tally, tally_of

ROOT = Path(__file__).parents[2]
SIDE_BY_SIDE = 2


@dataclass(frozen=True, slots=True)
class Run:
    process: Popen[str]
    complaints: IO[str]

    def leave(self) -> None:
        """Nobody may have asked for the result."""
        if self.process.returncode is None:
            self.result()

    def result(self) -> Tally:
        said, _ = self.process.communicate()
        self.complaints.seek(0)
        log = self.complaints.read()
        self.complaints.close()
        assert self.process.returncode == 0, log
        return tally_of(said)


def begin(*arguments: object, on: int | None = None) -> Run:
    """`on`: the processor to keep to. Who waits for each other all the time does so best on the same one."""
    complaints = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed with the result
    command = [sys.executable, "-m", "tests.crash", *map(str, arguments)]
    process = Popen(command, cwd=ROOT, stdout=PIPE, stderr=complaints, text=True, encoding="utf-8")  # noqa: S603 - ours
    if on is not None and hasattr(os, "sched_setaffinity"):
        processors = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(process.pid, {processors[on % len(processors)]})
    return Run(process, complaints)


def total(runs: Iterable[Run]) -> Tally:
    tally = Tally()
    for run in list(runs):
        tally.add(run.result())
    return tally


def side_by_side(count: int, *arguments: object) -> Tally:
    """So many conversations, on all processors."""
    runs = [
        begin("--first", first, "--every", SIDE_BY_SIDE, "--count", share, *arguments, on=first)
        for first, share in enumerate(shares(count))
    ]
    return total(runs)


def shares(count: int) -> list[int]:
    return [len(range(first, count, SIDE_BY_SIDE)) for first in range(SIDE_BY_SIDE)]
