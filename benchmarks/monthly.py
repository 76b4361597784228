"""What the monthly analysis of complaints takes, with a hundred thousand tickets: `aftercare report complaints`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.filling import with_complaints

MONTH, SECONDS, MEGABYTES = "2026-10", 5, 300  # the last two are the aims


def show(rows: int) -> None:
    print(f"\nThe analysis of a month, of five years with {rows:,} tickets (aim: {SECONDS} s, {MEGABYTES} MB):\n")
    for complaints in (rows // 10, rows):
        with TemporaryDirectory(prefix="aftercare-bench-") as folder:
            with_complaints(Path(folder, "aftercare.db"), rows, complaints)
            took, worked, most = measured(Path(folder))
        print(f"- {complaints:,} of them complaints: {took:.1f} s ({worked:.1f} s of CPU), {most:.0f} MB at most")


def measured(folder: Path) -> tuple[float, float, float]:
    """Seconds of the whole command, by the clock and of CPU, and the most memory that it ever had."""
    command = (sys.executable, "-m", "bot", "report", "complaints", "--month", MONTH, "--folder", str(folder))
    began = perf_counter()
    process = subprocess.Popen(command, env=os.environ | {"AFTERCARE_DATA": str(folder)}, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
    _, status, used = os.wait4(process.pid, 0)
    took = perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, process.returncode
    assert list(folder.glob("*.xlsx")), "there is no report"
    return took, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
