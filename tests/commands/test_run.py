"""The desk opens in a process of its own, says how it is, and closes when it is told to."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.commands.shell import Shell
from tests.ports import free_ports


@pytest.fixture
def ports() -> tuple[int, int]:
    port, admin_port = free_ports(2)
    return port, admin_port


@pytest.fixture
def running(shell: Shell, ports: tuple[int, int]) -> Iterator[subprocess.Popen[bytes]]:
    (shell.folder / "aftercare.toml").write_text("port = {}\nadmin_port = {}".format(*ports))
    with (shell.folder / "log").open("wb") as log:
        desk = subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=shell.folder, stderr=log)
        wait_until_open(ports[1])
        yield desk
        desk.kill()
        desk.wait()


def wait_until_open(admin_port: int) -> None:
    for _ in range(120):
        try:
            if said(admin_port, "/readyz")["ok"]:
                return
        except (URLError, HTTPError):
            sleep(0.25)
    raise AssertionError("it did not open within half a minute")


def said(port: int, path: str) -> dict[str, object]:
    with urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
        words: dict[str, object] = json.loads(answer.read())
    return words


def test_it_opens_and_closes(running: subprocess.Popen[bytes], ports: tuple[int, int]) -> None:
    assert said(ports[1], "/livez")["ok"]
    well = said(ports[1], "/healthz/deep")
    assert (well["ok"], well["issues"]) == (True, [])
    with urlopen(f"http://127.0.0.1:{ports[0]}/", timeout=5) as page:
        assert b"<html" in page.read()
    running.send_signal(signal.SIGTERM)
    assert running.wait(20) == 0
    lines = [json.loads(line) for line in Path("log").read_text().splitlines()]
    assert {line["level"] for line in lines} == {"info"}
    assert (lines[0]["event"], lines[-1]["event"]) == ("open", "closing")
    assert {line["event"] for line in lines[1:-1]} == {"request"}


def test_visitors_do_not_reach_the_pages_for_those_who_watch(
    running: subprocess.Popen[bytes], ports: tuple[int, int]
) -> None:
    with pytest.raises(HTTPError, match="404"):
        said(ports[0], "/metrics")
    assert running.poll() is None


def test_commands_may_be_used_meanwhile(running: subprocess.Popen[bytes], shell: Shell) -> None:
    assert shell("invite", "manager").code == 0
    assert shell("doctor").code == 0
    assert shell("backup", "copy").code == 0
    assert running.poll() is None
