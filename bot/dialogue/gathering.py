"""Photos on their way into a draft: during their question, before it and after it."""

from __future__ import annotations

from typing import Any

from bot.dialogue.answer import Misunderstood
from bot.dialogue.draft import Draft
from bot.dialogue.form import Form
from bot.dialogue.photos import Album, Photos
from bot.dialogue.question import Question
from bot.envelope import Content, Photo
from core.phrases import say
from core.values import replace

NO_ALBUM = Album()


def so_far(draft: Draft, question: Question[Any]) -> Album:
    """Empty too for a question that is not about photos."""
    gathered = draft.gathered.get(question.name)
    return album_in(gathered, question.accepts) if gathered and isinstance(question.accepts, Photos) else NO_ALBUM


def album_in(kept: str, photos: Photos) -> Album:
    try:
        return photos.recall(kept)
    except ValueError:
        return NO_ALBUM


def with_more(draft: Draft, question: Question[Any], photos: Photos, content: Content) -> Draft:
    """Raises Misunderstood if it is not to be added."""
    album = photos.add(so_far(draft, question), content)
    return replace(draft, gathered={**draft.gathered, question.name: photos.keep(album)})


def with_photo_elsewhere(form: type[Form], draft: Draft, photo: Photo) -> Draft:
    """A photo that nobody asked for just now: the end of an album, or sent before its question came.

    Raises Misunderstood if the form has no place for it.
    """
    for question in form.questions.values():
        if isinstance(question.accepts, Photos) and question.applies(draft.answers):
            return with_late_photo(draft, question, question.accepts, photo)
    raise Misunderstood(say("I cannot use a photo here."))


def with_late_photo(draft: Draft, question: Question[Any], photos: Photos, photo: Photo) -> Draft:
    """While another answer is being changed, the photo is put with the answers set aside too."""
    name = question.name
    if name not in draft.answers:
        return with_more(draft, question, photos, photo)
    kept = photos.keep(photos.add(album_in(draft.answers[name], photos), photo))
    aside = {**draft.aside, name: kept} if draft.aside else {}
    return replace(draft, answers={**draft.answers, name: kept}, aside=aside)
