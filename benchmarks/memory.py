"""How much memory the desk takes while it runs: `aftercare run` with an empty folder, and its helpers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import psutil

AIM = 150  # MB
SETTLED = 10  # seconds after the start: the timetable has run its jobs


def show() -> None:
    with TemporaryDirectory(prefix="aftercare-bench-") as folder:
        megabytes = measured(Path(folder))
    print(f"\n`aftercare run`, {SETTLED} seconds after it opened: {megabytes:.0f} MB (aim: at most {AIM})")


def measured(folder: Path) -> float:
    own = {"AFTERCARE_DATA": str(folder), "AFTERCARE_PORT": "0", "AFTERCARE_ADMIN_PORT": "0"}
    command = (sys.executable, "-m", "bot", "run")
    desk = subprocess.Popen(command, env=os.environ | own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # noqa: S603 - our own
    try:
        assert desk.stdout is not None
        first = desk.stdout.readline()
        assert b"open" in first, first
        sleep(SETTLED)
        its = psutil.Process(desk.pid)
        return sum(each.memory_info().rss for each in (its, *its.children(recursive=True))) / 2**20
    finally:
        desk.terminate()
        desk.wait()
