"""Going on after an answer: the next question, the summary, or sending the form."""

from __future__ import annotations

from typing import TypeAlias

from bot.dialogue.asking import put, put_question, put_summary
from bot.dialogue.draft import Draft
from bot.dialogue.form import AskAgain, Form
from bot.dialogue.occasion import Occasion
from bot.dialogue.standing import Standing
from bot.envelope import Reply
from core.errors import NotAllowed, NotFound, Refused
from core.values import replace

Turn: TypeAlias = tuple[Draft | None, Reply]  # without a draft the conversation is over


def go_on(form: type[Form], draft: Draft, standing: Standing, occasion: Occasion, remark: str = "") -> Turn:
    """Short forms are sent as soon as they are complete; the others are checked first."""
    if question := standing.next_question():
        return put_question(form, draft, question, standing, occasion, remark)
    return put_summary(form, draft, occasion, remark) if form.is_checked(draft.answers) else send(form, draft, occasion)


def go_on_with(
    form: type[Form], draft: Draft, name: str, kept: str, occasion: Occasion, *, label: str = "", remark: str = ""
) -> Turn:
    """`label` is what was seen in the menu, if the answer was chosen there."""
    standing = form.with_answer(draft.aside or draft.answers, name, kept)
    others = {other: seen for other, seen in draft.labels.items() if other != name}
    answered = replace(
        draft,
        answers=standing.answers,
        labels=others | ({name: label} if label else {}),
        gathered={other: album for other, album in draft.gathered.items() if other != name},
        aside={},
    )
    return go_on(form, answered, standing, occasion, remark)


def send(form: type[Form], draft: Draft, occasion: Occasion) -> Turn:
    """A form whose ticket has moved on meanwhile is over; what was refused otherwise may be changed and sent again."""
    try:
        return None, form(draft.answers).submit(occasion)
    except AskAgain as again:
        return put(form, taken_back(draft, again.question.name), occasion, occasion.words(again.phrase))
    except (NotAllowed, NotFound) as gone:
        return None, Reply(occasion.words(gone.phrase))
    except Refused as refused:
        why = occasion.words(refused.phrase)
        return put_summary(form, draft, occasion, why) if draft.answers else (None, Reply(why))


def taken_back(draft: Draft, name: str) -> Draft:
    """One answer is open again; all are remembered, so that back restores it and what depended on it can return."""
    return replace(
        draft, answers={other: kept for other, kept in draft.answers.items() if other != name}, aside=draft.answers
    )
