"""One turn of a conversation: a draft and a message in, a draft and a reply out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.dialogue.answer import Answers
from bot.dialogue.answering import answered, finished, photo_elsewhere
from bot.dialogue.asking import as_of_today, entries, lines, menu_of, put
from bot.dialogue.checking import checked
from bot.dialogue.choices import Offer, labelled
from bot.dialogue.clean import clean
from bot.dialogue.draft import CHANGE, SUMMARY, Draft
from bot.dialogue.form import Form
from bot.dialogue.occasion import Occasion
from bot.dialogue.question import Question
from bot.dialogue.sending import Turn, go_on
from bot.dialogue.standing import Standing
from bot.dialogue.steering import Steer, steered
from bot.dialogue.tokens import pressed
from bot.envelope import Content, Photo, Press, Reply, Text
from core.errors import Refused
from core.phrases import Value, say
from core.values import replace

__all__ = ["EARLIER", "Draft", "Turn", "form_is_gone", "open_form", "open_with_photo", "put_question", "take_turn"]

EARLIER = say("That button was for an earlier question.")
NOT_YOURS = say("That is for somebody else to do.")
LONGEST_OPENING = 1000  # characters of the opening sentence that are kept


def open_form(
    form: type[Form], occasion: Occasion, text: str = "", greeting: Value | None = None, given: Answers | None = None
) -> Turn:
    """Begin a form: `text` is the sentence that opened it, `greeting` is said instead of its title.

    `given` answers came with a link: they win over what the desk knows by itself.
    """
    said = clean(text)[:LONGEST_OPENING]
    hello = form.title if greeting is None else greeting
    return unless_refused(lambda: opened(form, replace(occasion, said=said), hello, given or {}), occasion)


def open_with_photo(form: type[Form], photo: Photo, occasion: Occasion, text: str = "") -> Turn:
    """Begin a form with a picture that came before any question: the reply asks for what is still open then."""
    told = replace(occasion, said=clean(text)[:LONGEST_OPENING])
    return unless_refused(lambda: opened_with(form, photo, told), occasion)


def take_turn(form: type[Form], draft: Draft, content: Content, occasion: Occasion) -> Turn:
    """Read a message as the answer to what was asked last, and ask the next thing. Every message gets a reply."""
    remembered = replace(occasion, about=draft.about, said=draft.said)
    return unless_refused(lambda: taken(form, draft, content, remembered), occasion)


def put_question(form: type[Form], draft: Draft, occasion: Occasion, remark: Value = "") -> Turn:
    """Put what is open once more, after `remark`. Nothing is sent, even if the form is complete."""
    remembered = replace(occasion, about=draft.about, said=draft.said)
    return unless_refused(lambda: put(form, draft, remembered, occasion.words(remark)), occasion)


def form_is_gone(occasion: Occasion) -> Turn:
    """For a draft whose form no longer exists."""
    return None, Reply(occasion.words(say("I am sorry, this form is no longer in use. Please start again.")))


def unless_refused(work: Callable[[], Turn], occasion: Occasion) -> Turn:
    """Refused while asking, not while sending: the form has lost its subject, so it ends."""
    try:
        return work()
    except Refused as refused:
        return None, Reply(occasion.words(refused.phrase))


def opened(form: type[Form], occasion: Occasion, greeting: Value, given: Answers) -> Turn:
    draft, standing = begun(form, occasion, given)
    warned = map(occasion.words, form.warnings(occasion, draft.answers))
    known = entries(form, draft, occasion) if standing.next_question() else []  # the summary would show it anyway
    return go_on(form, draft, standing, occasion, lines(occasion.words(greeting), *warned, *known))


def opened_with(form: type[Form], photo: Photo, occasion: Occasion) -> Turn:
    """Of the first question only the menu is drawn up, as the words under the picture may choose from it."""
    draft, standing = begun(form, occasion, {})
    question = standing.next_question()
    if question is None:
        return go_on(form, draft, standing, occasion)
    asked = draft.asking(question.name, menu_of(question, draft, occasion))
    return replied(form, asked, question, None, photo, occasion)


def begun(form: type[Form], occasion: Occasion, given: Answers) -> tuple[Draft, Standing]:
    """With what the desk knows by itself. Raises Refused."""
    if not form.open_to(occasion.person):
        raise Refused(NOT_YOURS)
    standing = form.standing(form.still_valid({**form.prefill(occasion.said, occasion), **given}))
    draft = Draft(
        form.name,
        answers=standing.answers,
        turn=int(occasion.at.timestamp() * 1000),  # so that no button of an earlier form in this chat fits
        about=occasion.about,
        said=occasion.said,
        edition=form.edition,
    )
    return draft, standing


def taken(form: type[Form], draft: Draft, content: Content, occasion: Occasion) -> Turn:
    if not form.open_to(occasion.person):
        raise Refused(NOT_YOURS)
    today = as_of_today(form, draft)
    question = asked_question(form, today)
    meant = meaning(today, question, content)
    if isinstance(meant, Steer):
        if turn := steered_to(form, today, question, meant, occasion):
            return turn
        meant = None
    if today.answers != draft.answers and draft.asked in (SUMMARY, CHANGE):
        return put(form, today, occasion, occasion.words(say("This form has changed in the meantime.")))
    return replied(form, today, question, meant, content, occasion)


def asked_question(form: type[Form], draft: Draft) -> Question[Any] | None:
    """None if it was the summary, or if today's form does not ask it any more."""
    question = form.questions.get(draft.asked)
    return question if question and question.applies(draft.answers) else None


