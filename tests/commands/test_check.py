"""An installation looks at itself."""

from __future__ import annotations

import sqlite3

import pytest

from tests.commands.shell import Shell

WHAT = ["settings", "policy", "data folder", "disk", "database", "clock", "holidays", "font", "telegram", "staff group"]


def test_every_dependency_has_its_line(desk: Shell) -> None:
    said = desk("check")
    lines = said.out.splitlines()
    assert [line.partition(":")[0] for line in lines] == WHAT
    assert all(": ok (" in line for line in lines)
    assert said.code == 0


def test_a_database_that_is_not_set_up_is_said_to_be_so(shell: Shell) -> None:
    said = shell("check")
    assert "is not set up, or not up to date: run `aftercare migrate`" in said.out
    assert said.code == 1


def test_wrong_settings_are_named_and_nothing_else_is_looked_at(shell: Shell) -> None:
    (shell.folder / "aftercare.toml").write_text("prot = 80\nprofile = 'furniture'")
    said = shell("check")
    assert said.out == "settings: aftercare.toml: prot: there is no such setting; did you mean port?\n"
    assert said.code == 1


def test_a_policy_with_a_nonsense_number_is_named_with_key_and_file(desk: Shell) -> None:
    (desk.folder / "aftercare.toml").write_text("shop = 'shop.toml'")
    (desk.folder / "shop.toml").write_text("[dispatch]\ndaily_cap = -4")
    said = desk("check")
    assert "policy: shop.toml: dispatch.daily_cap: -4 should be greater than or equal to 1" in said.out
    assert said.code == 1


def test_the_doctor_finds_a_healthy_desk_healthy(desk: Shell) -> None:
    said = desk("doctor")
    assert said.out.splitlines()[-2:] == ["contents: ok (everything is as it must be)", "pictures: ok (0 are kept)"]
    assert said.code == 0


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (
            "INSERT INTO chats (channel, account, chat, person) VALUES ('web', '', 'x', 999)",
            "contents: not so: whatever a row refers to is there (chats 1)",
        ),
        (
            "INSERT INTO media (media, chat_id, mime, size, at) VALUES ('00ff', 1, 'image/jpeg', 1, 1)",
            "pictures: 1 of 1 are not in data/media: 00ff",
        ),
    ],
)
def test_the_doctor_names_what_is_not_in_order(desk: Shell, fault: str, line: str) -> None:
    connection = sqlite3.connect("data/aftercare.db")
    with connection:
        connection.execute(fault)
    connection.close()
    said = desk("doctor")
    assert line in said.out
    assert said.code == 1


def test_the_doctor_does_not_look_into_what_is_not_up_to_date(shell: Shell) -> None:
    assert "contents: not looked at, as the database is not up to date" in shell("doctor").out
