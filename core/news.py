"""Who does not want to be written to, unless it is about something that he asked for."""

from __future__ import annotations

from core.moment import Moment
from core.people import Person


def stop(desk: Moment, person: Person) -> None:
    desk.unit.milestones.reach(refusal_of(person), desk.at)


def resume(desk: Moment, person: Person) -> None:
    desk.unit.milestones.reach(consent_of(person), desk.at)


def wants_news(desk: Moment, person: Person) -> bool:
    """What he said last counts."""
    refused, consented = (desk.unit.milestones.of(name) for name in (refusal_of(person), consent_of(person)))
    return refused is None or (consented is not None and consented >= refused)


def refusal_of(person: Person) -> str:
    return f"no news:{person.id}"


def consent_of(person: Person) -> str:
    return f"news again:{person.id}"