def meaning(draft: Draft, question: Question[Any] | None, content: Content) -> Steer | Offer | None:
    """A choice by its full name comes first, so that no word that steers can hide it."""
    match content:
        case Press(token):
            return pressed(token, draft)
        case Text(text):
            return labelled(text, draft.offered) or steered(text, question)
        case _:
            return None


def gone_back(form: type[Form], draft: Draft, occasion: Occasion) -> Turn:
    """To the question before; while one answer is being changed, to the summary with the answer as it was."""
    if draft.asked == CHANGE:
        return put(form, draft, occasion)
    if draft.aside:
        return put(form, replace(draft, answers=draft.aside, aside={}), occasion)
    answers = form.without_last(draft.answers)
    if answers == draft.answers:
        return put(form, draft, occasion, occasion.words(say("This is the first question.")))
    withdrawn = {name: kept for name, kept in draft.answers.items() if name not in answers}
    return put(form, replace(draft, answers=answers, gathered={**draft.gathered, **withdrawn}), occasion)


def steered_to(
    form: type[Form], draft: Draft, question: Question[Any] | None, steer: Steer, occasion: Occasion
) -> Turn | None:
    """None if there is nothing to be skipped, finished or explained."""
    match steer:
        case Steer.STALE:
            return put(form, draft, occasion, occasion.words(EARLIER))
        case Steer.CANCEL:
            return None, Reply(occasion.words(say("Cancelled. Nothing was sent.")))
        case Steer.BACK:
            return gone_back(form, draft, occasion)
        case _:
            return steered_question(form, draft, question, steer, occasion) if question else None


def steered_question(form: type[Form], draft: Draft, question: Question[Any], steer: Steer, occasion: Occasion) -> Turn:
    if steer is Steer.WHY and question.why:
        return put(form, draft, occasion, occasion.words(question.why))
    return finished(form, draft, question, occasion)


def replied(
    form: type[Form],
    draft: Draft,
    question: Question[Any] | None,
    meant: Offer | None,
    content: Content,
    occasion: Occasion,
) -> Turn:
    if isinstance(content, Photo) and not (question and question.accepts.takes_files):
        return photo_elsewhere(form, draft, question, content, occasion)
    if question:
        return answered(form, draft, question, meant, content, occasion)
    if draft.asked in (SUMMARY, CHANGE) and form.next_question(draft.answers) is None:
        return checked(form, draft, meant, content, occasion)
    return put(form, draft, occasion)
