"""Every command that a network lists does something, for everybody who finds it there."""

from __future__ import annotations

import re

import pytest

from bot.decide import decide
from bot.envelope import Text
from bot.slash import EVERYWHERE, commands
from core.tickets import Role
from tests.conversations.desks import room

ROLES = [role for role in Role if role is not Role.CLOCK]


@pytest.mark.parametrize("role", ROLES)
def test_every_listed_command_is_understood(role: Role) -> None:
    place = room(role, "", "en")
    for command in commands(place.occasion().person):
        assert re.fullmatch(r"[a-z0-9_]{1,32}", command.word)
        for said in (f"/{command.word}", f"/{command.word.upper()}"):
            here = place.occasion()
            answered = decide(Text(said), None, here)
            seen = "\n".join(here.words(reply.text) for reply in answered.replies)
            assert seen
            assert command.word == "help" or not seen.startswith("How can I help you?"), said


@pytest.mark.parametrize("role", ROLES)
def test_what_works_anywhere_is_listed_for_everybody(role: Role) -> None:
    listed = [command.word for command in commands(room(role, "", "en").occasion().person)]
    assert {word for word, _ in EVERYWHERE} <= set(listed)
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("role", ROLES)
def test_where_things_stand_can_be_asked_by_everybody(role: Role) -> None:
    here = room(role, "", "en").occasion()
    answered = decide(Text("/status"), None, here)
    assert "How can I help you?" not in here.words(answered.replies[0].text)


def test_cancel_is_understood_where_nothing_was_asked() -> None:
    here = room(Role.CUSTOMER, "new", "en").occasion()
    answered = decide(Text("/cancel"), None, here)
    assert here.words(answered.replies[0].text) == "Nothing is being asked at the moment."
    assert answered.draft is None
