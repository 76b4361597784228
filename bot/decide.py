"""What a message means: a button, something said at any time, an answer, or the beginning of a form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from bot.buttons import press_on_desk
from bot.conversations import CONVERSATIONS
from bot.dialogue.clean import plain
from bot.dialogue.form import Form
from bot.dialogue.occasion import Occasion
from bot.dialogue.turn import Draft, form_is_gone, open_form, put_question, take_turn
from bot.envelope import Button, Contact, Content, Photo, Press, Reply, Strange, Text
from bot.handlers import HANDLERS
from core.catalogue import guess
from core.phrases import Phrase, say


@dataclass(frozen=True, slots=True)
class Answered:
    """The draft as it is now, and what the person is to see."""

    draft: Draft | None
    replies: tuple[Reply, ...]


Decider: TypeAlias = Callable[[Content, "Draft | None", Occasion], "Answered | None"]

GREETINGS = frozenset(
    {
        "help",
        "menu",
        "start",
        "hello",
        "hi",
        "hey",
        "帮助",
        "菜单",
        "你好",
        "您好",
        "在吗",
        "有人吗",
        "嗨",
        "哈喽",
        "开始",
    }
)
FORMS = {form.name: form for form in CONVERSATIONS}
BY_MOVE = {form.opened_by: form for form in CONVERSATIONS if form.opened_by}


def decide(content: Content, draft: Draft | None, occasion: Occasion) -> Answered:
    """The first decider that has an answer gives it."""
    for decider in (
        a_word_on_a_button,
        a_button_of_the_desk,
        another_form,
        said_at_any_time,
        an_answer,
        a_new_form,
        loose_words,
    ):
        if answered := decider(content, draft, occasion):
            return answered
    return Answered(None, (menu(occasion, say("How can I help you?")),))


def a_word_on_a_button(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """A button that says something, as if it had been typed."""
    match content:
        case Press(token) if token.startswith("w:"):
            return decide(Text(token[2:]), draft, occasion)
        case _:
            return None


def a_button_of_the_desk(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """A move on a ticket, an alert to claim, a ticket to look at."""
    if not isinstance(content, Press) or content.token.startswith(("q:", "f:")):
        return None
    pressed = press_on_desk(content.token, occasion)
    if pressed is None:
        return None
    if pressed.form:
        about = replace(occasion, about=pressed.about)
        return opened(BY_MOVE[pressed.form], about, pressed.argument)
    return with_question_again(pressed.replies, draft, occasion)


def another_form(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """The beginning of a second form: the person says which one to go on with."""
    if isinstance(content, Press) and content.token.startswith("f:"):
        form = FORMS.get(content.token[2:])
        if form is None or not form.open_to(occasion.person):
            return None
        return with_question_again((), draft, occasion) if draft and draft.form == form.name else opened(form, occasion)
    wanted = form_opened_by(content, occasion) if draft else None
    current = FORMS.get(draft.form) if draft else None
    if draft is None or wanted is None or current is None or wanted is current:
        return None
    text = say(
        "You have begun: {current}. Go on with it, or start: {wanted}?", current=current.title, wanted=wanted.title
    )
    go_on = Button(say("Go on: {title}", title=current.title), f"f:{current.name}")
    start = Button(say("Start: {title}", title=wanted.title), f"f:{wanted.name}")
    return Answered(draft, (Reply(text, (go_on, start)),))


def a_greeting(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """Whoever says hello or asks for help sees what can be done here."""
    if not isinstance(content, Text) or plain(content.text).removeprefix("/").strip("!！。.?？~ ") not in GREETINGS:
        return None
    return with_question_again((menu(occasion, say("Hello! How can I help you?")),), draft, occasion)


def said_at_any_time(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    if not isinstance(content, Text):
        return None
    for handler in HANDLERS:
        argument = handler.called_by(content.text)
        if argument is None or not handler.open_to(occasion.person) or (argument and draft):
            continue
        return with_question_again((handler.answer(occasion, argument),), draft, occasion)
    return None


def an_answer(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    if draft is None:
        return None
    form = FORMS.get(draft.form)
    if form is None:
        return Answered(None, (form_is_gone(occasion)[1], menu(occasion, say("What would you like to do?"))))
    left, reply = take_turn(form, draft, content, occasion)
    return Answered(left, (reply,))


def a_new_form(content: Content, _: Draft | None, occasion: Occasion) -> Answered | None:
    form = form_opened_by(content, occasion)
    return opened(form, occasion, content.text) if form and isinstance(content, Text) else None


def loose_words(content: Content, _: Draft | None, occasion: Occasion) -> Answered | None:
    """Words, photos or a number without a question: kept for an open ticket, or as the start of a report."""
    if occasion.person.is_staff or not isinstance(content, Text | Photo):
        return strange(content, occasion)
    text = content.text if isinstance(content, Text) else content.caption
    known = guess(text, occasion.desk.shop.policy.catalogue)
    open_tickets = occasion.desk.open_tickets(occasion.person)
    if isinstance(content, Photo):
        return with_photo(FORMS["add_to_ticket" if open_tickets else "report_fault"], content, occasion)
    is_new = known.category and not any(t.facts.get("category") == known.category.code for t in open_tickets)
    if is_new or occasion.desk.shop.policy.is_emergency(text):
        return opened(FORMS["report_fault"], occasion, text)
    if open_tickets and len(text.strip()) > 1:
        return opened(FORMS["add_to_ticket"], occasion, text)
    return None


def strange(content: Content, occasion: Occasion) -> Answered | None:
    match content:
        case Press():
            return Answered(None, (menu(occasion, say("That button was for an earlier question.")),))
        case Strange() | Contact():
            return Answered(None, (menu(occasion, say("I cannot use that here.")),))
        case _:
            return None


def opened(form: type[Form], occasion: Occasion, text: str = "") -> Answered:
    draft, reply = open_form(form, occasion, text)
    return Answered(draft, (reply,))


def with_photo(form: type[Form], photo: Photo, occasion: Occasion) -> Answered:
    """A picture that came before any question belongs to the form that it opens, with what was said under it."""
    reports = form.name == "report_fault"  # whose first sentence may answer some of its questions
    begun = opened(form, occasion, photo.caption if reports else "")
    if begun.draft is None:
        return begun
    draft, reply = take_turn(form, begun.draft, replace(photo, caption="") if reports else photo, occasion)
    return Answered(draft, (reply,))


def with_question_again(replies: tuple[Reply, ...], draft: Draft | None, occasion: Occasion) -> Answered:
    """A digression is answered, and the open question put again underneath."""
    form = FORMS.get(draft.form) if draft else None
    if draft is None or form is None:
        return Answered(draft if form else None, replies)
    left, question = put_question(form, draft, occasion)
    return Answered(left, (*replies, question))


def form_opened_by(content: Content, occasion: Occasion) -> type[Form] | None:
    if not isinstance(content, Text):
        return None
    return next((form for form in CONVERSATIONS if form.opens(content.text) and form.open_to(occasion.person)), None)


def menu(occasion: Occasion, greeting: Phrase) -> Reply:
    """What this person may begin, by role."""
    person = occasion.person
    forms = tuple(Button(form.title, f"f:{form.name}") for form in CONVERSATIONS if form.in_menu_of(person))
    said = {h.words[0]: h.label for h in HANDLERS if h.label and h.open_to(person)}
    return Reply(greeting, (*forms, *(Button(label, f"w:{word}") for word, label in said.items())))


DECIDERS: tuple[Decider, ...] = (
    a_word_on_a_button,
    a_button_of_the_desk,
    another_form,
    a_greeting,
    said_at_any_time,
    an_answer,
    a_new_form,
    loose_words,
)
