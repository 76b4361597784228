"""What a file is called: as whoever sent it called it, but safe on every disk, and with the ending of what it is."""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.clean import one_line
from bot.media.sniffing import ENDINGS

LONGEST: Final = 60
UNSAFE: Final = re.compile(r'[\x00-\x1f<>:"|?*\u200b-\u200f\u2028-\u202e\u2060-\u206f]')


def stem_of(said: str) -> str:
    """Without folders, without its ending; empty if nothing is left."""
    last = re.split(r"[/\\]", said)[-1]
    stem, dot, _ = last.rpartition(".")
    return one_line(UNSAFE.sub("", stem if dot else last)).strip(". ")[:LONGEST]


def file_name(stem: str, mime: str) -> str:
    """At most 60 characters."""
    ending = f".{ENDINGS.get(mime, 'bin')}"
    return (stem[: LONGEST - len(ending)].rstrip(". ") or "file") + ending
