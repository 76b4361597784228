"""The npm package telegram-test-api, which nobody here wrote: fetched once for a machine, never into the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

NAME: Final = "telegram-test-api"
VERSION: Final = "4.2.1"
SHORTLY: Final = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=30000")
QUIETLY: Final = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")


class NotHere(Exception):
    """The message says why the package cannot be had."""


def fetched() -> Path:
    """The folder whose node_modules has the package. Raises NotHere."""
    if not shutil.which("node") or not shutil.which("npm"):
        raise NotHere("Node and npm are not installed (Debian: apt install nodejs npm)")
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "aftercare" / f"{NAME}-{VERSION}"
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder.parent) as new:
            whole = install(Path(new) / "package")
            with suppress(OSError):  # somebody was quicker
                whole.rename(folder)
    return folder


def install(folder: Path) -> Path:
    """Raises NotHere."""
    folder.mkdir()
    words = ["npm", "install", "--prefix", str(folder), *SHORTLY, *QUIETLY, f"{NAME}@{VERSION}"]
    try:
        subprocess.run(words, cwd=folder, check=True, capture_output=True, timeout=120)  # noqa: S603
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise NotHere(f"npm cannot fetch {NAME} {VERSION}: is its registry within reach?") from None
    return folder
