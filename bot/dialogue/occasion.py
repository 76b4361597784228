"""Who is talking, when, and what about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.dialogue.words import Words
from core.desk import Desk
from core.people import Person
from core.phrases import Span
from core.tickets import PersonId, Ref, Ticket
from core.values import dataclass


def nothing_kept(_: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a form may look at when it asks and when it is sent."""

    desk: Desk
    person: Person
    words: Words
    at: datetime
    about: str = ""  # the reference of the ticket that the form is about
    said: str = ""  # the sentence that opened the form
    file: Callable[[str], bytes | None] = nothing_kept  # what is in a file that was sent, once it is here
    told: str = ""  # what was answered in the form that this one interrupts

    @property
    def known(self) -> dict[str, str]:
        """What the desk knows of the person, by question: it need not be asked again."""
        known = {"contact": self.person.own_name, "phone": self.person.phone}
        return {question: answer for question, answer in known.items() if answer}

    def act(
        self,
        action: str,
        facts: Mapping[str, Any] | None = None,
        *,
        assignee: PersonId | None = None,
        visit: Span | None = None,
    ) -> Ticket:
        """Make a move with the ticket that the form is about. Raises NotAllowed, NotFound."""
        return self.desk.act_as(self.person, Ref(self.about), action, facts, assignee=assignee, visit=visit)
