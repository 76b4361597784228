"""What a person may do while a form is being filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typing_extensions import override

from bot.dialogue.answers import Choice, FreeText, OneOfOffered
from bot.dialogue.choices import Offer
from bot.dialogue.draft import CHANGE, SUMMARY, Draft
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.turn import form_is_gone, open_form, put_question, take_turn
from bot.envelope import Contact, Photo, Press, Reply, Strange, Text
from core.errors import NotFound
from core.tickets import Role
from tests.conversations.sample import BookRepair, Fault, Rate, RepairShop, said
from tests.conversations.transcript import ANN, Chat, occasion, play

TO_SUMMARY = "> AB123456\n> 1\n> [Skip]\n> 2\n> skip\nPlease check before I send it:\n"


def in_shop(
    form: type[Form], script: str, language: str = "en", opening: str = "", about: str = ""
) -> tuple[Chat, RepairShop]:
    shop = RepairShop()
    return play(form, script, occasion(shop, language=language, about=about), opening), shop


def test_a_customer_books_a_repair() -> None:
    _, shop = in_shop(
        BookRepair,
        """
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
        """,
    )
    assert shop.repairs == [("AB123456", Fault.OTHER, "It hums at night", ("a", "b"), "tue", "+8613912345678")]


def test_a_short_form_is_sent_without_a_summary() -> None:
    chat, shop = in_shop(Rate, "Ann, how many stars?\n> ５\nAnything else?\n> Very good\nThank you.", about="t1")
    assert not chat.is_open
    assert shop.repairs == [("5", "Very good", "t1", "")]


def test_zero_is_an_answer_where_a_number_is_asked_and_goes_back_elsewhere() -> None:
    _, shop = in_shop(Rate, "> 0\nAnything else?\n> 0\nAnn, how many stars?\n> 3\n> 没有\nThank you.")
    assert shop.repairs[0][:2] == ("3", "没有")


def test_none_skips_only_where_it_is_no_answer() -> None:
    in_shop(BookRepair, "> AB123456\n> 1\n> 没有\nWhen may we come?\n> 1\n> none\nPhone: –")
    in_shop(Rate, "> 3\n> -\nThank you.")


def test_the_first_question_has_no_way_back() -> None:
    chat, _ = in_shop(BookRepair, "[Cancel]\n> back\nThis is the first question.")
    assert "[Back]" not in chat.seen


def test_back_takes_the_last_answer_back() -> None:
    in_shop(
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


def test_back_from_the_summary_asks_the_last_question_again() -> None:
    in_shop(BookRepair, TO_SUMMARY + "> back\nWhich number may we call?")


@pytest.mark.parametrize("word", ["cancel", "取消", "/cancel", "Q", "Cancel!", "[Cancel]"])
def test_cancel_ends_it_anywhere(word: str) -> None:
    for script in ("", "> AB123456\n", TO_SUMMARY, TO_SUMMARY + "> 2\n"):
        chat, shop = in_shop(BookRepair, f"{script}> {word}\nCancelled. Nothing was sent.")
        assert not chat.is_open
        assert not shop.repairs


def test_what_is_needed_cannot_be_skipped() -> None:
    in_shop(BookRepair, "> skip\nI need this to go on.\nWhat is the serial number?")


def test_somebody_who_asks_why_is_told() -> None:
    in_shop(BookRepair, "> 为什么？\nIt tells us the model.\nWhat is the serial number?")
    in_shop(BookRepair, "> AB123456\n> why?\nPlease choose one of these.")


def test_control_words_work_in_both_languages_and_buttons_speak_the_persons() -> None:
    in_shop(
        BookRepair,
        "[取消]\n> AB123456\n> 一\n> 跳过\n[返回] [取消]\n> back\n> [跳过]\n> 1\n> 跳过\n> 提交\nBooked.",
        language="zh_CN",
    )
    in_shop(BookRepair, TO_SUMMARY + "> 修改\nWhat would you like to change?\n> 返回\nPlease check\n> 确认\nBooked.")


def test_one_answer_is_changed_from_the_summary() -> None:
    in_shop(
        BookRepair,
        TO_SUMMARY
        + """
        > Change
        What would you like to change?
        1. Serial number
        5. Phone
        [Back] [Cancel]
        > 1
        What is the serial number?
        > CD654321
        Please check before I send it:
        Serial number: CD654321
        Fault: Leak
        """,
    )


def test_a_menu_that_followed_from_the_changed_answer_is_put_again() -> None:
    in_shop(
        BookRepair, TO_SUMMARY + "> Change\n> Fault\n> Noise\nWhen may we come?\n> 1\nFault: Noise\nVisit: Mon 23 Nov"
    )


def test_changing_an_answer_into_itself_changes_nothing() -> None:
    script = "> AB123456\n> 3\n> It hums at night\n> skip\n> 1\n> skip\n> Change\n> Fault\n> 3\n"
    in_shop(BookRepair, script + "Please check\nDetails: It hums at night\nVisit: Mon")


def test_changing_an_answer_withdraws_the_questions_that_depended_on_it() -> None:
    chat, _ = in_shop(BookRepair, "> AB123456\n> 3\n> It hums at night\n> back\n> back\n> Leak\nPlease send photos.")
    assert chat.draft
    assert "details" not in chat.draft.answers


def test_back_leaves_an_answer_that_was_to_be_changed_as_it_was() -> None:
    in_shop(
        BookRepair,
        TO_SUMMARY + "> Change\n> 4\nWhen may we come?\n[Back] [Cancel]\n> back\nPlease check\nVisit: Tue 24 Nov",
    )


def test_only_what_is_shown_can_be_chosen_in_the_summary() -> None:
    in_shop(
        BookRepair,
        TO_SUMMARY + "> what?\nPlease choose one of these.\n> 2\n> colour\nPlease choose one of these.\n1. Serial",
    )
    in_shop(BookRepair, TO_SUMMARY + "> (sticker)\nPlease choose one of these.\n> [Send]\nBooked.")


def test_a_visit_that_is_taken_meanwhile_is_asked_again() -> None:
    chat, shop = in_shop(BookRepair, TO_SUMMARY)
    del shop.free["tue"]
    assert "That visit has just been taken.\nWhen may we come?" in chat.press("Send")
    assert "1. Mon 23 Nov" in chat.seen
    chat.say("1")
    assert "Visit: Mon 23 Nov" in chat.seen
    assert chat.press("Send") == "Booked."


def test_a_refusal_is_told_and_what_was_typed_is_kept() -> None:
    chat, shop = in_shop(BookRepair, TO_SUMMARY)
    shop.closed = "We are on holiday."
    assert "We are on holiday.\nPlease check before I send it:\nSerial number: AB123456" in chat.press("Send")
    shop.closed = ""
    assert chat.press("Send") == "Booked."


def test_a_short_form_shows_its_summary_when_it_is_refused() -> None:
    chat, shop = in_shop(Rate, "> 5")
    shop.closed = "Too early."
    assert "Too early.\nPlease check before I send it:\nStars: 5\nAnything else?: –" in chat.say("skip")
    assert "Please check before I send it:" in chat.put_again()
    chat.press("Change")
    shop.closed = ""
    chat.press("Stars")
    assert chat.say("4") == "Thank you."


class Confirm(Form):
    """Nothing to ask, about a ticket that is gone."""

    title = said("Confirm")

    @override
    def submit(self, occasion: Occasion) -> Reply:
        raise NotFound


class Reschedule(Form):
    """Asks about a ticket that may be gone by the time of the second question."""

    title = said("Another time")

    who = ask(said("Your name?"), accepts=FreeText())
    visit = ask(said("When?"), accepts=OneOfOffered(lambda occasion, _: visits_of_ticket(occasion)))

    @override
    def submit(self, occasion: Occasion) -> Reply:
        return Reply(self.visit)


def visits_of_ticket(_: Occasion) -> tuple[Choice, ...]:
    raise NotFound


def test_a_form_without_questions_that_is_refused_is_over() -> None:
    draft, reply = open_form(Confirm, occasion())
    assert (draft, reply.text) == (None, "I cannot find that.")


def test_a_form_that_loses_its_subject_while_asking_is_over() -> None:
    chat = play(Reschedule, "Your name?\n> Ann\nI cannot find that.")
    assert not chat.is_open


def test_only_those_it_is_meant_for_can_use_it() -> None:
    technician = replace(ANN, roles=frozenset({Role.TECHNICIAN}))
    draft, reply = open_form(Rate, occasion(person=technician))
    assert (draft, reply.text) == (None, "That is for somebody else to do.")
    draft, reply = take_turn(Rate, Draft("rate"), Text("5"), occasion(person=technician))
    assert (draft, reply.text) == (None, "That is for somebody else to do.")


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


def test_what_was_said_in_the_opening_is_not_asked() -> None:
    in_shop(
        BookRepair,
        "Book a repair\nFault: Leak\nWhat is the serial number?\n> AB123456\nPlease send photos.",
        opening="repair my leaking tap",
    )


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


def test_a_form_that_changed_keeps_the_answers_it_still_understands() -> None:
    chat, _ = in_shop(BookRepair, "")
    assert chat.draft
    chat.draft = replace(
        chat.draft, answers={"serial": "AB123456", "fault": "exploded", "colour": "red"}, asked="colour"
    )
    assert "What is wrong?" in chat.say("blue")
    assert chat.draft.answers == {"serial": "AB123456"}


def test_a_form_that_changed_under_the_summary_is_not_sent_unseen() -> None:
    chat, shop = in_shop(BookRepair, TO_SUMMARY)
    assert chat.draft
    chat.draft = replace(chat.draft, answers={**chat.draft.answers, "colour": "red"})
    assert "This form has changed in the meantime.\nPlease check" in chat.press("Send")
    assert not shop.repairs
    chat.draft = replace(chat.draft, answers={**chat.draft.answers, "fault": "exploded"})
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


@pytest.mark.parametrize(
    "content", [Strange("sticker"), Contact("110", own=False), Photo("a"), Text(""), Text("x" * 100_000)]
)
def test_what_cannot_be_used_gets_the_question_again(content: Text | Photo | Contact | Strange) -> None:
    chat, _ = in_shop(Rate, "> 5")
    assert chat.say(content).splitlines()[-2] == "Anything else?"
