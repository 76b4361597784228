"""What went wrong and who answers for it: the lists to choose from where a complaint or a return is judged."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice
from bot.dialogue.occasion import Occasion
from bot.dialogue.staff import called, everybody_of
from core.discretion import is_involved
from core.phrases import say
from core.tickets import Ref

NOBODY = "nobody"


def causes(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [Choice(each.code, each.label) for each in occasion.desk.shop.policy.complaint.causes.values()]


def anybody(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    people = everybody_of(occasion.desk.unit)
    return [Choice(NOBODY, say("Nobody in particular")), *(Choice(str(each.id), called(each)) for each in people)]


def uninvolved(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """Nobody looks into what he did himself."""
    ticket = occasion.desk.ticket(Ref(occasion.about))
    people = (person for person in everybody_of(occasion.desk.unit) if not is_involved(ticket, person.id))
    return [Choice(str(person.id), called(person)) for person in people]
