"""Reading the answer to the summary, and to what should be changed."""

from __future__ import annotations

from bot.dialogue.answer import CHOOSE
from bot.dialogue.asking import CHANGE_SOMETHING, SEND, or_a_person, put, put_changes, put_summary
from bot.dialogue.choices import Offer, chosen
from bot.dialogue.clean import plain
from bot.dialogue.draft import CHANGE, Draft
from bot.dialogue.form import Form
from bot.dialogue.occasion import Occasion
from bot.dialogue.sending import Turn, send, taken_back
from bot.dialogue.steering import SAYS_CHANGE, SAYS_SEND
from bot.envelope import Content, Text


def checked(form: type[Form], draft: Draft, meant: Offer | None, content: Content, occasion: Occasion) -> Turn:
    """The form is complete, and either the summary or the menu of changes has been seen."""
    text = content.text if isinstance(content, Text) else ""
    choice = meant or chosen(text, draft.offered, closed=True)
    if draft.asked == CHANGE:
        if choice is None:
            return or_a_person(put_changes(form, draft, occasion, occasion.words(CHOOSE)), occasion)
        return put(form, taken_back(draft, choice.value), occasion)
    value = choice.value if choice else said(text)
    if value == SEND.value:
        return send(form, draft, occasion)
    if value == CHANGE_SOMETHING.value:
        return put_changes(form, draft, occasion)
    return or_a_person(put_summary(form, draft, occasion, occasion.words(CHOOSE)), occasion)


def said(text: str) -> str:
    word = plain(text)
    if word in SAYS_SEND:
        return SEND.value
    return CHANGE_SOMETHING.value if word in SAYS_CHANGE else ""
