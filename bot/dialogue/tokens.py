"""What a question's buttons carry: `q:<turn>:<number of the choice, or what steers>`."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.dialogue.choices import Offer
from bot.dialogue.draft import Draft
from bot.dialogue.steering import LABELS, Steer
from bot.dialogue.words import Words
from bot.envelope import Button

TOKEN = re.compile(r"q:(\d{1,18}):(\d{1,4}|[a-z]{1,10})", re.ASCII)


def choice_buttons(draft: Draft) -> tuple[Button, ...]:
    turn = f"q:{draft.turn}:"
    return tuple([Button(offer.label, f"{turn}{number}") for number, offer in enumerate(draft.offered)])


def control_button(draft: Draft, steer: Steer, words: Words) -> Button:
    return Button(label_of(steer, words), f"q:{draft.turn}:{steer}")


@lru_cache(maxsize=64)
def label_of(steer: Steer, words: Words) -> str:
    """Under nearly every question, and in each language always the same."""
    return words(LABELS[steer])


def pressed(token: str, draft: Draft) -> Steer | Offer:
    found = TOKEN.fullmatch(token)
    if found is None or int(found[1]) != draft.turn:
        return Steer.STALE
    what = found[2]
    if what.isdecimal():
        return draft.offered[int(what)] if int(what) < len(draft.offered) else Steer.STALE
    return Steer(what) if what in LABELS else Steer.STALE
