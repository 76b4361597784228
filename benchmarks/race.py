"""Everybody runs in turn, in a process of his own, so that a busy minute of the machine is a minute for all."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.driving import Figures
from benchmarks.report import CHATS


@dataclass(frozen=True, slots=True)
class Runner:
    name: str
    module: str


MEASURE = Runner("aiogram, states in memory", "benchmarks.peers.aiogram_memory")
AIOGRAM_SQL = Runner("aiogram, states in SQLite", "benchmarks.peers.aiogram_sql")
PTB_FLUSHED = Runner("python-telegram-bot, flushed on every update", "benchmarks.peers.ptb_flushed")
PTB_KNOWN = Runner("python-telegram-bot, flushed, 1,000 customers known", "benchmarks.peers.ptb_known")
DESK = Runner("this desk", "benchmarks.desk")
RUNNERS = (
    MEASURE,
    AIOGRAM_SQL,
    Runner("python-telegram-bot, in memory", "benchmarks.peers.ptb_memory"),
    PTB_FLUSHED,
    PTB_KNOWN,
    DESK,
    Runner("this desk, deliveries counted", "benchmarks.delivering"),
)
AIMS = ((MEASURE, 0.5), (PTB_FLUSHED, 0.25), (PTB_KNOWN, 0.25), (AIOGRAM_SQL, 0.1))


def race(rounds: int, reports: int) -> None:
    figures: dict[Runner, list[Figures]] = {runner: [] for runner in RUNNERS}
    for number in range(rounds):
        for runner in in_turn(number):
            print(f"\rround {number + 1} of {rounds}: {runner.name:50}", end="", file=sys.stderr, flush=True)
            figures[runner].append(run(runner, reports))
    print("\r", " " * 70, file=sys.stderr)
    print(f"One message of a fault report of eight, {CHATS} chats at once, medians of {rounds} rounds:\n")
    print("| | CPU ms | ratio | messages/s | p50 ms | p99 ms | MB |\n|---|---|---|---|---|---|---|")
    for runner, its in figures.items():
        print(line(runner.name, medians(its), ratio(its, figures[MEASURE])))
    print("\nCPU of this desk for a message, against its aims:\n")
    for peer, aim in AIMS:
        print(f"- {ratio(figures[DESK], figures[peer]):.2f} of {peer.name} (aim: at most {aim})")


def in_turn(number: int) -> Sequence[Runner]:
    """Each round somebody else begins."""
    first = number % len(RUNNERS)
    return (*RUNNERS[first:], *RUNNERS[:first])


def run(runner: Runner, reports: int, database: Path | None = None) -> Figures:
    begin = ("--database", str(database)) if database else ()
    command = (sys.executable, "-m", runner.module, "--reports", str(reports), *begin)
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - our own
    return Figures(**json.loads(said))


def medians(figures: Iterable[Figures]) -> Figures:
    return Figures(*(median(values) for values in zip(*map(values_of, figures), strict=True)))


def values_of(figures: Figures) -> tuple[float, ...]:
    return figures.cpu, figures.rate, figures.p50, figures.p99, figures.memory


def ratio(its: Iterable[Figures], measure: Iterable[Figures]) -> float:
    """Each round is compared with itself: the machine is not equally busy in all of them."""
    return median(mine.cpu / other.cpu for mine, other in zip(its, measure, strict=True))


def line(name: str, its: Figures, share: float) -> str:
    return (
        f"| {name} | {its.cpu:.2f} | {share:.2f} | {its.rate:.0f} | {its.p50:.1f} | {its.p99:.0f} | {its.memory:.0f} |"
    )
