"""What most places say: a fact, a name, a moment, a length of time, a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeAlias

from core.judging import JUDGED, graded
from core.phrases import Phrase, Value, above, say
from core.policy.allowance import Allowance
from core.shop import Shop
from core.tickets import PersonId
from core.wording.scene import Scene

Place: TypeAlias = "tuple[str, Callable[[Scene], Value]]"  # its name, and what it says


def fact(name: str) -> Callable[[Scene], Value]:
    return lambda scene: told(scene.ticket.facts.get(name, ""))


def told(value: object) -> Value:
    return value if isinstance(value, str | int) else str(value)


def from_the_list(name: str) -> Callable[[Scene], Value]:
    return lambda scene: listed_as(name, scene.ticket.facts.get(name, ""), scene.shop, scene.ticket.kind)


def listed_as(name: str, value: object, shop: Shop, kind: str) -> Value:
    """What was chosen from a list of the policy, in the reader's language; own words as they are.

    Repairs and complaints call some causes by the same code and by other words.
    """
    if name in JUDGED:
        return graded(name, str(value))
    repairs, others = shop.policy.catalogue.causes, shop.policy.complaint.causes
    causes = {**others, **repairs} if kind == "fault" else {**repairs, **others}
    lists = {"cause": causes, "done": shop.policy.catalogue.actions}
    found = lists.get(name, {}).get(str(value))
    return found.label if found else told(value)


def instant(name: str) -> Callable[[Scene], Value]:
    def value(scene: Scene) -> Value:
        stored = scene.ticket.facts.get(name)
        return datetime.fromisoformat(stored) if stored else ""

    return value


def running(promise: str) -> Callable[[Scene], Value]:
    """When this promise is due, if it runs now."""

    def value(scene: Scene) -> Value:
        clocks = scene.unit.clocks.of(scene.ticket.ref)
        due = [c.due_at for c in clocks if c.promise == promise and c.ended_at is None and not c.warning]
        return next(filter(None, due), "")

    return value


def length(time: Allowance) -> Value:
    """An allowance in words."""
    if time.days:
        return say("1 working day") if time.days == 1 else say("{n} working days", n=time.days)
    return say("{time} of working time", time=time.time) if time.working else time.time


def listed(items: Iterable[Value]) -> Phrase:
    """A checklist, one thing a line."""
    return above(Phrase("– {item}", {"item": item}) for item in items)


def name_of(scene: Scene, person: PersonId | None) -> Value:
    found = scene.unit.people.get(person) if person else None
    return found.name if found and found.name else say("somebody of the team")
