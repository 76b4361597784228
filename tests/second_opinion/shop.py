"""The desk as it runs in a shop: a process of its own, with nothing but settings."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from time import monotonic, sleep
from typing import IO, Any

from tests.second_opinion.phone import Network, call

ROOT = Path(__file__).parents[2]
# The survey comes at once and at any hour; everything else is as in the profile.
POLICY = """
promises.survey_delay = "1 second"
hours.night = []
hours.chinese_holidays = false
"""


@dataclass(frozen=True, slots=True)
class Shop:
    network: Network
    folder: Path
    port: int
    admin_port: int

    @property
    def settings(self) -> dict[str, str]:
        """The whole environment of the desk."""
        given = {
            "telegram_token": self.network.token, "telegram_api": self.network.url, "shop": "shop.toml",
            "port": str(self.port), "admin_port": str(self.admin_port), "log_format": "json",
        }  # fmt: skip
        return {"PYTHONPATH": str(ROOT), "PATH": ""} | {f"AFTERCARE_{key.upper()}": said for key, said in given.items()}

    @contextmanager
    def open(self) -> Generator[None]:
        (self.folder / "shop.toml").write_text(POLICY)
        words = [sys.executable, "-m", "bot", "run"]
        with (self.folder / "log").open("wb") as log, running(words, self.folder, self.settings, log):
            wait_for(self.admin_port, "/readyz")
            yield

    @property
    def log(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.folder / "log").read_text().splitlines()]

    def invitation(self, role: str) -> str:
        """What stands behind ?start= in the link that leads to the bot."""
        words = [sys.executable, "-m", "bot", "invite", role]
        said = subprocess.run(  # noqa: S603
            words, cwd=self.folder, env=self.settings, capture_output=True, check=True, timeout=60
        )
        found = re.search(r"^https://t\.me/TestNameBot\?start=(.+)$", said.stdout.decode(), re.MULTILINE)
        assert found
        return found[1]


@contextmanager
def running(
    words: list[str], folder: Path, settings: dict[str, str] | None = None, log: IO[bytes] | None = None
) -> Generator[None]:
    process = subprocess.Popen(words, cwd=folder, env=settings, stderr=log)  # noqa: S603
    try:
        yield
        assert process.poll() is None, "it has ended by itself"
        process.terminate()
        process.wait(20)
    finally:
        process.kill()
        process.wait()


def wait_for(port: int, path: str) -> None:
    until = monotonic() + 60
    while not is_answered(port, path):
        assert monotonic() < until, f"nobody answers {path}"
        sleep(0.2)


def is_answered(port: int, path: str) -> bool:
    try:
        return call(port, "GET", path).status == 200
    except (OSError, HTTPException):
        return False
