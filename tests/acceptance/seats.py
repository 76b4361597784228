"""One person at one chat: what he has been shown, and what of it is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.people import Chat
from tests.acceptance.script import Tap


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that came, or changed, before somebody's eyes."""

    text: str
    buttons: Mapping[str, str]  # what is behind each label
    ticket: str = ""
    photos: Sequence[str] = ()

    def __str__(self) -> str:
        labels = "".join(f" [{label}]" for label in self.buttons)
        return self.text + labels + "".join(f" (photo {photo})" for photo in self.photos)


@dataclass
class Seat:
    name: str
    chat: Chat
    shown: int = 0  # how far it has been read
    new: list[str] = field(default_factory=list[str])
    everything: list[str] = field(default_factory=list[str])
    buttons: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))  # by ticket, by label

    def read(self, shown: Shown) -> None:
        for ticket in {"", shown.ticket}:
            self.buttons[ticket] |= shown.buttons
        self.new.append(str(shown))
        self.everything.append(str(shown))

    def token(self, tap: Tap) -> str:
        known = self.buttons[tap.ticket]
        assert tap.label in known, "\n".join((f"no button {tap.label!r} among {list(known)} after:", *self.new))
        return known[tap.label]
