"""Putting a question, the summary, or the menu of what can be changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from bot.dialogue.address import IN_WORDS, place_of
from bot.dialogue.choices import Choice, Offer, as_seen
from bot.dialogue.clean import one_line, shortened
from bot.dialogue.draft import CHANGE, SUMMARY, Draft
from bot.dialogue.form import Form
from bot.dialogue.gathering import so_far
from bot.dialogue.occasion import Occasion
from bot.dialogue.photos import Album
from bot.dialogue.question import Question
from bot.dialogue.standing import Standing
from bot.dialogue.steering import Steer
from bot.dialogue.tokens import choice_buttons, control_button
from bot.envelope import Button, Reply
from core.phrases import say
from core.values import replace

Asked: TypeAlias = tuple[Draft, Reply]

SEND, CHANGE_SOMETHING = Choice("send", say("Send")), Choice("change", say("Change"))
ENTRY = say("{label}: {answer}")
LONGEST_SHOWN = 200
SKIPPED = "–"


def put(form: type[Form], draft: Draft, occasion: Occasion, remark: str = "") -> Asked:
    """Ask the first open question; when there is none, show the summary."""
    draft = as_of_today(form, draft)
    standing = form.standing(form.still_asked(draft.answers))
    if standing.answers != draft.answers:
        draft = replace(draft, answers=standing.answers)
    if question := standing.next_question():
        return put_question(form, draft, question, standing, occasion, remark)
    return put_summary(form, draft, occasion, remark)


def as_of_today(form: type[Form], draft: Draft) -> Draft:
    """With the answers that the form would still take: it may be another one since they were given."""
    if draft.edition == form.edition:
        return draft
    answers, aside = form.still_valid(draft.answers), form.still_valid(draft.aside)
    return replace(draft, answers=answers, aside=aside, edition=form.edition)


def put_question(
    form: type[Form], draft: Draft, question: Question[Any], standing: Standing, occasion: Occasion, remark: str
) -> Asked:
    album = so_far(draft, question)
    some, first = bool(album.photos or album.words), standing.last is None and not draft.aside
    draft = draft.asking(question.name, menu_of(question, draft, occasion))
    reply = Reply(
        lines(remark, prompt(draft, question, album, occasion)),
        choice_buttons(draft) + controls(draft, occasion, *possible(question, some=some, first=first)),
        card=f"album:{draft.turn}" if some else "",
        asks=question.accepts.asks,
        step=standing.step if len(form.questions) > 1 else None,
        share="" if place_of(draft, question) else question.accepts.shares,
    )
    return draft, reply


def menu_of(question: Question[Any], draft: Draft, occasion: Occasion) -> tuple[Offer, ...]:
    return as_seen(question.accepts.choices(occasion, draft.answers), occasion.words)


def prompt(draft: Draft, question: Question[Any], album: Album, occasion: Occasion) -> str:
    if album.photos:
        return occasion.words(say("Photos so far: {n}. Send more, or choose Done.", n=len(album.photos)))
    if place_of(draft, question):
        return occasion.words(IN_WORDS)
    if question.accepts.closed and not draft.offered:
        return occasion.words(question.accepts.nothing_offered)
    return question.put(occasion, draft.answers)


def possible(question: Question[Any], *, some: bool, first: bool) -> Iterator[Steer]:
    """What the person may do instead of answering, in the order in which it is shown. `some` photos are here."""
    if some:
        yield Steer.DONE
    elif question.optional:
        yield Steer.SKIP
    if not first:
        yield Steer.BACK
    yield Steer.CANCEL


def put_summary(form: type[Form], draft: Draft, occasion: Occasion, remark: str = "") -> Asked:
    draft = draft.asking(SUMMARY, as_seen((SEND, CHANGE_SOMETHING), occasion.words))
    check = occasion.words(say("Please check before I send it:"))
    in_all = occasion.words(form.in_all(occasion, draft.answers))
    text = lines(remark, check, *entries(form, draft, occasion), in_all)
    return draft, Reply(text, choice_buttons(draft) + controls(draft, occasion, Steer.CANCEL), asks="choice")


def put_changes(form: type[Form], draft: Draft, occasion: Occasion, remark: str = "") -> Asked:
    names = [name for name in form.questions if name in draft.answers]
    called = (form.questions[name].called(occasion, draft.answers) for name in names)
    draft = draft.asking(CHANGE, tuple(map(Offer, names, called)))
    text = lines(remark, occasion.words(say("What would you like to change?")))
    buttons = choice_buttons(draft) + controls(draft, occasion, Steer.BACK, Steer.CANCEL)
    return draft, Reply(text, buttons, asks="choice")


def entries(form: type[Form], draft: Draft, occasion: Occasion) -> list[str]:
    """What has been answered so far, a line each; an answer that shows nothing has none."""
    return [
        occasion.words.filled(ENTRY, label=question.called(occasion, draft.answers), answer=answer)
        for name, question in form.questions.items()
        if name in draft.answers
        if (answer := shown(draft, question, occasion))
    ]


def shown(draft: Draft, question: Question[Any], occasion: Occasion) -> str:
    kept = draft.answers[question.name]
    if not kept:
        return SKIPPED
    seen = draft.labels.get(question.name) or occasion.words(question.accepts.called(kept, occasion, draft.answers))
    return shortened(one_line(seen), LONGEST_SHOWN)


def or_a_person(asked: Asked, occasion: Occasion) -> Asked:
    """Where the desk did not understand, a customer may have somebody who does."""
    draft, reply = asked
    if occasion.person.is_staff:
        return asked
    return draft, replace(reply, buttons=(*reply.buttons, Button(occasion.words(say("Talk to a person")), "w:人工")))


def controls(draft: Draft, occasion: Occasion, *steers: Steer) -> tuple[Button, ...]:
    return tuple([control_button(draft, steer, occasion.words) for steer in steers])


def lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))
