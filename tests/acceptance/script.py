"""What happens, line by line, in English and in Chinese.

    Ann> The tap drips | 水龙头漏水    Ann types that; on the left in English, on the right in Chinese
    Ann> [Send]                      or taps the button with that label
    Ann> [Send] F-261123-0001        the one under a message about that ticket
    Ann> (photo p1: the crack)       or sends a picture, here with a caption
    Ann> (place 30.1, 120.2)         or says where she is, in degrees
    Ann> (code abc)                  or comes by the code on a product or an invoice
    Ann< 14:00                       must see that, in what has come since she last said something
    Ann! 16:00                       must not see that in it
    Ann!! 138                        has never seen that, whenever it was
    ... 2 hours                      time passes, and every promise rings in its moment
    ... until Mon 12:05              until the next such moment, on the shop's clock

What stands alone is the same in both languages, or a sentence of the catalogue, or somebody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.envelope import Arrival, Contact, Content, Photo, Place, Press, Strange, Text
from bot.texts import catalogue

NAMES = {
    "Zhang": "张师傅",
    "Wang": "王师傅",
    "Sun": "孙师傅",
    "Zhou": "周师傅",
    "Chen": "小陈",
    "Liu": "刘主管",
    "Zhao": "赵经理",
    "Mei": "小梅",
    "Gu": "顾师傅",
    "Qian": "钱会计",
    "Ann": "李雷",
}
LINE = re.compile(r"(\w+)(>|<|!!|!)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Passing:
    """Time, as it was written: "2 hours", "until Mon 12:05"."""

    time: str


@dataclass(frozen=True, slots=True)
class Spoken:
    who: str
    mark: str
    what: str


@dataclass(frozen=True, slots=True)
class Tap:
    """A button by its label, and the ticket of the message under which it stands."""

    label: str
    ticket: str = ""


def lines_of(script: str, language: str) -> Iterator[Passing | Spoken]:
    for line in filter(None, map(str.strip, script.splitlines())):
        if line.startswith("..."):
            yield Passing(line.removeprefix("...").strip())
        elif found := LINE.fullmatch(line):
            yield Spoken(found[1], found[2], in_language(found[3], language))
        else:
            raise ValueError(line)


def in_language(written: str, language: str) -> str:
    """One side of the line, with the brackets that stand around both."""
    brackets = re.fullmatch(r"\[([^\[]+)\]([^\[]*)", written)
    if brackets:
        return f"[{in_language(brackets[1], language)}]{brackets[2]}"
    english, _, chinese = written.partition(" | ")
    if language == "en":
        return english.strip()
    return chinese.strip() or NAMES.get(english) or catalogue(language).get(english, english)


def said_in(what: str) -> Content | Tap:
    """What somebody does."""
    if found := re.fullmatch(r"\[(.+)\]\s*(\S*)", what):
        return Tap(found[1], found[2])
    if found := re.fullmatch(r"\(photo ([^:]+?)(?:: (.*))?\)", what):
        return Photo(found[1], found[2] or "")
    if found := re.fullmatch(r"\(contact (.+)\)", what):
        return Contact(found[1], own=True)
    if found := re.fullmatch(r"\(place ([\d.]+), ([\d.]+)\)", what):
        return Place(float(found[1]), float(found[2]))
    if found := re.fullmatch(r"\(press (.*)\)", what):
        return Press(found[1])
    if found := re.fullmatch(r"\(code (.*)\)", what):
        return Arrival(found[1])
    return Strange(what) if re.fullmatch(r"\(.+\)", what) else Text(what)
