"""A form that changed, or vanished, while somebody was filling it in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.choices import Offer
from bot.dialogue.draft import CHANGE, SUMMARY, Draft
from bot.dialogue.turn import form_is_gone, put_question, take_turn
from bot.envelope import Text
from tests.conversations.sample import TO_SUMMARY, BookRepair, Rate, RepairShop, in_shop, said
from tests.conversations.transcript import occasion


def test_a_form_that_changed_keeps_the_answers_it_still_understands() -> None:
    chat, _ = in_shop(BookRepair, "")
    assert chat.draft
    chat.draft = replace(
        chat.draft, edition="", answers={"serial": "AB123456", "fault": "exploded", "colour": "red"}, asked="colour"
    )
    assert "What is wrong?" in chat.say("blue")
    assert chat.draft.answers == {"serial": "AB123456"}


def test_a_form_that_changed_under_the_summary_is_not_sent_unseen() -> None:
    chat, shop = in_shop(BookRepair, TO_SUMMARY)
    assert chat.draft
    chat.draft = replace(chat.draft, edition="", answers={**chat.draft.answers, "colour": "red"})
    assert "This form has changed in the meantime.\nPlease check" in chat.press("Send")
    assert not shop.repairs
    chat.draft = replace(chat.draft, edition="", answers={**chat.draft.answers, "fault": "exploded"})
    assert "This form has changed in the meantime.\nWhat is wrong?" in chat.press("Send")


def test_a_choice_that_todays_form_does_not_know_is_asked_again() -> None:
    draft = Draft("book_repair", {"serial": "AB123456"}, asked="fault", offered=(Offer("exploded", "Exploded"),))
    _, reply = take_turn(BookRepair, draft, Text("1"), occasion(RepairShop()))
    assert str(reply.text) == "Please choose one of these.\nWhat is wrong?"


@pytest.mark.parametrize("asked", [SUMMARY, CHANGE, "details", "gone", ""])
def test_a_reply_to_what_is_no_longer_asked_is_not_interpreted(asked: str) -> None:
    draft, reply = take_turn(BookRepair, Draft("book_repair", asked=asked), Text("1"), occasion(RepairShop()))
    assert draft
    assert (draft.asked, str(reply.text)) == ("serial", "What is the serial number?")


def test_a_form_that_is_gone_says_so() -> None:
    draft, reply = form_is_gone(occasion())
    assert (draft, reply.text) == (None, "I am sorry, this form is no longer in use. Please start again.")


def test_a_complete_form_is_never_sent_by_putting_its_question() -> None:
    draft, reply = put_question(Rate, Draft("rate", {"stars": "5", "comment": ""}), occasion(), said("Hello"))
    assert draft
    assert str(reply.text).startswith("Hello\nPlease check before I send it:")
