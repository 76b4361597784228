"""Long texts arrive whole, in pieces that Telegram takes."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.cutting import pieces, units
from bot.channels.telegram.drawing import Words, messages

FAMILY = "👨‍👩‍👧‍👦"
TEXTS = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
        st.sampled_from(["\n", "\n\n", " ", "。", ". ", "，", "<b>", "&amp;", "e\u0301", FAMILY, "🇨🇳", "维修工单"]),
    ),
    max_size=60,
).map("".join)


@given(TEXTS, st.integers(12, 60))
def test_nothing_is_lost_but_space_and_no_character_is_broken(text: str, most: int) -> None:
    cut = list(pieces(text, most))
    assert "".join("".join(cut).split()) == "".join(text.split())
    whole = {end.end() for end in regex.finditer(r"\X", text)} | {0}
    at = 0
    for piece in cut:
        assert 0 < units(piece) <= most
        start = text.index(piece, at)
        at = start + len(piece)
        longest = max(units(character) for character in regex.findall(r"\X", text))
        assert longest > most or at in whole


@given(TEXTS.map(lambda text: f"x{text}"), st.integers(1, 200))
def test_what_is_sent_reads_as_it_was_written(text: str, times: int) -> None:
    body = {"text": text * times, "buttons": [["A", "a"]]}
    shown = [message for message in messages(body) if isinstance(message, Words)]
    assert "".join("".join(Reader.read(words.html) for words in shown).split()) == "".join((text * times).split())
    assert all(units(Reader.read(words.html)) <= 4096 for words in shown)
    assert [bool(words.keyboard) for words in shown] == [False] * (len(shown) - 1) + [True]


class Reader(HTMLParser):
    """Reads as a browser does, and finds no tag but those that are ours."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.words = ""

    @classmethod
    def read(cls, html: str) -> str:
        reader = cls()
        reader.feed(html)
        reader.close()
        return reader.words

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's
        raise AssertionError(f"a person wrote <{tag}>, and it came through")

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_entityref(self, name: str) -> None:
        self.words += unescape(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.words += unescape(f"&#{name};")


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("First paragraph.\n\nSecond one.", 20, ["First paragraph.", "Second one."]),
        ("One line\nanother line", 14, ["One line", "another line"]),
        ("Then. Even more words", 12, ["Then. Even", "more words"]),
        ("I waited. And then", 12, ["I waited.", "And then"]),
        ("师傅已出发。预计三十分钟后到达", 10, ["师傅已出发。", "预计三十分钟后到达"]),
        ("nowheretobreak", 5, ["nowhe", "retob", "reak"]),
        (f"ab{FAMILY}", 12, ["ab", FAMILY]),
        ("e" + "\u0301" * 9, 4, ["e" + "\u0301" * 3, "\u0301" * 4, "\u0301" * 2]),
        ("  \n ", 9, []),
    ],
)
def test_cut_where_a_reader_would_pause(text: str, most: int, cut: list[str]) -> None:
    assert list(pieces(text, most)) == cut
