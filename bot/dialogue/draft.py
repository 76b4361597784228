"""What is kept of a conversation between two messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, cast

from bot.dialogue.choices import Offer
from core.values import dataclass, replace

SUMMARY, CHANGE = ":summary", ":change"  # what may have been asked besides the questions of the form


@dataclass(frozen=True, slots=True)
class Draft:
    """A form being filled in one chat. Answers are kept by name and never a position."""

    form: str
    answers: Mapping[str, str] = field(default_factory=dict[str, str])
    labels: Mapping[str, str] = field(default_factory=dict[str, str])  # of what was chosen from a menu, as it was seen
    gathered: Mapping[str, str] = field(default_factory=dict[str, str])  # albums that are not finished yet
    aside: Mapping[str, str] = field(default_factory=dict[str, str])  # all answers, while one of them is being changed
    asked: str = ""  # how to read the next message
    offered: tuple[Offer, ...] = ()  # the menu as it was seen, so that "2" means what it meant
    turn: int = 0  # so that an old button is recognised
    about: str = ""
    said: str = ""
    edition: str = ""  # of the form that has checked the answers
    beneath: Draft | None = None  # the form that was interrupted by this one, and goes on after it

    def asking(self, asked: str, offered: tuple[Offer, ...] = ()) -> Draft:
        """The same question with the same menu is the same turn: buttons seen twice mean the same."""
        if (asked, offered) == (self.asked, self.offered):
            return self
        return replace(self, asked=asked, offered=offered, turn=self.turn + 1)

    def to_json(self) -> dict[str, Any]:
        return {
            "form": self.form,
            "answers": dict(self.answers),
            "labels": dict(self.labels),
            "gathered": dict(self.gathered),
            "aside": dict(self.aside),
            "asked": self.asked,
            "offered": [[offer.value, offer.label] for offer in self.offered],
            "turn": self.turn,
            "about": self.about,
            "said": self.said,
            "edition": self.edition,
            "beneath": self.beneath.to_json() if self.beneath else None,
        }

    @classmethod
    def from_json(cls, stored: object) -> Draft:
        """Whatever an older version stored: what is not understood counts as not said."""
        fields = cast("dict[str, object]", stored if isinstance(stored, dict) else {})
        turn = fields.get("turn")
        return cls(
            text(fields.get("form")),
            texts(fields.get("answers")),
            texts(fields.get("labels")),
            texts(fields.get("gathered")),
            texts(fields.get("aside")),
            text(fields.get("asked")),
            offers(fields.get("offered")),
            turn if isinstance(turn, int) else 0,
            text(fields.get("about")),
            text(fields.get("said")),
            text(fields.get("edition")),
            draft_beneath(fields.get("beneath")),
        )


def draft_beneath(stored: object) -> Draft | None:
    """One form may lie under another; what lies deeper was never put there by the desk."""
    if not isinstance(stored, dict) or not stored:
        return None
    return replace(Draft.from_json({**cast("dict[str, object]", stored), "beneath": None}), beneath=None)


def text(stored: object) -> str:
    return stored if isinstance(stored, str) else ""


def texts(stored: object) -> dict[str, str]:
    if not stored or not isinstance(stored, dict):
        return {}
    pairs = cast("dict[object, object]", stored)
    return {key: value for key, value in pairs.items() if isinstance(key, str) and isinstance(value, str)}


def offers(stored: object) -> tuple[Offer, ...]:
    """All or none: leaving one out would shift the numbers of the others."""
    if not stored or not isinstance(stored, list):
        return ()
    listed = [pair(each) for each in cast("list[object]", stored)]
    found = [each for each in listed if each]
    return tuple(found) if len(found) == len(listed) else ()


def pair(stored: object) -> Offer | None:
    match stored:
        case [str() as value, str() as label]:  # str(value) raises and catches an error, each time
            return Offer(value, label)
        case _:
            return None
