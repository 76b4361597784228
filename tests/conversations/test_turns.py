"""What a person may do while a form is being filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.draft import Draft
from bot.dialogue.turn import open_form, take_turn
from bot.envelope import Contact, Photo, Strange, Text
from core.tickets import Role
from tests.conversations.sample import TO_SUMMARY, BookRepair, Fault, Rate, in_shop, said
from tests.conversations.transcript import ANN, occasion

A_BOOKING = """
    Book a repair
    What is the serial number?
    > hello
    A serial number looks like AB123456.
    What is the serial number?
    > ab123456
    What is wrong?
    1. Leak
    3. Something else
    > 3
    Please describe it.
    > It hums at night
    Please send photos.
    > (photo a)
    > (photo b)
    Photos so far: 2. Send more, or choose Done.
    > [Done]
    When may we come?
    1. Mon 23 Nov, 09:00–12:00
    > Tue
    Which number may we call?
    1. 138 0013 8000
    > 139 1234 5678
    Please check before I send it:
    Serial number: AB123456
    Fault: Something else
    Details: It hums at night
    Photos: 2 received
    Visit: Tue 24 Nov, 09:00–13:00
    Phone: 139 1234 5678
    1. Send
    2. Change
    [Cancel]
    > 1
    Booked.
"""


def test_a_customer_books_a_repair() -> None:
    _, shop = in_shop(BookRepair, A_BOOKING)
    assert shop.repairs == [("AB123456", Fault.OTHER, "It hums at night", ("a", "b"), "tue", "+8613912345678")]


def test_a_short_form_is_sent_without_a_summary() -> None:
    chat, shop = in_shop(Rate, "Ann, how many stars?\n> ５\nAnything else?\n> Very good\nThank you.", about="t1")
    assert not chat.is_open
    assert shop.repairs == [("5", "Very good", "t1", "")]


def test_zero_is_an_answer_where_a_number_is_asked_and_goes_back_elsewhere() -> None:
    _, shop = in_shop(Rate, "> 0\nAnything else?\n> 0\nAnn, how many stars?\n> 3\n> 没有\nThank you.")
    assert shop.repairs[0][:2] == ("3", "没有")


def test_none_skips_only_where_it_is_no_answer() -> None:
    chat, shop = in_shop(BookRepair, "> AB123456\n> 1\n> 没有\nWhen may we come?\n> 1\n> none\nPhone: –")
    chat.press("Send")
    assert shop.repairs == [("AB123456", Fault.LEAK, None, (), "mon", None)]
    _, shop = in_shop(Rate, "> 3\n> -\nThank you.")
    assert shop.repairs == [("3", None, "", "")]


def test_the_first_question_has_no_way_back() -> None:
    chat, _ = in_shop(BookRepair, "[Cancel]\n> back\nThis is the first question.")
    assert "[Back]" not in chat.seen


def test_back_takes_the_last_answer_back() -> None:
    chat, _ = in_shop(
        BookRepair,
        """
            > AB123456
            > 2
            Please send photos.
            [Skip] [Back] [Cancel]
            > [Back]
            What is wrong?
            > 上一步
            What is the serial
        """,
    )
    assert chat.draft
    assert not chat.draft.answers


@pytest.mark.parametrize("word", ["cancel", "取消", "/cancel", "Q", "Cancel!", "[Cancel]"])
def test_cancel_ends_it_anywhere(word: str) -> None:
    for script in ("", "> AB123456\n", TO_SUMMARY, TO_SUMMARY + "> 2\n"):
        chat, shop = in_shop(BookRepair, f"{script}> {word}\nCancelled. Nothing was sent.")
        assert not chat.is_open
        assert not shop.repairs


def test_what_is_needed_cannot_be_skipped() -> None:
    chat, _ = in_shop(BookRepair, "> skip\nI need this to go on.\nWhat is the serial number?")
    assert "[Skip]" not in chat.seen


def test_somebody_who_asks_why_is_told() -> None:
    chat, _ = in_shop(BookRepair, "> 为什么？\nIt tells us the model.\nWhat is the serial number?")
    assert "What is wrong?" in chat.say("AB123456")
    chat, _ = in_shop(BookRepair, "> AB123456\n> why?\nPlease choose one of these.")
    assert "It tells us the model." not in chat.seen


def test_control_words_work_in_both_languages_and_buttons_speak_the_persons() -> None:
    in_shop(
        BookRepair,
        "[取消]\n> AB123456\n> 一\n> 跳过\n[返回] [取消]\n> back\n> [跳过]\n> 1\n> 跳过\n> 提交\nBooked.",
        language="zh_CN",
    )
    in_shop(BookRepair, TO_SUMMARY + "> 修改\nWhat would you like to change?\n> 返回\nPlease check\n> 确认\nBooked.")


def test_only_those_it_is_meant_for_can_use_it() -> None:
    technician = replace(ANN, roles=frozenset({Role.TECHNICIAN}))
    draft, reply = open_form(Rate, occasion(person=technician))
    assert (draft, reply.text) == (None, "That is for somebody else to do.")
    draft, reply = take_turn(Rate, Draft("rate"), Text("5"), occasion(person=technician))
    assert (draft, reply.text) == (None, "That is for somebody else to do.")


def test_what_was_said_in_the_opening_is_not_asked() -> None:
    chat, shop = in_shop(
        BookRepair,
        "Book a repair\nFault: Leak\nWhat is the serial number?\n> AB123456\nPlease send photos.\n> skip\n> 1\n> skip",
        opening="repair my leaking tap",
    )
    assert chat.press("Send") == "Booked."
    assert shop.repairs[0][1] is Fault.LEAK


def test_what_was_not_chosen_from_the_menu_is_shown_by_its_name_there() -> None:
    script = "Fault: Leak\nVisit: Mon 23 Nov, 09:00–12:00\n> AB123456\n> skip\n> skip\nVisit: Mon 23 Nov, 09:00–12:00"
    chat, shop = in_shop(BookRepair, script, opening="repair a leak on Monday")
    assert chat.press("Send") == "Booked."
    assert shop.repairs == [("AB123456", Fault.LEAK, None, (), "mon", None)]


def test_the_opening_sentence_reaches_the_desk() -> None:
    _, shop = in_shop(Rate, "> 5\n> skip", opening=" five stars\x00 ")
    assert shop.repairs == [("5", None, "", "five stars")]


def test_a_greeting_may_replace_the_title() -> None:
    _, reply = open_form(Rate, occasion(), greeting=said("Your washing machine is repaired."))
    assert str(reply.text).startswith("Your washing machine is repaired.\n")


def test_the_reply_says_where_we_are_and_what_is_asked() -> None:
    chat, _ = in_shop(BookRepair, "")
    assert (chat.reply.step, chat.reply.asks) == ((1, 5), "text")
    chat.say("AB123456")
    assert (chat.reply.step, chat.reply.asks) == ((2, 5), "choice")
    chat.say("3")
    assert (chat.reply.step, chat.reply.asks) == ((3, 6), "text")
    chat.say("It hums at night")
    assert (chat.reply.step, chat.reply.asks) == ((4, 6), "photos")
    chat.say("skip")
    chat.say("1")
    assert (chat.reply.step, chat.reply.asks) == ((6, 6), "phone")
    chat.say("skip")
    assert (chat.reply.step, chat.reply.asks) == (None, "choice")


def test_after_a_digression_the_same_question_is_put_again() -> None:
    chat, _ = in_shop(BookRepair, "> AB123456")
    token = chat.token("Leak")
    assert chat.put_again("We are open until six.").startswith("We are open until six.\nWhat is wrong?")
    assert chat.token("Leak") == token


@pytest.mark.parametrize(
    "content", [Strange("sticker"), Contact("110", own=False), Photo("a"), Text(""), Text("x" * 100_000)]
)
def test_what_cannot_be_used_gets_the_question_again(content: Text | Photo | Contact | Strange) -> None:
    chat, _ = in_shop(Rate, "> 5")
    assert chat.say(content).splitlines()[-2] == "Anything else?"
