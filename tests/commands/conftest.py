"""A folder of its own for each test, as after a fresh installation."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.storage.schema import migrate
from tests.commands.shell import Shell


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Somebody at the command line, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.upper().startswith("AFTERCARE_")]:
        monkeypatch.delenv(name)
    return Shell(tmp_path)


@pytest.fixture
def desk(shell: Shell) -> Shell:
    """The same, with a database."""
    (shell.folder / "data").mkdir()
    migrate(shell.database)
    return shell
