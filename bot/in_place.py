"""Where an answer appears: instead of the question that was pressed, or as a message of its own; and what goes away."""

from __future__ import annotations

import re

from bot.dialogue.address import place_of
from bot.dialogue.steering import Steer
from bot.dialogue.tokens import pressed
from bot.dialogue.turn import Draft
from bot.envelope import Content, Press, Reply
from bot.forms import FORMS
from core.values import replace

CHOSEN = re.compile(r"[ap]:.*|m:[^:]+:[^:]+:.+")  # one of several that stood there for the same purpose
NAVIGATION = ("w:", "t:", "f:", "s:")  # of menus and lists: what they lead to may stand where they stood


def in_place(
    replies: tuple[Reply, ...], content: Content, before: Draft | None, after: Draft | None
) -> tuple[Reply, ...]:
    """The first of the replies takes the place of what was pressed, if it only leads on (docs/adr/0010)."""
    if not replies:
        return ()
    first, *others = replies
    if isinstance(content, Press) and leads_on(content, before, after):
        first = replace(first, over=content.on)
    elif isinstance(content, Press) and (fits(content, before) or CHOSEN.fullmatch(content.token)):
        first = replace(first, spent=content.on)
    if shares(before) and not any(reply.share for reply in replies):
        first = replace(first, unshare=True)
    return (first, *others)


def leads_on(press: Press, before: Draft | None, after: Draft | None) -> bool:
    """What must be noticed is a new message: a submitted form, a move, and the hint that a button was an old one."""
    if press.token.startswith(NAVIGATION):
        return True
    if not fits(press, before):
        return False
    return after is not None or press.token.endswith(f":{Steer.CANCEL}")


def fits(press: Press, before: Draft | None) -> bool:
    """It is a button of what was asked last."""
    return before is not None and pressed(press.token, before) is not Steer.STALE


def shares(draft: Draft | None) -> str:
    """What the network's own button could give as the answer to what was asked last."""
    form = FORMS.get(draft.form) if draft else None
    question = form.questions.get(draft.asked) if form and draft else None
    return question.accepts.shares if draft and question and not place_of(draft, question) else ""
