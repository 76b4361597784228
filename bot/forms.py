"""The forms that can be opened, what opens them, and what is put again after a digression."""

from __future__ import annotations

from typing import Any

from bot.conversations import CONVERSATIONS
from bot.dialogue.answers import Answers
from bot.dialogue.asking import entries
from bot.dialogue.clean import plain
from bot.dialogue.form import Form, beginning_with
from bot.dialogue.occasion import Occasion
from bot.dialogue.question import Question
from bot.dialogue.turn import Draft, open_form, open_with_photo, put_question, take_turn
from bot.dialogue.words import Words
from bot.envelope import Button, Content, Photo, Reply, Text
from bot.handlers import handlers_of
from core.phrases import Phrase, say
from core.tickets import Ref
from core.values import dataclass, replace

FORMS = {form.name: form for form in CONVERSATIONS}
ANY_BEGINNING = beginning_with(word for form in CONVERSATIONS for word in form.opens_with)
BY_MOVE = {form.opened_by: form for form in CONVERSATIONS if form.opened_by}


@dataclass(frozen=True, slots=True)
class Answered:
    """The draft as it is now, and what the person is to see."""

    draft: Draft | None
    replies: tuple[Reply, ...]


def opened(form: type[Form], occasion: Occasion, text: str = "", given: Answers | None = None) -> Answered:
    """About a ticket it says which, as several may be open."""
    draft, reply = open_form(form, occasion, text, named(form, occasion.about, occasion), given)
    return Answered(draft, (reply,))


def opened_over(form: type[Form], draft: Draft | None, occasion: Occasion, text: str = "") -> Answered:
    """Open a form in the middle of another one, which is kept beneath."""
    begun = opened(form, occasion, text)
    if begun.draft is None:
        return with_question_again(begun.replies, draft, occasion)
    return replace(begun, draft=replace(begun.draft, beneath=draft))


def introducing(draft: Draft | None, occasion: Occasion) -> Draft | None:
    """Whoever has joined is asked at once who he is: the welcome is the first question, a typed name its answer."""
    return opened_over(FORMS["introduce_yourself"], draft, occasion).draft


def answered_in(form: type[Form], draft: Draft, content: Content, occasion: Occasion) -> Answered:
    """The next turn of a form; when it is over, the one beneath it goes on."""
    if draft.beneath:
        occasion = replace(occasion, told=told_so_far(draft.beneath, occasion))
    left, reply = take_turn(form, draft, content, occasion)
    return Answered(left, (reply,)) if left else with_question_again((reply,), draft.beneath, occasion)


def opened_by_photo(form: type[Form], photo: Photo, occasion: Occasion) -> Answered:
    """A picture that came before any question belongs to the form that it opens, with what was said under it."""
    reports = form.name == "report_fault"  # whose first sentence may answer some of its questions
    said, photo = (photo.caption, replace(photo, caption="")) if reports else ("", photo)
    draft, reply = open_with_photo(form, photo, occasion, said)
    return Answered(draft, (reply,))


def asked_in(draft: Draft | None) -> Question[Any] | None:
    form = FORMS.get(draft.form) if draft else None
    return form.questions.get(draft.asked) if form and draft else None


def asks_for_words(draft: Draft | None) -> bool:
    asked = asked_in(draft)
    return asked is not None and not asked.accepts.closed


def form_opened_by(content: Content, occasion: Occasion, draft: Draft | None = None) -> type[Form] | None:
    """None as well if the words are a natural answer to what `draft` asked last."""
    if not isinstance(content, Text) or not opens_something(content.text):
        return None
    asked = asked_in(draft)
    if asked and asked.accepts.claims(plain(content.text)):
        return None
    those = (form for form in beginnings(occasion) if form.opens(content.text))
    return next((form for form in those if form.fits(occasion)), None)


def opens_something(text: str) -> bool:
    """Most of what is said opens nothing: that is found out at once, not form by form."""
    return ANY_BEGINNING is not None and ANY_BEGINNING.match(plain(text)) is not None


def beginnings(occasion: Occasion) -> tuple[type[Form], ...]:
    """What this person may begin in this shop."""
    shop = occasion.desk.shop
    return tuple(form for form in CONVERSATIONS if form.open_to(occasion.person) and form.offered_by(shop))


def has_answers(draft: Draft, occasion: Occasion) -> bool:
    """Something would be lost with it: more than what the desk knew by itself."""
    form = FORMS.get(draft.form)
    if form is None:
        return False
    known = form.prefill(draft.said, replace(occasion, about=draft.about, said=draft.said))
    return bool(draft.gathered or draft.said or draft.answers.keys() - known.keys())


def named(form: type[Form], about: str, occasion: Occasion) -> Phrase:
    """Of two forms of the same name, the one about this ticket."""
    ticket = occasion.desk.unit.tickets.get(Ref(about)) if about else None
    return say("{title}, {number}", title=form.title, number=ticket.number) if ticket else form.title


def told_so_far(draft: Draft, occasion: Occasion) -> str:
    """What was answered in a form that goes no further."""
    form = FORMS.get(draft.form)
    return "\n".join(entries(form, draft, occasion)) if form else ""


def with_question_again(replies: tuple[Reply, ...], draft: Draft | None, occasion: Occasion) -> Answered:
    """A digression is answered, and the open question put again underneath."""
    form = FORMS.get(draft.form) if draft else None
    if draft is None or form is None:
        return Answered(draft if form else None, replies)
    left, question = put_question(form, draft, in_todays_language(occasion))
    return Answered(left, (*replies, question))


def in_todays_language(occasion: Occasion) -> Occasion:
    """The digression may have been to ask for another one."""
    person = occasion.desk.person(occasion.person.id)
    if person.language == occasion.person.language:
        return occasion
    words = Words(person.language, occasion.words.zone, occasion.words.currency)
    return replace(occasion, person=person, words=words)


def shared_for(draft: Draft | None) -> str:
    """What the network's own button may give as the answer to what was asked last: phone, place, or nothing."""
    form = FORMS.get(draft.form) if draft else None
    question = form.questions.get(draft.asked) if form and draft else None
    return question.accepts.shares if question else ""


def menu(occasion: Occasion, greeting: Phrase) -> Reply:
    """What this person may begin, by role."""
    person = occasion.person
    forms = tuple(Button(form.title, f"f:{form.name}") for form in beginnings(occasion) if form.in_menu_of(person))
    said = {h.words[0]: h.label for h in handlers_of(person.roles) if h.label}
    return Reply(greeting, (*forms, *(Button(label, f"w:{word}") for word, label in said.items())))


def labelled_in_menu(text: str, occasion: Occasion) -> tuple[Button, ...]:
    """The button of the menu that says just that."""
    said, shown = plain(text), menu(occasion, say("How can I help you?")).buttons
    return tuple(button for button in shown if plain(occasion.words(button.label)) == said)[:1]
