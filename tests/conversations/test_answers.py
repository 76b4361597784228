"""Each kind of answer: what it understands, keeps, recalls and shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum, auto
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.answers import (
    Address,
    Album,
    Answer,
    Answers,
    Choice,
    FreeText,
    Minutes,
    Misunderstood,
    OneOf,
    OneOfOffered,
    Own,
    Pattern,
    PersonName,
    Phone,
    Photos,
    YesNo,
)
from bot.dialogue.clean import clean
from bot.dialogue.occasion import Occasion
from bot.dialogue.words import Words
from bot.envelope import Contact, Content, Photo, Press, Strange, Text
from core.casework.reporting import area_of
from core.places import on_map, placed
from tests.conversations.sample import said
from tests.conversations.transcript import ANN, occasion


class Size(StrEnum):
    SMALL = auto()
    LARGE = auto()


def sofas(_: Occasion, __: Answers) -> Sequence[Choice]:
    return [Choice("sofa", "Sofa"), Choice("bed", "Bed")]


CODE = Pattern(r"[A-Z]{2}\d{4}", said("Two letters, four digits."))
KINDS: list[Answer[Any]] = [
    FreeText(), FreeText(3, 10), CODE, PersonName(), Address(), OneOf({Size.SMALL: said("Small")}), YesNo(),
    OneOfOffered(sofas), OneOfOffered(sofas, or_words=True), Phone(), Minutes(), Minutes(lo=0, hi=30), Photos(2),
]  # fmt: skip

typed = st.text() | st.from_regex(r"\d{1,12}|[A-Z]{2}\d{4}|1[3-9]\d{9}|\d小时半|yes|no|\w+ \w+ \d+", fullmatch=True)
contents: st.SearchStrategy[Content] = st.one_of(
    st.builds(Text, typed),
    st.builds(Photo, st.text("0123456789abcdef"), typed),
    st.builds(Contact, typed, st.booleans()),
    st.builds(Press, typed),
    st.builds(Strange, typed),
)


def read(kind: Answer[Any], text: str) -> Any:  # noqa: ANN401
    return kind.read(Text(text), occasion())


def hint(kind: Answer[Any], content: Content) -> str:
    with pytest.raises(Misunderstood) as refused:
        kind.read(content, occasion())
    return occasion().words(refused.value.hint)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: type(kind).__name__)
@given(content=contents)
def test_what_is_understood_can_be_kept_recalled_and_shown(kind: Answer[Any], content: Content) -> None:
    try:
        value = kind.read(content, occasion())
    except Misunderstood as refused:
        assert occasion().words(refused.hint)
    else:
        kept = kind.keep(value)
        assert kept
        assert kept == clean(kept)
        assert kind.recall(kept) == value
        assert occasion().words(kind.shown(kept))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: type(kind).__name__)
@given(
    kept=st.text() | st.sampled_from(["yes", "small", "own words: ", "own words: it hums", "{}", '{"photos": 1}', "[]"])
)
def test_what_was_stored_is_recalled_or_refused(kind: Answer[Any], kept: str) -> None:
    try:
        value = kind.recall(kept)
    except ValueError:
        return
    assert kind.recall(kind.keep(value)) == value


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: type(kind).__name__)
def test_every_choice_is_an_answer(kind: Answer[Any]) -> None:
    for choice in kind.choices(occasion(), {}):
        assert kind.keep(kind.recall(choice.value)) == choice.value


def test_free_text_has_limits_and_says_so() -> None:
    assert read(FreeText(3, 10), "  it hums \x00") == "it hums"
    assert hint(FreeText(3, 10), Text("ab")) == "Please write at least 3 characters."
    assert hint(FreeText(3, 10), Text("\u200b\u200d\u200b")) == "Please write at least 3 characters."
    assert hint(FreeText(3, 10), Text("x" * 100_000)) == "That is too long: 100000 characters. At most 10, please."
    assert hint(FreeText(), Strange("sticker")) == "Please answer in words."


def test_a_code_is_read_in_small_letters_and_full_width() -> None:
    assert read(CODE, " ａｂ１２３４ ") == "AB1234"
    assert hint(CODE, Text("ab123")) == "Two letters, four digits."
    assert hint(CODE, Text("A" * 100_000)) == "Two letters, four digits."
    assert CODE.claims("AB1234")
    assert not CODE.claims("0")


def test_a_name_is_one_line_with_letters_and_the_known_one_is_offered() -> None:
    assert read(PersonName(), " 王\n小明 ") == "王 小明"
    assert hint(PersonName(), Text("123")) == "Please give a name, of at most 40 characters."
    assert [choice.value for choice in PersonName().choices(occasion(), {})] == ["Ann"]
    assert not PersonName().choices(occasion(person=replace(ANN, name="")), {})


def test_an_address_is_more_than_a_word() -> None:
    assert read(Address(), "天河区体育西路1号 302") == "天河区体育西路1号 302"
    assert hint(Address(), Text("here")).startswith("Please give the full address")
    assert hint(Address(), Text("1234567")).startswith("Please give the full address")


def test_the_area_of_a_place_on_the_map_is_told_by_its_words_only() -> None:
    assert area_of("12 Wensan Road, Xihu (GPS 30.25000, 120.50000)") == "Xihu"
    assert area_of("12 (GPS 30.25000, 120.50000)") == ""


@pytest.mark.parametrize(
    ("language", "link"),
    [
        ("en", "https://maps.google.com/?q=-30.25000,120.50000"),
        ("zh_CN", "https://uri.amap.com/marker?position=120.50000,-30.25000&coordinate=wgs84"),
    ],
)
def test_a_place_is_shown_on_a_map_that_its_reader_can_open(language: str, link: str) -> None:
    words = Words(language, ZoneInfo("Asia/Shanghai"))
    assert words(on_map(placed("12", -30.25, 120.5))) == link
    assert not on_map("12 Wensan Road")


def test_a_menu_takes_only_what_is_in_it() -> None:
    sizes = OneOf({Size.SMALL: said("Small")})
    assert hint(sizes, Text("tiny")) == "Please choose one of these."
    assert hint(OneOfOffered(sofas), Text("tiny")) == "Please choose one of these."
    assert occasion().words(sizes.shown("small")) == "Small"
    with pytest.raises(ValueError, match="large"):
        sizes.recall(Size.LARGE)


def test_own_words_can_be_told_from_a_choice() -> None:
    kind = OneOfOffered(sofas, or_words=True, longest=10)
    own = read(kind, "Lamp")
    assert isinstance(own, Own)
    assert (kind.keep(own), kind.shown(kind.keep(own))) == ("own words: Lamp", "Lamp")
    assert isinstance(kind.recall(kind.keep(own)), Own)
    assert not isinstance(kind.recall("sofa"), Own)
    assert hint(kind, Text("x" * 11)).startswith("That is too long")
    with pytest.raises(ValueError, match="own words: Lamp"):
        OneOfOffered(sofas).recall("own words: Lamp")


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("好的。", True), ("是", True), ("N", False), ("没有", False), ("不", False)]
)
def test_yes_and_no_in_many_words(text: str, value: bool) -> None:
    assert read(YesNo(), text) is value


def test_perhaps_is_neither_yes_nor_no() -> None:
    assert hint(YesNo(), Text("perhaps")) == hint(YesNo(), Photo("a")) == "Please choose one of these."
    assert occasion().words(YesNo(said("Solved"), said("Not solved")).shown("no")) == "Not solved"


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("13800138000", "+8613800138000", "138 0013 8000"),
        ("１３８ ００１３ ８０００", "+8613800138000", "138 0013 8000"),
        ("+86 138-0013-8000", "+8613800138000", "138 0013 8000"),
        ("我的电话是13800138000", "+8613800138000", "138 0013 8000"),
        ("020-88886666", "+862088886666", "020 8888 6666"),
        ("+49 30 123456", "+4930123456", "+49 30 123456"),
    ],
)
def test_phone_numbers_as_people_give_them(text: str, number: str, shown: str) -> None:
    assert read(Phone(), text) == number
    assert Phone().shown(number) == shown


def test_a_shared_contact_is_a_phone_number() -> None:
    assert Phone().read(Contact("+8613800138000", own=True), occasion()) == "+8613800138000"


@pytest.mark.parametrize("text", ["", "110", "1380013800", "call me", "x" * 100_000, "1" * 300])
def test_what_cannot_be_called_is_no_phone_number(text: str) -> None:
    assert hint(Phone(), Text(text)).startswith("Please give a phone number")


def test_the_known_phone_number_is_offered() -> None:
    assert [choice.label for choice in Phone().choices(occasion(), {})] == ["138 0013 8000"]
    assert not Phone().choices(occasion(person=replace(ANN, phone="")), {})
    assert Phone().shown("nonsense") == "nonsense"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20", 20), ("２０分钟", 20), ("20 min", 20), ("二十分钟", 20), ("四十五分", 45),
        ("半小时", 30), ("半个小时", 30),
        ("一个半小时", 90), ("1.5小时", 90), ("一小时半", 90), ("两小时", 120), ("1小时20分钟", 80),
        ("1h30", 90), ("2 hours", 120),
        ("1 hour and 5 minutes", 65), ("一刻钟", 15), ("half an hour", 30), ("An hour", 60), ("一百二十分钟", 120),
    ],
)  # fmt: skip
def test_lengths_of_time_as_people_say_them(text: str, minutes: int) -> None:
    assert read(Minutes(), text) == minutes


@pytest.mark.parametrize("text", ["", "soon", "0", "9999999", "-5", "百", "1" * 1000, "半"])
def test_what_is_no_length_of_time(text: str) -> None:
    assert hint(Minutes(lo=5, hi=600), Text(text)) == "Please give a number of minutes from 5 to 600."


def test_zero_minutes_are_an_answer_where_they_are_possible() -> None:
    assert Minutes(lo=0).claims("0")
    assert not Minutes().claims("0")
    assert not YesNo().claims("0")
    assert occasion().words(Minutes().shown("90")) == "1 hour 30 minutes"


def test_photos_are_shown_by_their_number() -> None:
    kept = Photos().keep(Album(("a", "b"), ("left", "right")))
    assert occasion().words(Photos().shown(kept)) == "2 received, left, right"
