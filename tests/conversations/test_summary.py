"""Before it is sent: the summary, changing one answer, and refusals."""

from __future__ import annotations

from typing_extensions import override

from bot.dialogue.answers import Choice, FreeText, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.turn import open_form
from bot.envelope import Reply
from core.errors import NotFound
from tests.conversations.sample import TO_SUMMARY, BookRepair, Fault, Rate, in_shop, said
from tests.conversations.transcript import occasion, play


def test_back_from_the_summary_asks_the_last_question_again() -> None:
    chat, shop = in_shop(BookRepair, TO_SUMMARY + "> back\nWhich number may we call?")
    chat.say("13900139000")
    assert chat.press("Send") == "Booked."
    assert shop.repairs[0][-1] == "+8613900139000"


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
    chat, shop = in_shop(
        BookRepair, TO_SUMMARY + "> Change\n> Fault\n> Noise\nWhen may we come?\n> 1\nFault: Noise\nVisit: Mon 23 Nov"
    )
    assert chat.press("Send") == "Booked."
    assert shop.repairs == [("AB123456", Fault.NOISE, None, (), "mon", None)]


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
    _, shop = in_shop(
        BookRepair,
        TO_SUMMARY + "> what?\nPlease choose one of these.\n> 2\n> colour\nPlease choose one of these.\n1. Serial",
    )
    assert not shop.repairs
    _, shop = in_shop(BookRepair, TO_SUMMARY + "> (sticker)\nPlease choose one of these.\n> [Send]\nBooked.")
    assert len(shop.repairs) == 1


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
