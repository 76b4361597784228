"""Reading a message as the answer to the question that was asked."""

from __future__ import annotations

from typing import Any

from bot.dialogue.address import Address, place_of, with_place
from bot.dialogue.answer import CHOOSE, Misunderstood
from bot.dialogue.asking import or_a_person, put
from bot.dialogue.choices import Offer, labelled, numbered
from bot.dialogue.draft import Draft
from bot.dialogue.form import Form
from bot.dialogue.gathering import so_far, with_more, with_photo_elsewhere
from bot.dialogue.occasion import Occasion
from bot.dialogue.photos import Album, Photos
from bot.dialogue.question import Question
from bot.dialogue.sending import Turn, go_on_with
from bot.dialogue.steering import means_nothing
from bot.envelope import Content, Photo, Place, Text
from core.phrases import say
from core.values import replace


def answered(
    form: type[Form], draft: Draft, question: Question[Any], meant: Offer | None, content: Content, occasion: Occasion
) -> Turn:
    """Go on with the answer, or say what would be one and put the question again."""
    if isinstance(question.accepts, Photos):
        return gathered(form, draft, question, question.accepts, content, occasion)
    if isinstance(content, Place) and isinstance(question.accepts, Address):
        return put(form, with_place(draft, question, content), occasion)
    try:
        kept, label = heard(draft, question, meant, content, occasion)
    except Misunderstood as misunderstood:
        if question.optional and means_nothing(content):
            return finished(form, draft, question, occasion)
        return or_a_person(put(form, draft, occasion, occasion.words(misunderstood.hint)), occasion)
    return go_on_with(form, draft, question.name, kept, occasion, label=label)


def heard(
    draft: Draft, question: Question[Any], meant: Offer | None, content: Content, occasion: Occasion
) -> tuple[str, str]:
    """What is to be kept, and how it was called in the menu; `meant` is called so. Raises Misunderstood."""
    accepts = question.accepts
    text = content.text if isinstance(content, Text) else ""
    offer = meant or numbered(text, draft.offered, closed=accepts.closed)
    if offer is None and (place := place_of(draft, question)) and isinstance(accepts, Address):
        return accepts.read_near(content, place), ""
    if offer is None:
        return accepts.keep(accepts.read(content, occasion)), ""
    if not question.understands(offer.value):
        raise Misunderstood(CHOOSE)
    return offer.value, offer.label


def gathered(
    form: type[Form], draft: Draft, question: Question[Any], photos: Photos, content: Content, occasion: Occasion
) -> Turn:
    """Photos go on being asked for until somebody says that this was all."""
    if question.optional and means_nothing(content) and so_far(draft, question) == Album():
        return finished(form, draft, question, occasion)
    try:
        more = with_more(draft, question, photos, content)
    except Misunderstood as misunderstood:
        return put(form, draft, occasion, occasion.words(misunderstood.hint))
    remark = "" if isinstance(content, Photo) else occasion.words(say("I have noted that."))
    return put(form, more, occasion, remark)


def finished(form: type[Form], draft: Draft, question: Question[Any], occasion: Occasion) -> Turn:
    """Done and skip: keep what was gathered, if anything; otherwise go on without, if that is possible."""
    album = so_far(draft, question)
    if album.photos or (album.words and question.optional):
        return go_on_with(form, draft, question.name, draft.gathered[question.name], occasion)
    if question.optional:
        return go_on_with(form, draft, question.name, "", occasion)
    needed = (
        say("Please send at least one photo.") if question.accepts.asks == "photos" else say("I need this to go on.")
    )
    return put(form, draft, occasion, occasion.words(needed))


def photo_elsewhere(
    form: type[Form], draft: Draft, question: Question[Any] | None, photo: Photo, occasion: Occasion
) -> Turn:
    """A photo while something else is asked is kept where the form wants photos; its caption may be the answer."""
    answer = caption_as_answer(draft, question, photo, occasion)
    try:
        draft = with_photo_elsewhere(form, draft, replace(photo, caption="") if answer else photo)
        remark = occasion.words(say("I have kept the photo."))
    except Misunderstood as misunderstood:
        remark = occasion.words(misunderstood.hint)
    if answer is None:
        return put(form, draft, occasion, remark)
    name, kept, label = answer
    return go_on_with(form, draft, name, kept, occasion, label=label, remark=remark)


def caption_as_answer(
    draft: Draft, question: Question[Any] | None, photo: Photo, occasion: Occasion
) -> tuple[str, str, str] | None:
    """The question's name, what to keep and how it was called."""
    if question is None or not photo.caption:
        return None
    meant = labelled(photo.caption, draft.offered)
    try:
        return question.name, *heard(draft, question, meant, Text(photo.caption), occasion)
    except Misunderstood:
        return None
