"""A form as a declaration: its questions, conditions and openings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typing_extensions import override

from bot.dialogue.answers import FreeText, Minutes, YesNo
from bot.dialogue.form import Form, ask, both, either, no
from bot.dialogue.occasion import Occasion
from bot.dialogue.question import Question
from bot.envelope import Reply
from core.tickets import Role
from tests.conversations.sample import BookRepair, Fault, Rate, said
from tests.conversations.transcript import ANN, occasion

HUMS = {"serial": "AB123456", "fault": "other", "details": "It hums", "visit": "mon"}


class Visit(Form):
    title = said("Visit")
    name = "visit_2"
    opened_by = "visit"

    home = ask(said("Are you at home?"), accepts=YesNo())
    when = ask(said("In how many minutes?"), accepts=Minutes(), when=home.is_(True))
    why = ask(said("Why not?"), accepts=FreeText(), when=both(home.is_(False), no(when.is_in(15, 30))))
    soon = ask(said("Door code?"), accepts=FreeText(), when=either(when.is_in(15, 30), when.is_(None)), optional=True)

    @override
    def submit(self, occasion: Occasion) -> Reply:
        return Reply(f"{self.home} {self.when} {self.why} {self.soon}")


class LongVisit(Visit):
    title = said("Long visit")
    extra = ask(said("Anything else?"), accepts=FreeText())


def test_on_the_class_a_field_is_the_question_and_on_a_filled_form_the_answer() -> None:
    assert isinstance(Visit.home, Question)
    filled = Visit({"home": "yes", "when": "15", "soon": ""})
    assert (filled.home, filled.when, filled.why, filled.soon) == (True, 15, None, None)
    assert filled.submit(occasion()) == Reply("True 15 None None")


def test_a_form_is_named_after_its_class() -> None:
    assert (BookRepair.name, Visit.name, LongVisit.name) == ("book_repair", "visit_2", "long_visit")


def test_a_form_can_extend_another() -> None:
    assert list(LongVisit.questions) == [*Visit.questions, "extra"]


def test_a_question_cannot_be_called_like_a_part_of_the_form() -> None:
    for name in ("name", "summary", "answers", "standing"):
        with pytest.raises(TypeError, match=f"a form has its own {name}"):
            type("Wrong", (Form,), {name: ask(said("?"), accepts=YesNo())})


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, "home"),
        ({"home": "yes"}, "when"),
        ({"home": "no"}, "why"),
        ({"home": "yes", "when": "15"}, "soon"),
        ({"home": "yes", "when": "45"}, None),
        ({"home": "no", "why": "Work"}, "soon"),
    ],
)
def test_the_next_question_follows_from_the_answers(answers: dict[str, str], asked: str | None) -> None:
    question = Visit.next_question(answers)
    assert (question.name if question else None) == asked


def test_an_answer_nobody_asks_for_any_more_is_withdrawn() -> None:
    assert BookRepair.still_valid(HUMS | {"fault": "leak"}) == {"serial": "AB123456", "fault": "leak", "visit": "mon"}
    assert BookRepair.still_valid(HUMS | {"serial": "", "colour": "red", "phone": ""}) == {
        "fault": "other", "details": "It hums", "visit": "mon", "phone": "",
    }  # fmt: skip


def test_a_condition_on_an_answer_that_is_not_understood_does_not_hold() -> None:
    assert not BookRepair.fault.is_(Fault.OTHER)({"fault": "exploded"})


def test_a_different_answer_takes_those_with_it_that_followed() -> None:
    assert BookRepair.with_answer(HUMS, "fault", "noise").answers == {"serial": "AB123456", "fault": "noise"}
    assert BookRepair.with_answer(HUMS, "fault", "other").answers == HUMS
    assert BookRepair.with_answer(HUMS, "phone", "").answers == HUMS | {"phone": ""}


def test_steps_count_only_what_applies() -> None:
    assert Visit.standing({}).step == (1, 2)
    assert Visit.standing({"home": "yes"}).step == (2, 3)
    assert Visit.standing({"home": "yes", "when": "45"}).step == (2, 2)


def test_three_questions_are_checked_before_they_are_sent() -> None:
    assert BookRepair.is_checked({})
    assert not Rate.is_checked({})


@pytest.mark.parametrize(
    "text", ["报修", "我要报修", "请帮我报修沙发", "报修，沙发坏了", "/repair", "Repair!", "I want to repair my sofa"]
)
def test_a_sentence_opens_a_form(text: str) -> None:
    assert BookRepair.opens(text)


@pytest.mark.parametrize("text", ["", "repairman", "取消报修", "hello", "I was told to repair it", "我"])
def test_another_sentence_does_not(text: str) -> None:
    assert not BookRepair.opens(text)


def test_the_menu_shows_what_this_person_can_begin() -> None:
    technician = replace(ANN, roles=frozenset({Role.TECHNICIAN}))
    assert BookRepair.in_menu_of(ANN)
    assert not BookRepair.in_menu_of(technician)
    assert not Visit.in_menu_of(ANN)
