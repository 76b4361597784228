"""Menus and buttons: what is meant by a press, a number or a label, now and later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.envelope import Press
from tests.conversations.sample import BookRepair, Rate, RepairShop, in_shop
from tests.conversations.transcript import Chat, occasion, play


def test_an_old_button_puts_the_current_question_again() -> None:
    chat, _ = in_shop(BookRepair, "> AB123456")
    old = chat.token("Noise")
    chat.press("Leak")
    assert "That button was for an earlier question.\nPlease send photos." in chat.say(Press(old))
    assert "That button was for an earlier question." in chat.say(Press("m:1:finish"))
    assert "That button was for an earlier question." in chat.say(Press(old.replace(":1", ":77")))


def test_a_button_seen_twice_means_the_same_on_both() -> None:
    chat, _ = in_shop(BookRepair, "> AB123456")
    first = chat.token("Leak")
    chat.say("explode")
    assert chat.token("Leak") == first
    chat.say(Press(first))
    assert "Please send photos." in chat.seen


@pytest.mark.parametrize("what", ["9", "why", "stale", "x"])
def test_a_forged_button_is_an_old_button(what: str) -> None:
    chat, _ = in_shop(BookRepair, "> AB123456")
    assert chat.draft
    assert "earlier question" in chat.say(Press(f"q:{chat.draft.turn}:{what}"))
    assert "Please choose one of these." in chat.say(Press(f"q:{chat.draft.turn}:done")) or "I need this" in chat.seen


def test_a_button_of_an_earlier_form_does_not_fit_a_later_one() -> None:
    where = occasion(RepairShop())
    old = Chat(Rate, where)
    old.start()
    later = Chat(BookRepair, replace(where, at=where.at.replace(second=1)))
    later.start()
    assert "earlier question" in later.say(Press(old.token("Cancel")))


@pytest.mark.parametrize("typed", ["2", "２", "二", "2.", "第二个", "②", "2️⃣", "noise", "NOISE", "Noi"])
def test_a_number_a_label_or_its_beginning_mean_the_choice(typed: str) -> None:
    chat, _ = in_shop(BookRepair, f"> AB123456\n> {typed}\nPlease send photos.")
    assert chat.draft
    assert chat.draft.answers["fault"] == "noise"


@pytest.mark.parametrize(
    "typed", ["0.5", "4", "十一", "explode", ".", "99999999999", "s", "(photo p)", "(contact 110)", "(sticker)"]
)
def test_anything_else_does_not(typed: str) -> None:
    chat, _ = in_shop(BookRepair, f"> AB123456\n> {typed if typed != 's' else '百'}\nWhat is wrong?")
    assert chat.is_open


def test_a_number_means_the_choice_as_it_was_offered() -> None:
    chat, shop = in_shop(BookRepair, "> AB123456\n> 1\n> skip\n1. Mon 23 Nov")
    del shop.free["mon"]
    chat.say("2")
    assert chat.draft
    assert chat.draft.answers["visit"] == "tue"


def test_with_nothing_to_choose_from_the_person_can_still_go_back() -> None:
    shop = RepairShop(free={})
    chat = play(
        BookRepair,
        "> AB123456\n> 1\n> skip\nNo visit is free.\n[Back] [Cancel]\n> 1\nNo visit is free.",
        occasion(shop),
    )
    assert chat.reply.asks == "choice"
    chat.press("Back")
    assert "Please send photos." in chat.seen
