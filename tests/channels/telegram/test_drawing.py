"""What a reply looks like on Telegram, before it is sent."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.channels.telegram.drawing import Pictures, Words, edit_of, messages
from bot.channels.telegram.keyboards import Keyboard

YES_NO = [["Yes", "yes"], ["No", "no"]]


def labels(keyboard: Keyboard | None) -> list[list[str]]:
    match keyboard:
        case InlineKeyboardMarkup():
            return [[button.text for button in row] for row in keyboard.inline_keyboard]
        case ReplyKeyboardMarkup():
            return [[button.text for button in row] for row in keyboard.keyboard]
        case _:
            return []


def only(body: dict[str, Any]) -> Words:
    (words,) = messages(body)
    assert isinstance(words, Words)
    return words


def test_what_a_person_wrote_is_never_markup() -> None:
    assert only({"text": "Li <b>Lei</b> & sons"}).html == "Li &lt;b&gt;Lei&lt;/b&gt; &amp; sons"


def test_the_number_of_the_ticket_is_on_top_unless_it_is_said_anyway() -> None:
    assert only({"text": "He is on his way.", "ticket": "F-1"}).html == "<b>F-1</b>\nHe is on his way."
    assert only({"text": "F-1 is closed.", "ticket": "F-1"}).html == "F-1 is closed."


def test_a_question_says_which_of_how_many_it_is() -> None:
    assert only({"text": "Where is it?", "step": [5, 7]}).html == "Where is it? (5/7)"
    assert only({"text": "Where is it?", "step": [1, 1]}).html == "Where is it?"


def test_short_buttons_stand_side_by_side_and_long_ones_below_each_other() -> None:
    days = [["11月23日 周一 14:00–16:00", "a"], ["11月23日 周一 16:00–18:00", "b"]]
    assert labels(only({"text": "When?", "buttons": [*days, ["返回", "c"], ["取消", "d"]]}).keyboard) == [
        ["11月23日 周一 14:00–16:00"], ["11月23日 周一 16:00–18:00"], ["返回", "取消"],
    ]  # fmt: skip


def test_a_button_carries_its_token_and_nothing_else() -> None:
    keyboard = only({"text": "?", "buttons": YES_NO}).keyboard
    assert isinstance(keyboard, InlineKeyboardMarkup)
    assert [button.callback_data for row in keyboard.inline_keyboard for button in row] == ["yes", "no"]


@pytest.mark.parametrize(("share", "asks"), [("phone", (True, False)), ("place", (False, True))])
def test_telegram_itself_may_give_the_answer(share: str, asks: tuple[bool, bool]) -> None:
    body = {"text": "?", "share": share, "sharing": "Send it", "buttons": [["Skip", "s"]]}
    keyboard = only(body).keyboard
    assert isinstance(keyboard, ReplyKeyboardMarkup)
    first, *_ = keyboard.keyboard[0]
    assert first.text.endswith(" Send it")
    assert (first.request_contact, first.request_location) == asks
    assert labels(keyboard)[1:] == [["Skip"]]
    assert keyboard.one_time_keyboard and keyboard.resize_keyboard


def test_that_keyboard_goes_with_the_next_reply() -> None:
    assert isinstance(only({"text": "Thanks", "unshare": True}).keyboard, ReplyKeyboardRemove)
    first, second = messages({"text": "Next?", "unshare": True, "buttons": YES_NO})
    assert isinstance(first, Words) and isinstance(first.keyboard, ReplyKeyboardRemove)
    assert first.quiet
    assert isinstance(second, Words) and labels(second.keyboard) == [["Yes", "No"]]


def test_one_picture_has_the_words_and_the_buttons_below_it() -> None:
    (picture,) = messages({"text": "Look", "photos": ["a"], "buttons": YES_NO})
    assert isinstance(picture, Pictures)
    assert (picture.media, picture.html, labels(picture.keyboard)) == (("a",), "Look", [["Yes", "No"]])


def test_an_album_has_the_words_below_its_first_picture_if_there_are_no_buttons() -> None:
    assert messages({"text": "Look", "photos": ["a", "b"]}) == (Pictures(("a", "b"), "Look"),)


@pytest.mark.parametrize(
    "body",
    [
        {"text": "Look", "photos": ["a", "b"], "buttons": YES_NO},
        {"text": "x" * 1025, "photos": ["a", "b"]},
        {"text": "Look", "photos": ["a", "b"], "card": "job:1"},
    ],
)
def test_otherwise_the_words_are_a_message_of_their_own(body: dict[str, Any]) -> None:
    first, second = messages(body)
    assert first == Pictures(("a", "b"))
    assert isinstance(second, Words)


def test_more_than_ten_pictures_are_several_albums() -> None:
    *albums, words = messages({"text": "Look", "photos": [str(n) for n in range(21)]})
    assert [len(album.media) for album in albums if isinstance(album, Pictures)] == [10, 10, 1]
    assert isinstance(words, Words)


@pytest.mark.parametrize(
    ("body", "possible"),
    [
        ({"text": "New", "buttons": YES_NO}, True),
        ({"text": "New"}, True),
        ({"text": "New", "photos": [], "card": "job:1"}, True),
        ({"text": "New", "photos": ["a"]}, False),
        ({"text": "New", "share": "phone"}, False),
        ({"text": "New", "unshare": True}, False),
        ({"text": "x" * 4097}, False),
    ],
)
def test_an_edit_brings_about_words_and_buttons_only(body: dict[str, Any], *, possible: bool) -> None:
    assert (edit_of(body) is not None) == possible


def test_half_a_character_breaks_nothing() -> None:
    assert only({"text": "\ud83d broken"}).html == "? broken"
