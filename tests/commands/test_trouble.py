"""What is wrong is told in words, with a code that scripts can read; nothing is left half done."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS
from tests.commands.shell import Shell

NEED_SETTINGS = [
    ("run",),
    ("demo",),
    ("migrate",),
    ("migrate", "--check"),
    ("invite", "manager"),
    ("import-sales", "sales.csv"),
    ("outbox", "list"),
    ("erase", "1", "--yes"),
]


def test_help_lists_every_command(shell: Shell) -> None:
    said = shell("--help")
    assert said.code == 0
    for command in COMMANDS:
        assert f"\n  {command}" in said.out


@pytest.mark.parametrize("words", NEED_SETTINGS)
def test_a_wrong_setting_is_named_with_its_file(shell: Shell, words: tuple[str, ...]) -> None:
    (shell.folder / "aftercare.toml").write_text("port = 'none'")
    said = shell(*words)
    assert said.code == 2
    assert said.err == (
        'Error: aftercare.toml: port: "none" should be a valid integer, unable to parse string as an integer\n'
    )
    assert not Path("data").exists()


@pytest.mark.parametrize("words", [("run",), ("demo",), ("migrate",)])
def test_a_folder_that_cannot_be_written_is_named_with_its_setting(shell: Shell, words: tuple[str, ...]) -> None:
    Path("taken").write_text("a file")
    (shell.folder / "aftercare.toml").write_text('data = "taken/data"')
    said = shell(*words)
    assert said.code == 2
    assert said.err.startswith(f"Error: aftercare.toml: data: the folder {shell.folder}/taken/data cannot be written: ")


@pytest.mark.parametrize("words", [("run",), ("demo",), ("import-sales", "sales.csv")])
def test_a_policy_with_a_nonsense_number_is_named_with_its_file(shell: Shell, words: tuple[str, ...]) -> None:
    (shell.folder / "aftercare.toml").write_text('shop = "shop.toml"')
    (shell.folder / "shop.toml").write_text('[promises]\nplan = "-3 working days"')
    said = shell(*words)
    assert said.code == 2
    assert said.err.startswith("Error: shop.toml: promises.plan: ")
    assert "Traceback" not in said.err


@pytest.mark.parametrize("key", ["port", "admin_port"])
@pytest.mark.parametrize("command", ["run", "demo"])
def test_a_port_in_use_is_named_before_anything_begins(shell: Shell, command: str, key: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings = {"port": 0, "admin_port": 0, key: port}
        (shell.folder / "aftercare.toml").write_text("\n".join(f"{name} = {n}" for name, n in settings.items()))
        said = shell(command)
    assert said.code == 2
    assert said.err == f"Error: aftercare.toml: {key}: 127.0.0.1:{port} is used by another program\n"
    assert not Path("data/aftercare.db").exists()


@pytest.mark.parametrize("host", ["no-such-machine.invalid", "192.0.2.1"])
def test_an_address_of_another_machine_is_named_with_its_key(shell: Shell, host: str) -> None:
    (shell.folder / "aftercare.toml").write_text(f'host = "{host}"\nport = 0\nadmin_port = 0')
    said = shell("run")
    assert (said.code, said.err) == (2, f"Error: aftercare.toml: host: {host}:0 is not an address of this machine\n")


@pytest.mark.parametrize("words", [("invite", "manager"), ("outbox", "list"), ("erase", "1", "--yes")])
def test_a_database_that_is_not_set_up_is_said_to_be_so(shell: Shell, words: tuple[str, ...]) -> None:
    said = shell(*words)
    assert said.code == 1
    assert said.err.endswith("is not set up, or not up to date: run `aftercare migrate`.\n")
    assert not Path("data").exists()


def test_a_server_that_does_not_answer_is_named_without_its_password(shell: Shell) -> None:
    (shell.folder / "aftercare.toml").write_text('database = "postgresql://desk:hunter2@127.0.0.1:1/desk"')
    said = shell("migrate")
    assert said.code == 1
    assert "127.0.0.1/desk" in said.err
    assert "hunter2" not in said.err


def test_a_file_that_is_no_database_is_named(shell: Shell) -> None:
    Path("data").mkdir()
    Path("data/aftercare.db").write_text("Dear diary, " * 100)
    said = shell("migrate")
    assert said.code == 1
    assert f"{shell.folder}/data/aftercare.db is not a database" in said.err


def test_an_unknown_command_is_refused(shell: Shell) -> None:
    assert shell("fly").code == 2
