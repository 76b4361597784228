"""What a message means: a button, something said at any time, an answer, or the beginning of a form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from bot.buttons import labelled, press_on_desk
from bot.dialogue.choices import Offer, chosen
from bot.dialogue.form import Form
from bot.dialogue.occasion import Occasion
from bot.dialogue.turn import Draft, form_is_gone
from bot.door import a_photo_on_site, a_place_at_the_door
from bot.envelope import Arrival, Button, Content, Press, Reply, Text
from bot.forms import (
    BY_MOVE,
    FORMS,
    Answered,
    answered_in,
    asks_for_words,
    beginnings,
    form_opened_by,
    has_answers,
    introducing,
    labelled_in_menu,
    menu,
    named,
    opened,
    opened_over,
    told_so_far,
    with_question_again,
)
from bot.handlers import calls_something, handlers_of
from bot.loose import a_courtesy, a_fault_instead, a_greeting, loose_words, lost, nothing_to_steer, of_no_use
from bot.vouching import vouched
from core.errors import Refused
from core.membership import JOIN, join
from core.phrases import say
from core.values import replace

__all__ = ["Answered", "decide"]

Decider: TypeAlias = Callable[[Content, "Draft | None", Occasion], "Answered | None"]

LINK = "l:"  # a button that goes where a link leads
SPENT = say("That code is not valid, or no longer. How can I help you?")
WHICH = ":which"  # asked last was which of two forms to go on with


def decide(content: Content, draft: Draft | None, occasion: Occasion) -> Answered:
    """The first decider that has an answer gives it."""
    occasion = vouched(content, occasion)
    for decider in DECIDERS:
        if answered := decider(content, draft, occasion):
            return answered
    return Answered(None, (lost(content, occasion),))


def an_arrival(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """Somebody came by a link: with an invitation he joins the staff, with a code he lands where it leads."""
    match content:
        case Arrival(token) if token.startswith(JOIN):
            return by_invitation(token.removeprefix(JOIN), draft, occasion)
        case Arrival("" | "shop"):
            return decide(Text("/start"), draft, occasion)
        case Arrival(token):
            return by_link(token, draft, occasion)
        case Press(token) if token.startswith(LINK):
            return by_link(token.removeprefix(LINK), draft, occasion)
        case _:
            return None


def by_link(token: str, draft: Draft | None, occasion: Occasion) -> Answered:
    """A code on a product or an invoice opens a form that knows it, one on a ticket shows how it stands."""
    links, at = occasion.desk.unit.links, occasion.desk.at
    link = links.get(token, at)
    if link is None:
        return with_question_again((menu(occasion, SPENT),), draft, occasion)
    form = FORMS.get(link.form)
    if form and form.open_to(occasion.person) and (which := ask_which(form, LINK + token, draft, occasion)):
        return which
    links.use(token, at)
    if link.ticket:
        return decide(Press(f"t:{link.ticket}:status"), draft, occasion)
    if form and form.open_to(occasion.person):
        return opened(form, occasion, given=link.answers)
    return decide(Text("/start"), draft, occasion)


def by_invitation(code: str, draft: Draft | None, occasion: Occasion) -> Answered:
    try:
        joined = join(occasion.desk, occasion.person, code)
    except Refused as refused:
        return with_question_again((Reply(refused.phrase),), draft, occasion)
    return Answered(introducing(draft, replace(occasion, person=joined)), ())  # he is welcomed by a notice


def a_word_on_a_button(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """A button that says something, as if it had been typed."""
    match content:
        case Press(token) if token.startswith("w:"):
            return called_by(token[2:], draft, occasion, pressed=True) or decide(Text(token[2:]), draft, occasion)
        case _:
            return None


def which_form(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """The answer to "go on with this one, or start that one": `s:` starts whatever follows, and drops the draft."""
    if isinstance(content, Press) and content.token.startswith("s:"):
        return decide(Press(content.token[2:]), None, occasion)
    if draft is None or draft.asked != WHICH or not isinstance(content, Text):
        return None
    offer = chosen(content.text, draft.offered, closed=True)
    return decide(Press(offer.value), draft, occasion) if offer else None


def a_button_of_the_desk(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """A move on a ticket, an alert to claim, a ticket to look at."""
    if not isinstance(content, Press) or content.token.startswith(("q:", "f:")):
        return None
    pressed = press_on_desk(content.token, occasion)
    if pressed is None:
        return None
    if pressed.form:
        form, about = BY_MOVE[pressed.form], replace(occasion, about=pressed.about)
        if form.interrupts and draft and draft.form != form.name and not draft.beneath:
            return opened_over(form, draft, about, pressed.argument)
        if draft and (draft.form, draft.about) == (form.name, pressed.about) and not pressed.argument:
            return with_question_again((), draft, occasion)
        return ask_which(form, content.token, draft, about) or opened(form, about, pressed.argument)
    return with_question_again(pressed.replies, draft, occasion)


def a_form_by_its_name(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    if not isinstance(content, Press) or not content.token.startswith("f:"):
        return None
    form = FORMS.get(content.token[2:])
    if form is None or form not in beginnings(occasion):
        return None
    if draft and draft.form == form.name:
        return with_question_again((), draft, occasion)
    if form.interrupts:
        return opened_over(form, draft, occasion)
    return ask_which(form, content.token, draft, occasion) or opened(form, occasion)


def a_complaint(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """In whatever form he is: a customer who complains, or is beside himself, is heard first (CMP-01, CMP-21)."""
    form = FORMS["lodge_complaint"]
    here = FORMS.get(draft.form) if draft else None
    if not isinstance(content, Text) or not form.open_to(occasion.person) or (here and here.hears_anger):
        return None
    heard = form.opens(content.text) or occasion.desk.shop.policy.complaint.is_heard_in(content.text)
    return opened_over(form, draft, occasion, content.text) if heard else None


def another_form(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """The beginning of a second form: only what says nothing else, as anything else may be an answer."""
    wanted = form_opened_by(content, occasion, draft) if draft else None
    if wanted is None or not isinstance(content, Text) or not wanted.opens_by_itself(content.text):
        return None
    return ask_which(wanted, f"f:{wanted.name}", draft, occasion)


def ask_which(wanted: type[Form], token: str, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """The person says which one to go on with, if something would be lost. `occasion` is about the wanted one."""
    current = FORMS.get(draft.form) if draft else None
    if draft is None or current is None or not has_answers(draft, occasion):
        return None
    if current is wanted and token.startswith("f:"):
        return None
    begun, other = current.title, wanted.title
    if current is wanted:
        begun, other = named(current, draft.about, occasion), named(wanted, occasion.about, occasion)
    text = say("You have begun: {current}. Go on with it, or start: {wanted}?", current=begun, wanted=other)
    buttons = (
        Button(occasion.words(say("Go on: {title}", title=begun)), f"f:{current.name}"),
        Button(occasion.words(say("Start: {title}", title=other)), f"s:{token}"),
    )
    asked = draft.asking(WHICH, tuple(Offer(button.token, str(button.label)) for button in buttons))
    return Answered(asked, (Reply(text, buttons, asks="choice"),))


def said_at_any_time(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    return called_by(content.text, draft, occasion, pressed=False) if isinstance(content, Text) else None


def called_by(text: str, draft: Draft | None, occasion: Occasion, *, pressed: bool) -> Answered | None:
    """Typed into a form that asks for words, a word with more behind it is an answer; so is what is offered there."""
    offered = draft.offered if draft and not pressed else ()
    if not calls_something(text, occasion.person.roles) or chosen(text, offered, closed=False):
        return None
    for handler in handlers_of(occasion.person.roles):
        argument = handler.called_by(text)
        if argument is None or (argument and not pressed and asks_for_words(draft)):
            continue
        if draft and handler.takes_draft:
            return Answered(None, (handler.answer(occasion, told_so_far(draft, occasion)),))
        return with_question_again((handler.answer(occasion, argument),), draft, occasion)
    return None


def an_answer(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    if draft is None:
        return None
    form = FORMS.get(draft.form)
    if form is None:
        return Answered(None, (form_is_gone(occasion)[1], menu(occasion, say("What would you like to do?"))))
    return answered_in(form, draft, content, occasion)


def the_label_of_a_button(content: Content, _: Draft | None, occasion: Occasion) -> Answered | None:
    """What stands on a button of an open ticket or of the menu, typed: the same as a tap on it."""
    if not isinstance(content, Text):
        return None
    buttons = labelled(content.text, occasion) or labelled_in_menu(content.text, occasion)
    if len(buttons) > 1:
        return Answered(None, (Reply(say("Which ticket do you mean?"), buttons),))
    return decide(Press(buttons[0].token), None, occasion) if buttons else None


def a_new_form(content: Content, _: Draft | None, occasion: Occasion) -> Answered | None:
    form = form_opened_by(content, occasion)
    return opened(form, occasion, content.text) if form and isinstance(content, Text) else None


DECIDERS: tuple[Decider, ...] = (
    of_no_use,
    an_arrival,
    a_word_on_a_button,
    which_form,
    a_button_of_the_desk,
    a_form_by_its_name,
    a_complaint,
    another_form,
    a_greeting,
    said_at_any_time,
    a_place_at_the_door,
    a_fault_instead,
    an_answer,
    a_photo_on_site,
    the_label_of_a_button,
    nothing_to_steer,
    a_new_form,
    a_courtesy,
    loose_words,
)
