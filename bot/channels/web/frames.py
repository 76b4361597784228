"""What a page may say over its socket: one JSON object with one key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

from bot.channels.web.shapes import (
    KEY,
    LINK,
    MEDIA,
    UUID,
    Garbled,
    a_language,
    a_number,
    a_text,
    a_token,
    a_word,
    an_object,
    not_longer,
    some,
)
from bot.envelope import Arrival, Photo, Press, Text
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Hello:
    key: str
    after: int
    language: str


@dataclass(frozen=True, slots=True)
class Join:
    code: str
    language: str


@dataclass(frozen=True, slots=True)
class Say:
    """A message under the page's own uuid, so that a repeat is known. `label` is what the person saw of it."""

    id: str
    content: Text | Press | Photo | Arrival
    label: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    up_to: int


Frame: TypeAlias = Hello | Join | Say | Seen


def read_frame(raw: str, longest: int) -> Frame:
    """Read what a page sent; texts are cleaned of what no database takes. Raises Garbled."""
    frame = parse(raw)
    match tuple(frame):
        case ("hello",):
            return read_hello(an_object(frame["hello"]))
        case ("join",):
            return read_join(an_object(frame["join"]))
        case ("say",):
            return read_say(an_object(frame["say"]), longest)
        case ("seen",):
            return Seen(a_number(frame["seen"]))
        case _:
            raise Garbled


def parse(raw: str) -> dict[str, object]:
    try:
        return an_object(json.loads(raw))
    except (ValueError, RecursionError) as broken:
        raise Garbled from broken


def read_hello(hello: Mapping[str, object]) -> Hello:
    key = a_word(hello.get("key", ""), KEY)
    return Hello(key, a_number(hello.get("after", 0)), a_language(hello.get("lang")))


def read_join(join: Mapping[str, object]) -> Join:
    return Join(a_word(join.get("code"), KEY).strip(), a_language(join.get("lang")))


def read_say(said: Mapping[str, object], longest: int) -> Say:
    name = a_word(said.get("id"), UUID)
    try:
        if "press" in said:
            return Say(name, Press(a_token(said["press"])), a_text(said.get("label", ""))[:200])
        if "start" in said:
            return Say(name, Arrival(a_word(said["start"], LINK)), a_text(said.get("label", ""))[:200])
        if "photo" in said:
            caption = not_longer(a_text(said.get("caption", "")), longest)
            return Say(name, Photo(a_word(said["photo"], MEDIA), caption))
        return Say(name, Text(some(not_longer(a_text(said.get("text")), longest))))
    except Garbled as garbled:
        raise Garbled(name, garbled.phrase) from garbled
