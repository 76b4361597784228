"""Everything that the bot says can be said in every language it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from bot.cards import RATINGS
from bot.conversations import CONVERSATIONS
from bot.dialogue.asking import CHANGE_SOMETHING, SEND
from bot.dialogue.menus import OneOf, YesNo
from bot.dialogue.steering import LABELS
from bot.handlers import HANDLERS
from bot.texts import LANGUAGES, places, translations
from bot.texts.extract import missing
from core.kinds import KINDS
from core.phrases import Phrase, Value

MOST_ON_A_BUTTON = 12  # characters, so that two fit side by side on a phone
LINK = re.compile(r"https://\S+")
LATIN = re.compile(r"[A-Za-z]{2,}")
KEPT_IN_LATIN = {"PDF", "OK", "MB", "HEIC", "JPEG", "PNG"}
HALF_WIDTH = re.compile(
    r"[\u4e00-\u9fff}”）][,;:!?()]|[,;:!?()][\u4e00-\u9fff]|\s[，。；：！？、）]|[“（：，。]\s(?!\n)"
)
CHINESE = translations("zh_CN")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing(language: str) -> None:
    assert missing(language) == []


def test_every_translation_has_the_places_of_its_sentence() -> None:
    assert {key: text for key, text in CHINESE.items() if places(key) != places(text)} == {}


def test_no_english_is_left_in_the_chinese() -> None:
    left = {text: set(LATIN.findall(without_places(LINK.sub("", text)))) - KEPT_IN_LATIN for text in CHINESE.values()}
    assert {text: words for text, words in left.items() if words} == {}


def test_chinese_is_written_with_chinese_punctuation() -> None:
    assert [text for text in CHINESE.values() if HALF_WIDTH.search(LINK.sub("", text.replace("\n", "")))] == []


def test_a_statement_ends_with_a_stop_and_a_label_without() -> None:
    assert {key: text for key, text in CHINESE.items() if key[-1] == "." and text[-1] not in "。！？}”"} == {}
    assert {key: text for key, text in CHINESE.items() if key[-1].isalpha() and text[-1] in "。！？："} == {}


def test_every_button_is_short_in_chinese() -> None:
    shown = {CHINESE[label.key] for label in buttons() if label.key in CHINESE}
    assert {label for label in shown if len(label) > MOST_ON_A_BUTTON} == set()


def test_no_two_moves_of_a_kind_share_a_button() -> None:
    for kind in KINDS:
        labels = {move.action: CHINESE[move.label.key] for move in kind.moves if move.label}
        assert len(set(labels.values())) == len(labels)


def without_places(text: str) -> str:
    return re.sub(r"\{\w+\}", "", text)


def buttons() -> Iterator[Phrase]:
    """Every label that the code itself puts on a button."""
    for kind in KINDS:
        yield from (move.label for move in kind.moves if move.label)
    for form in CONVERSATIONS:
        yield form.title
        for question in form.questions.values():
            if isinstance(question.accepts, OneOf | YesNo):
                yield from phrases(question.accepts.labels)
    yield from (handler.label for handler in HANDLERS if handler.label)
    yield from (label for _, label in RATINGS)
    yield from phrases(LABELS)
    yield from (choice.label for choice in (SEND, CHANGE_SOMETHING) if isinstance(choice.label, Phrase))


def phrases(labels: Mapping[str, Value]) -> Iterator[Phrase]:
    return (label for label in labels.values() if isinstance(label, Phrase))
