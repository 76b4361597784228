"""Somebody at the command line."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from click.testing import CliRunner

from bot.__main__ import aftercare
from core.ports import Unit
from core.storage.open import open_store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Said:
    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Shell:
    folder: Path

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder}/data/aftercare.db"

    def __call__(self, *words: str, answers: str | None = None) -> Said:
        result = CliRunner(catch_exceptions=False).invoke(aftercare, words, input=answers)
        return Said(result.exit_code, result.stdout, result.stderr)

    def process(self, *words: str, given: bytes = b"") -> Said:
        """The same in a process of its own, as people have it."""
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "bot", *words],
            input=given,
            capture_output=True,
            check=False,
            cwd=self.folder,
            timeout=60,
            env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    def kept(self, work: Callable[[Unit], T]) -> T:
        """What the database says."""

        async def ask() -> T:
            store = open_store(self.database)
            try:
                return await store.run(work)
            finally:
                await store.close()

        return asyncio.run(ask())
