"""A visitor's message as the inbox keeps it, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from bot.channels.web.frames import Say
from bot.channels.web.front import Line
from bot.channels.web.shapes import MEDIA, Garbled, a_word
from bot.envelope import Arrival, Content, Photo, Press, Strange, Text
from core.values import replace

read_json = json.JSONDecoder().raw_decode


def write(spoken: Say) -> str:
    """Write the message as the inbox keeps it."""
    match spoken.content:
        case Text(text):
            said = {"text": text}
        case Press(token):
            said = {"press": token, "label": spoken.label}
        case Arrival(token):
            said = {"start": token, "label": spoken.label}
        case Photo(media, caption):
            said = {"photo": media, "caption": caption}
    return json.dumps({"say": {"id": spoken.id, **said}}, ensure_ascii=False)


def read_content(raw: str) -> Content:
    """Read a message back from the inbox; what cannot be read is Strange."""
    spoken = spoken_in(raw)
    return spoken.content if spoken else Strange("unreadable web frame")


def own_line(raw: str, at: datetime, number: int = 0, state: str = "noted") -> Line:
    """Show a visitor's message from the inbox as a line of the history."""
    spoken = spoken_in(raw)
    line = Line(number, mine=True, text="", at=at, state=state, message_id=spoken.id if spoken else "")
    match spoken and spoken.content:
        case Text(text):
            return replace(line, text=text)
        case Press() | Arrival():
            return replace(line, text=spoken.label if spoken else "")
        case Photo(media, caption):
            return replace(line, text=caption, photos=(media,))
        case _:
            return line


def spoken_in(raw: str) -> Say | None:
    """It was looked at closely before it was noted; here only its kind, and what is the name of a file."""
    try:
        said = read_json(raw)[0]["say"]
        if not {str}.issuperset(map(type, said.values())):
            return None
        return Say(said["id"], content_in(said), said.get("label", ""))
    except (Garbled, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def content_in(said: Mapping[str, str]) -> Text | Press | Photo | Arrival:
    if "text" in said:
        return Text(said["text"])
    if "press" in said:
        return Press(said["press"])
    if "start" in said:
        return Arrival(said["start"])
    return Photo(a_word(said["photo"], MEDIA), said.get("caption", ""))
