"""The first manager comes in by the command line, and whoever wants to be forgotten is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.membership import hashed
from core.people import STAFF, Chat, Person
from core.ports import Unit
from core.tickets import PersonId, Role
from tests.commands.shell import Shell


def test_setting_up_the_database_twice_is_no_harm(shell: Shell) -> None:
    assert shell("migrate", "--check").code == 1
    assert shell("migrate").out.endswith("is up to date.\n")
    assert shell("migrate").code == 0
    assert shell("migrate", "--check").code == 0


@pytest.mark.parametrize("role", sorted(role.value for role in STAFF))
def test_an_invitation_is_a_link_that_is_good_once_and_for_two_days(desk: Shell, role: str) -> None:
    said = desk("invite", role, "--name", "Zhao")
    link, _, code = said.out.strip().partition("/#join=")
    assert link == "http://127.0.0.1:8080"
    assert len(code) >= 22  # 128 bits
    assert said.err == f"For Zhao, as {role}: good once, for 48 hours.\n"
    assert code not in Path("data/aftercare.db").read_bytes().decode("latin-1")
    assert use(desk, code, timedelta(hours=49)) is None
    assert use(desk, code, timedelta(hours=47)) == Role(role)
    assert use(desk, code, timedelta(hours=47)) is None


def use(desk: Shell, code: str, after: timedelta) -> Role | None:
    at = datetime.now(UTC) + after

    def work(unit: Unit) -> Role | None:
        person = unit.people.add(Person(PersonId(0)))
        return unit.people.use_invitation(hashed(code), person.id, at)

    return desk.kept(work)


def test_customers_are_not_invited(desk: Shell) -> None:
    assert desk("invite", "customer").code == 2


def test_a_customer_is_forgotten_after_a_second_thought(desk: Shell) -> None:
    def come(unit: Unit) -> PersonId:
        person = unit.chats.open(Chat("web", "", "x"), "en").person
        unit.people.save(Person(person.id, "Ann Lee", "+8613800138000"))
        return person.id

    ann = desk.kept(come)
    assert desk("erase", str(ann), answers="n\n").code == 1
    assert desk.kept(lambda unit: unit.people.get(ann)).name == "Ann Lee"  # type: ignore[union-attr]
    said = desk("erase", str(ann), "--yes")
    assert said.out == (
        "Forgotten, with 0 pictures. Backups made before now still know the person, and forget\n"
        "him when they are restored here: data/erased remembers that.\n"
    )
    assert b"Ann Lee" not in Path("data/aftercare.db").read_bytes()


@pytest.mark.parametrize("who", ["999", "9" * 30, "F-260118-0042"])
def test_nobody_is_forgotten_who_is_not_there(desk: Shell, who: str) -> None:
    said = desk("erase", who, "--yes")
    assert (said.code, said.err) == (1, "Error: I cannot find that.\n")
